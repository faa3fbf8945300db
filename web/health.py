"""Does the process answer?"""

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import Route


async def healthz(request: Request) -> JSONResponse:
    """`{"status": "ok"}`. Check the body: Streamlit answers 200 with HTML on unknown paths."""
    return JSONResponse({"status": "ok"}, headers={"Cache-Control": "no-store"})


def routes(base: str = "") -> list[Route]:
    """The route of the health check below the base path."""
    return [Route(f"{base}/healthz", healthz, methods=["GET"])]
