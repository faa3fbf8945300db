"""What happens to an address of no page?

Streamlit would answer it with its own page and a dialog over it. It leads to the start page
instead, which says so: a plain 404 would be an error in the browser's console.
"""

from collections.abc import Sequence

from starlette.datastructures import Headers
from starlette.responses import RedirectResponse
from starlette.types import ASGIApp, Receive, Scope, Send

# The first parts of paths that Streamlit or a route of ours answers.
ANSWERED = (
    *("_stcore", "static", "media", "component", "app", "auth", "oauth2callback", "vendor"),
    *("geo", "healthz", "icon.svg", "favicon.png", "manifest.json"),
)


class UnknownPages:
    """Middleware: a browser that opens a path of no page is led to the start page.

    `notice` is the URL parameter by which the start page knows, and says so.
    """

    def __init__(self, app: ASGIApp, *, paths: Sequence[str], notice: str, base: str = "") -> None:
        self.app = app
        self.notice = f"{notice}=yes"
        self.base = base
        self.known = {"", *paths}

    def leads_nowhere(self, scope: Scope) -> bool:
        """Whether this is a browser opening a page under a path nobody answers."""
        if scope["type"] != "http" or scope["method"] not in ("GET", "HEAD"):
            return False
        if "text/html" not in Headers(scope=scope).get("accept", ""):
            return False
        path = scope["path"].removeprefix(self.base).strip("/")
        return path not in self.known and path.partition("/")[0] not in ANSWERED

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Lead an address of no page to the start, filters and all, and pass on the others."""
        if not self.leads_nowhere(scope):
            await self.app(scope, receive, send)
            return
        asked = scope["query_string"].decode("latin-1")
        query = f"{asked}&{self.notice}" if asked else self.notice
        await RedirectResponse(f"{self.base}/?{query}")(scope, receive, send)
