"""How is one page asked for, when the link is bad and the server busy?"""

import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import urljoin

import httpx

from unpol_data.ingest.refusal import Refused
from unpol_data.ingest.servers.address import Address, same_server

CONNECT_SECONDS, READ_SECONDS = 10, 60
TRIES = 5
LONGEST_WAIT_SECONDS = 60
MOST_REDIRECTS = 3
BUSY = (429, 500, 502, 503, 504)
MOVED = (301, 302, 303, 307, 308)
KEPT = "What was fetched is kept for a day; ask again to go on from there."


class _Again(Exception):  # noqa: N818 - named for what to do
    """This may go well the next time, after so many seconds."""

    def __init__(self, why: str, seconds: float | None = None):
        self.why, self.seconds = why, seconds
        super().__init__(why)


@dataclass
class Asking:
    """Asks one server for pages, all of them together within so many bytes."""

    server: Address
    headers: dict[str, str] = field(repr=False)
    most_bytes: int
    sleep: Callable[[float], None] = time.sleep
    fetched: int = 0

    def __post_init__(self) -> None:
        timeout = httpx.Timeout(READ_SECONDS, connect=CONNECT_SECONDS)
        # The environment is not asked: a .netrc or a proxy would see or replace the token.
        self._client = httpx.Client(timeout=timeout, trust_env=False, follow_redirects=False)

    def close(self) -> None:
        """Let the connection go."""
        self._client.close()

    def page(self, url: str) -> bytes:
        """What stands at the address; asked again, a little later each time, where that may help.

        Raises Refused in words, never with the token.
        """
        attempt = 1
        while True:
            try:
                return self._followed(url)
            except _Again as again:
                wait = 2.0 ** (attempt - 1) if again.seconds is None else again.seconds
                if attempt == TRIES or wait > LONGEST_WAIT_SECONDS:
                    raise Refused(f"{self.server.host} {again.why}. {KEPT}") from None
            self.sleep(wait)
            attempt += 1

    def _followed(self, url: str) -> bytes:
        for _ in range(MOST_REDIRECTS + 1):
            answer = self._asked(url)
            if isinstance(answer, bytes):
                return answer
            url = same_server(urljoin(url, answer), self.server)
        raise Refused(f"{self.server.host} sends on again and again; check the address.")

    def _asked(self, url: str) -> bytes | str:
        """The content, or where the server sends on to."""
        try:
            with self._client.stream("GET", url, headers=self.headers) as response:
                if response.status_code in MOVED:
                    return response.headers.get("location", "")
                self._check(response)
                return self._content(response)
        except httpx.TimeoutException:
            raise _Again("did not answer in time") from None
        except httpx.TransportError:
            raise _Again("cannot be reached, or broke off") from None
        except httpx.InvalidURL:
            raise Refused(f"{self.server.host} names an address that is none.") from None

    def _check(self, response: httpx.Response) -> None:
        status, host = response.status_code, self.server.host
        if status in BUSY:
            said = "asks to wait longer" if status == 429 else f"has a fault of its own ({status})"
            raise _Again(said, _retry_after(response))
        if status in (401, 403):
            raise Refused(f"{host} does not accept the token, or the token may not read this form.")
        if status == 404:
            raise Refused(f"{host} knows no such form; check the form's identifier.")
        if status != 200:
            raise Refused(f"{host} answered with {status}, which says nothing of the form.")

    def _content(self, response: httpx.Response) -> bytes:
        """The body, unpacked no further than the limit."""
        packed = response.headers.get("content-encoding", "identity").lower()
        if packed not in ("identity", "gzip"):
            raise Refused(f"{self.server.host} answers in a packing ({packed}) not asked for.")
        unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS) if packed == "gzip" else None
        content = bytearray()
        for chunk in response.iter_raw():
            room = self.most_bytes - self.fetched - len(content)
            try:
                content += unpacker.decompress(chunk, room + 1) if unpacker else chunk
            except zlib.error:
                raise _Again("sent a damaged answer") from None
            if len(content) > self.most_bytes - self.fetched:
                raise Refused(
                    f"The submissions amount to more than {self.most_bytes >> 20:,} MB "
                    "(UNPOL_IMPORT_MAX_MB); fetch those since a date, a part at a time."
                )
        if unpacker and not unpacker.eof:
            raise _Again("broke off")
        self.fetched += len(content)
        return bytes(content)


def _retry_after(response: httpx.Response) -> float | None:
    """How long the server asks to wait: seconds, or until a date."""
    said = response.headers.get("retry-after", "").strip()
    if said.isdecimal():
        return float(said)
    try:
        until = parsedate_to_datetime(said)
    except (TypeError, ValueError):
        return None
    until = until if until.tzinfo else until.replace(tzinfo=UTC)
    return max(0.0, (until - datetime.now(UTC)).total_seconds())
