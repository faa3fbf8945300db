"""What does the environment ask of this installation?

Every setting is read here and nowhere else; docs/deployment.md lists them.
"""

import os
import re
from collections.abc import Mapping
from dataclasses import dataclass

DEFAULT_STORE_URL = "sqlite:///var/unpol.db"
STORES = ("sqlite:///", "postgresql://", "postgresql+psycopg://")
DEFAULT_ADDRESS = "127.0.0.1"
HOST = re.compile(r"[a-z0-9]([a-z0-9.-]*[a-z0-9])?|[0-9a-f:]+")


class SettingsError(ValueError):
    """A setting cannot be used; the message names it, its value and what it should be."""


@dataclass(frozen=True)
class Settings:
    """The settings in force, one field per environment variable."""

    store_url: str
    address: str
    port: int
    import_max_mb: int
    import_seconds: int
    import_memory_mb: int
    import_max_cells: int
    work_seconds: int
    pull_hosts: tuple[str, ...] = ()


def _whole_number(environ: Mapping[str, str], variable: str, default: int, most: int) -> int:
    given = environ.get(variable, "").strip() or str(default)
    if not given.isdecimal() or not 1 <= int(given) <= most:
        raise SettingsError(
            f"{variable} is {given!r}; it must be a whole number from 1 to {most:,}."
        )
    return int(given)


def _store_url(environ: Mapping[str, str]) -> str:
    given = environ.get("UNPOL_STORE_URL", "").strip() or DEFAULT_STORE_URL
    if not given.startswith(STORES):
        scheme = given.partition(":")[0]
        raise SettingsError(
            f"UNPOL_STORE_URL starts with {scheme!r}; a store is kept in SQLite or PostgreSQL: use "
            "sqlite:///path/to/file.db or postgresql://account@host/database."
        )
    return given


def _hosts(environ: Mapping[str, str], variable: str) -> tuple[str, ...]:
    given = environ.get(variable, "").replace(",", " ").split()
    for host in given:
        if not HOST.fullmatch(host.lower()):
            raise SettingsError(
                f"{variable} names {host!r}; give names of servers with commas between them, "
                "such as kf.kobotoolbox.org, without https:// and path."
            )
    return tuple(host.lower() for host in given)


def pull_token(environ: Mapping[str, str] | None = None) -> str:
    """The token for fetching submissions, empty where none is given.

    Not among the settings: those are handed on, and it must not be.
    """
    environ = os.environ if environ is None else environ
    return environ.get("UNPOL_PULL_TOKEN", "")


def settings(environ: Mapping[str, str] | None = None) -> Settings:
    """The settings in force, defaults filled in.

    Raises SettingsError with the variable, its value and what is expected.
    """
    environ = os.environ if environ is None else environ
    return Settings(
        store_url=_store_url(environ),
        address=environ.get("UNPOL_ADDRESS", "").strip() or DEFAULT_ADDRESS,
        port=_whole_number(environ, "UNPOL_PORT", 8501, 65_535),
        import_max_mb=_whole_number(environ, "UNPOL_IMPORT_MAX_MB", 25, 1_000),
        import_seconds=_whole_number(environ, "UNPOL_IMPORT_SECONDS", 60, 3_600),
        import_memory_mb=_whole_number(environ, "UNPOL_IMPORT_MEMORY_MB", 1_024, 65_536),
        import_max_cells=_whole_number(environ, "UNPOL_IMPORT_MAX_CELLS", 2_000_000, 100_000_000),
        work_seconds=_whole_number(environ, "UNPOL_WORK_SECONDS", 600, 86_400),
        pull_hosts=_hosts(environ, "UNPOL_PULL_HOSTS"),
    )
