"""May this server be asked at all?

Only over an encrypted connection, and never a machine inside the own network unless its name
is among those allowed (UNPOL_PULL_HOSTS): otherwise whoever types an address could look at
what only this machine can reach.
"""

import ipaddress
import socket
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from unpol_data.ingest.refusal import Refused


@dataclass(frozen=True)
class Address:
    """A server: what its addresses begin with, and the name of its host."""

    base: str
    host: str


def checked(url: str, *, allowed: Sequence[str], only_allowed: bool) -> Address:
    """The server at this address; raises Refused where it must not be asked.

    With `only_allowed` no other host than those allowed is asked; without, any in public.
    """
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").rstrip(".").lower(), parts.port
    except ValueError as error:
        raise Refused(_not_an_address()) from error
    if parts.scheme not in ("https", "http") or not host or parts.query or parts.fragment:
        raise Refused(_not_an_address())
    if parts.username is not None or parts.password is not None:
        raise Refused("The address holds a name or password; leave these out and give a token.")
    if only_allowed and host not in allowed:
        raise Refused(
            f"Submissions may be fetched from {', '.join(allowed) or 'no server'} only, not from "
            f"{host} (UNPOL_PULL_HOSTS)."
        )
    found = _addresses(host, port or (443 if parts.scheme == "https" else 80))
    if parts.scheme == "http" and not all(one.is_loopback for one in found):
        raise Refused(f"{host} must be asked over https, so that nobody can read the token.")
    if host not in allowed and not all(one.is_global for one in found):
        raise Refused(
            f"{host} is inside a private network; it may only be asked where it is named in "
            "UNPOL_PULL_HOSTS."
        )
    return Address(f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}", host)


def same_server(url: str, server: Address) -> str:
    """An address the server named, on that server: its path and query, asked as before.

    Raises Refused where it leads to another host: the token is for this one.
    """
    parts, own = urlsplit(url), urlsplit(server.base)
    if parts.hostname is not None and parts.hostname.rstrip(".").lower() != server.host:
        raise Refused(
            f"{server.host} sends on to another server, {parts.hostname}; it was not followed. "
            "Give the address of the server that holds the submissions."
        )
    return f"{own.scheme}://{own.netloc}{parts.path}" + (f"?{parts.query}" if parts.query else "")


def _not_an_address() -> str:
    return "This is not the address of a server; give one such as https://kf.kobotoolbox.org."


def _addresses(host: str, port: int) -> list[ipaddress.IPv4Address | ipaddress.IPv6Address]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Refused(
            f"There is no server {host}, or it cannot be found from here; check the address."
        ) from error
    known = [ipaddress.ip_address(one[4][0].partition("%")[0]) for one in found]
    return [getattr(one, "ipv4_mapped", None) or one for one in known]
