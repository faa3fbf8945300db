"""What has been sent to a form on a server?"""

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from unpol_data.ingest.refusal import Refused
from unpol_data.ingest.servers.address import Address, checked, same_server
from unpol_data.ingest.servers.asking import Asking
from unpol_data.ingest.servers.kept_pages import KeptPages, place
from unpol_data.ingest.servers.kinds import KINDS, Kind, rows_and_more
from unpol_data.settings import Settings

Tell = Callable[[str, float], None]
MOST_PAGES = 10_000


@dataclass(frozen=True)
class Form:
    """Which form on which server, and from which day on its submissions are wanted.

    `server` is one of KINDS; `form` the identifier there, for ODK Central after the number
    of its project: 3/team_site.
    """

    server: str
    url: str
    form: str
    since: date | None = None


@dataclass(frozen=True)
class Fetched:
    """All submissions in one document, and what to call it."""

    content: bytes
    file_name: str
    submissions: int


def fetched(
    wanted: Form,
    *,
    token: str,
    account: str,
    settings: Settings,
    only_allowed: bool,
    tell: Tell = lambda step, share: None,
    sleep: Callable[[float], None] = time.sleep,
) -> Fetched:
    """Every submission of the form, as one document of the shape the server uses.

    Goes on where an interrupted fetch of the same form for the same account stopped. Raises
    Refused, in words, where the server must not be asked, cannot be reached, does not accept the
    token, or holds more than UNPOL_IMPORT_MAX_MB. The token is in no message and in no file.
    """
    kind = KINDS[wanted.server]
    token = _sound(token)
    first = kind.first(wanted.form, wanted.since)
    tell("Looking for the server", 0.05)
    server = checked(wanted.url, allowed=settings.pull_hosts, only_allowed=only_allowed)
    kept = KeptPages(place(settings.store_url, account, server.base, first))
    asking = Asking(
        server,
        {"Authorization": f"{kind.scheme} {token}", "Accept": "application/json"}
        | {"Accept-Encoding": "gzip"},
        most_bytes=settings.import_max_mb << 20,
        sleep=sleep,
    )
    try:
        rows = _every_row(asking, kind, kept, server.base + first, tell)
    finally:
        asking.close()
    document = json.dumps({kind.rows: rows}, ensure_ascii=False, separators=(",", ":"))
    kept.forget()
    name = f"{wanted.form.replace('/', '-')} ({server.host}).json"
    return Fetched(document.encode("utf-8"), name, len(rows))


def _every_row(asking: Asking, kind: Kind, kept: KeptPages, first: str, tell: Tell) -> list:
    pages = kept.pages()
    rows, more = _known(pages, kind, asking.server, first)
    if more is None:
        # All of it was fetched, but with whose token? The server has to say.
        rows, pages, more = [], [], first
        kept.forget()
        kept = KeptPages(kept.folder)
    asking.fetched = sum(len(page) for page in pages)
    number, seen = len(pages), set()
    while more is not None:
        if more in seen or number >= MOST_PAGES:
            raise Refused(f"{asking.server.host} names the same page again and again.")
        seen.add(more)
        tell(f"Fetching submissions, {len(rows):,} so far", 0.1 + 0.8 * (1 - 0.9**number))
        page = asking.page(more)
        own, after = rows_and_more(kind, page)
        rows += own
        more = None if after is None else same_server(after, asking.server)
        kept.keep(number, page)
        number += 1
    return rows


def _known(pages: list[bytes], kind: Kind, server: Address, first: str) -> tuple[list, str | None]:
    """The submissions of the pages kept, and where to go on."""
    rows: list = []
    more: str | None = first
    for page in pages:
        own, after = rows_and_more(kind, page)
        rows += own
        more = None if after is None else same_server(after, server)
    return rows, more


def _sound(token: str) -> str:
    """The token without blanks around it; what cannot be one is refused, and not repeated."""
    token = token.strip()
    if not token:
        raise Refused("Give the token with which the server may be asked.")
    if not token.isascii() or not token.isprintable() or " " in token:
        raise Refused("The token holds characters that no token has; copy it again.")
    return token
