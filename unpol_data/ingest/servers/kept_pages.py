"""Which pages of an interrupted fetch are there already?

They lie in a folder beside the store that only the server's account may read, apart for each
person who fetches, for a day at most, and are gone once all is fetched. The token is not among
them: the server is asked for the page after them with the token at hand, and where it refuses,
they are not used.
"""

import hashlib
import json
import os
import shutil
import time
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy.engine import make_url

FOLDER = "fetched"
KEPT_SECONDS = 24 * 3600


def place(store_url: str, *what: str) -> Path:
    """The folder for what is fetched, by account, address and form; beside a store in a file."""
    address = make_url(store_url)
    var = Path("var")
    if address.get_backend_name() == "sqlite" and address.database not in (None, "", ":memory:"):
        var = Path(address.database).absolute().parent
    name = hashlib.sha256(json.dumps(what).encode()).hexdigest()[:32]
    return var / FOLDER / name


@dataclass
class KeptPages:
    """The pages of one fetch in their order, and where it goes on."""

    folder: Path

    def __post_init__(self) -> None:
        self._forget_old()
        self.folder.mkdir(mode=0o700, parents=True, exist_ok=True)

    def pages(self) -> list[bytes]:
        """What was fetched before, page by page; a page is there whole or not at all."""
        return [path.read_bytes() for path in sorted(self.folder.glob("*.json"))]

    def keep(self, number: int, page: bytes) -> None:
        """Add a page."""
        path = self.folder / f"{number:06}.json"
        unfinished = path.with_suffix(".part")
        handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(handle, "wb") as target:
            target.write(page)
        unfinished.replace(path)

    def forget(self) -> None:
        """Remove all of them."""
        shutil.rmtree(self.folder, ignore_errors=True)

    def _forget_old(self) -> None:
        """Remove every fetch that nobody went on with."""
        if not self.folder.parent.is_dir():
            return
        for other in self.folder.parent.iterdir():
            if time.time() - other.stat().st_mtime > KEPT_SECONDS:
                shutil.rmtree(other, ignore_errors=True)
