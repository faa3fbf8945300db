"""Pictures of every page at three sizes in both themes: `python tests/browser/screens.py FOLDER`.

Of the store named in UNPOL_STORE_URL; with `--only mission,ranking` of some pages.
"""

import argparse
import sys
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).parent.parent.parent
sys.path.insert(0, str(ROOT))

from pages.ui import menu  # noqa: E402  The folder of the project is only known from here on.
from tests.browser.find_browser import FLAGS, browser  # noqa: E402
from tests.browser.serving import serving  # noqa: E402
from tests.browser.settling import settled  # noqa: E402
from unpol_data.settings import settings  # noqa: E402

SIZES = ((1920, 1080), (1366, 768), (390, 844))
SCHEMES = ("light", "dark")


def picture(
    started: Browser, address: str, path: Path, *, size: tuple[int, int], scheme: str
) -> None:
    """Write the whole page at this address, as one picture."""
    context = started.new_context(
        viewport={"width": size[0], "height": size[1]}, color_scheme=scheme
    )
    page = context.new_page()
    page.goto(address)
    settled(page)
    # Streamlit scrolls inside its own frame: a window as high as the page shows all of it.
    height = page.get_by_test_id("stMainBlockContainer").evaluate("e => e.scrollHeight")
    page.set_viewport_size({"width": size[0], "height": max(size[1], int(height))})
    settled(page).screenshot(path=path, full_page=True)
    context.close()


def main(arguments: list[str]) -> None:
    """Write the pictures into the folder, named page-width-theme.png."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", help="pages by path, with commas between them")
    asked = parser.parse_args(arguments)
    asked.folder.mkdir(parents=True, exist_ok=True)
    paths = asked.only.split(",") if asked.only else menu.url_paths()
    store = Path(settings().store_url.removeprefix("sqlite:///"))
    executable = browser()
    with serving(store) as url, sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=executable, args=list(FLAGS))
        for url_path in paths:
            for size in SIZES:
                for scheme in SCHEMES:
                    name = asked.folder / f"{url_path}-{size[0]}-{scheme}.png"
                    picture(started, f"{url}/{url_path}", name, size=size, scheme=scheme)
        started.close()


if __name__ == "__main__":
    main(sys.argv[1:])
