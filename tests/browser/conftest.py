"""A real server and a real browser, which notes every error and every request to the outside."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.find_browser import FLAGS, browser
from tests.browser.serving import serving
from tests.browser.settling import settled

INLINE = ("data", "blob", "about")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser, started once for each process of the tests."""
    path = browser()
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield started
        started.close()


@pytest.fixture(scope="session")
def dashboard(sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a dashboard with the sample; tests leave its store as it is."""
    store = tmp_path_factory.mktemp("dashboard") / "sample.db"
    shutil.copy(sample_file, store)
    with serving(store) as url:
        yield url


@pytest.fixture(scope="session")
def empty_dashboard(empty_file: Path) -> Iterator[str]:
    """The address of a dashboard with nothing in its store."""
    with serving(empty_file) as url:
        yield url


class Notes:
    """What went wrong on a page: errors in the console and requests that left this computer."""

    def __init__(self, page: Page) -> None:
        self.errors: list[str] = []
        self.outside: list[str] = []
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("request", lambda request: self._request(request.url))
        page.on("websocket", lambda socket: self._request(socket.url))

    def _console(self, message) -> None:
        if message.type == "error":
            self.errors.append(message.text)

    def _request(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme not in INLINE and parts.hostname != "127.0.0.1":
            self.outside.append(url)


@pytest.fixture
def open_page(chromium: Browser) -> Iterator[Callable[..., Page]]:
    """Opens an address in a browser that has never seen it, and waits until it is at rest.

    When the test ends, no page may have logged an error or asked anybody but 127.0.0.1.
    """
    opened: list[tuple[Page, Notes]] = []

    def visit(url: str, *, width: int = 1366, height: int = 768, scheme: str = "light") -> Page:
        context = chromium.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme
        )
        page = context.new_page()
        opened.append((page, Notes(page)))
        page.goto(url)
        return settled(page)

    yield visit
    for page, notes in opened:
        page.context.close()
        assert notes.errors == []
        assert notes.outside == []
