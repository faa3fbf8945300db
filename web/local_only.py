"""Is this request for this computer, from this computer?

Until people sign in, everything in the store is open to whoever reaches the server. The
address it listens on is one barrier; this is the second: it also stops a page elsewhere
that points its own name at 127.0.0.1 (DNS rebinding), and a proxy that passes others on.
"""

from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocketClose

SENTENCE = "This dashboard answers only on this computer until people can sign in."


def is_loopback(host: str | None) -> bool:
    """Whether a host name or address, without port, is this computer itself."""
    if host == "localhost":
        return True
    try:
        return ip_address(host or "").is_loopback
    except ValueError:
        return False


def _host_named(header: str) -> str | None:
    try:
        return urlsplit(f"//{header}").hostname
    except ValueError:
        return None


def is_local(scope: Scope) -> bool:
    """Whether the request names this computer and arrived at one of its own addresses."""
    hosts = Headers(scope=scope).getlist("host")
    if len(hosts) != 1 or not is_loopback(_host_named(hosts[0])):
        return False
    server = scope.get("server")
    return server is None or is_loopback(server[0])


class LocalOnly:
    """Middleware: 403 with one sentence, or a refused websocket, for any other request."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass local requests on and refuse the others."""
        if scope["type"] == "lifespan" or is_local(scope):
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await WebSocketClose(code=1008, reason=SENTENCE)(scope, receive, send)
        else:
            await PlainTextResponse(SENTENCE, status_code=403)(scope, receive, send)
