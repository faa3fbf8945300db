"""What does a browser get first?

Streamlit's own page, with a title, an icon and a script of ours. The script tells the
bundle where it is served, so that a deep link does not first look for the server below
the page's own path (which logs 404s and costs a round trip each).
"""

import json
import re
from collections.abc import Sequence
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, HTMLResponse, RedirectResponse, Response
from starlette.routing import Route

TITLE = "UNPOL technology capacity"
ICON = Path(__file__).parent / "icon.svg"
NO_SCRIPT = (
    "<noscript><p>This dashboard needs JavaScript in the browser. "
    "Figures can also be read on the command line: python -m unpol_data rank.</p></noscript>"
)


class StreamlitPageChanged(RuntimeError):
    """Streamlit's index.html is not the one this module knows how to change."""


def streamlit_index() -> str:
    """Streamlit's own index.html, found without importing Streamlit."""
    package = find_spec("streamlit")
    if package is None or package.origin is None:
        raise StreamlitPageChanged("Streamlit is not installed: pip install -r requirements.txt.")
    return (Path(package.origin).parent / "static" / "index.html").read_text(encoding="utf-8")


def script(base: str) -> str:
    """The inline script that names this server's own address, base path included."""
    where = f"location.origin+{json.dumps(base + '/')}"
    return f"window.__streamlit={{BACKEND_BASE_URL:{where},MAIN_PAGE_BASE_URL:{where}}}"


def _changed(page: str, pattern: str, replacement: str) -> str:
    changed, count = re.subn(pattern, lambda match: replacement, page, flags=re.DOTALL)
    if count != 1:
        raise StreamlitPageChanged(
            f"Streamlit's index.html holds {pattern!r} {count} times instead of once; "
            "adapt web/index.py to this version of Streamlit."
        )
    return changed


def page(base: str = "") -> str:
    """index.html as we serve it, the same for every page path."""
    changed = _changed(streamlit_index(), "<title>.*?</title>", f"<title>{TITLE}</title>")
    changed = _changed(
        changed,
        '<link rel="shortcut icon"[^>]*>',
        '<link rel="icon" type="image/svg+xml" href="./icon.svg" />',
    )
    changed = _changed(changed, '<link rel="service-desc"[^>]*>', "")
    changed = _changed(changed, "<noscript>.*?</noscript>", NO_SCRIPT)
    changed = re.sub("<!--.*?-->", "", changed, flags=re.DOTALL).lstrip()
    return _changed(changed, "</title>", f"</title><script>{script(base)}</script>")


async def icon(request: Request) -> FileResponse:
    """Our own icon; the emblem of the United Nations is reserved and not used."""
    return FileResponse(ICON, headers={"Cache-Control": "public, max-age=86400"})


def routes(paths: Sequence[str], *, base: str = "") -> list[Route]:
    """Routes that answer the start path and each page path with our index.html.

    The first path is the start page's: Streamlit knows it only as "/", so it leads there.
    """
    content = page(base)
    headers = {
        "Cache-Control": "no-cache",
        "ETag": f'"{sha256(content.encode()).hexdigest()[:32]}"',
    }

    async def index(request: Request) -> Response:
        if headers["ETag"] in request.headers.get("if-none-match", ""):
            return Response(status_code=304, headers=headers)
        return HTMLResponse(content, headers=headers)

    async def start(request: Request) -> Response:
        query = f"?{request.url.query}" if request.url.query else ""
        return RedirectResponse(f"{base}/{query}")

    return [
        Route(f"{base}/icon.svg", icon, methods=["GET"]),
        Route(f"{base}/", index, methods=["GET"]),
        Route(f"{base}/{paths[0]}", start, methods=["GET"]),
        *(Route(f"{base}/{path}", index, methods=["GET"]) for path in paths[1:]),
    ]
