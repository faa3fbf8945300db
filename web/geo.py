"""Which shapes do the maps draw on?

Files carry a digest in their name, so a browser keeps them for good.
"""

from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse
from starlette.routing import Route

FOLDER = Path(__file__).parent / "geo"
FOR_GOOD = "public, max-age=31536000, immutable"


async def shapes(request: Request) -> FileResponse:
    """One shape file by its exact name; 404 for every other name."""
    name = request.path_params["name"]
    if name not in {path.name for path in FOLDER.glob("*.json")}:
        raise HTTPException(404, "There are no shapes under this name.")
    return FileResponse(
        FOLDER / name, media_type="application/json", headers={"Cache-Control": FOR_GOOD}
    )


def routes(base: str = "") -> list[Route]:
    """The route of the shape files below the base path."""
    return [Route(f"{base}/geo/{{name}}", shapes, methods=["GET"])]
