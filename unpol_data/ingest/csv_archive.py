"""Which tables does a zip archive of CSV files hold, as ODK Central exports them?"""

import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from unpol_data.ingest import table_file
from unpol_data.ingest.archive import CHUNK, Limits
from unpol_data.ingest.refusal import Refused

MOST_FILES = 100


def recognises(path: Path) -> bool:
    """Whether it is a zip archive with CSV files and no workbook."""
    try:
        with zipfile.ZipFile(path) as archive:
            names = [_plain(name) for name in archive.namelist()]
    except (zipfile.BadZipFile, OSError):
        return False
    return any(name.endswith(".csv") for name in names) and "workbook.xml" not in names


def sheets(path: Path, *, known_columns: tuple[str, ...], limits: Limits) -> Iterator[dict]:
    """Each CSV file of the archive: its name without folder and ending, and its rows.

    Nothing is unpacked to disk, and what is not CSV (pictures, attachments) is not read.
    Raises Refused for damaged archives, bombs, and two files of one name.
    """
    left = limits.cells
    try:
        with zipfile.ZipFile(path) as archive:
            entries = [one for one in archive.infolist() if _plain(one.filename).endswith(".csv")]
            _check(entries)
            unpacked = 0
            for entry in entries:
                content = _content(archive, entry, limits.unpacked_bytes - unpacked)
                unpacked += len(content)
                if not content.strip():
                    continue
                rows = table_file.rows(content, known_columns=known_columns, most_cells=left)
                left -= sum(len(cells) for _, cells in rows)
                yield {"name": _plain(entry.filename).removesuffix(".csv"), "rows": rows}
    except (zipfile.BadZipFile, EOFError, OSError, NotImplementedError) as error:
        raise Refused("The zip archive is damaged or incomplete; export it again.") from error
    except RuntimeError as error:
        raise Refused("The zip archive is protected by a password; export it without.") from error


def _check(entries: list[zipfile.ZipInfo]) -> None:
    if len(entries) > MOST_FILES:
        raise Refused(
            f"The archive holds {len(entries):,} CSV files; at most {MOST_FILES} are read."
        )
    names = [_plain(entry.filename) for entry in entries]
    for name in names:
        if names.count(name) > 1:
            raise Refused(f"The archive holds two files named {name}; keep one of them.")


def _content(archive: zipfile.ZipFile, entry: zipfile.ZipInfo, most: int) -> bytes:
    """The file's bytes, counted while unpacking: what the archive says of itself is not trusted."""
    pieces, size = [], 0
    with archive.open(entry) as part:
        while chunk := part.read(CHUNK):
            size += len(chunk)
            if size > most:
                raise Refused(
                    "The archive unpacks to more than is read; export fewer submissions at a "
                    "time (UNPOL_IMPORT_MAX_MB sets the limit: ten times it)."
                )
            pieces.append(chunk)
    return b"".join(pieces)


def _plain(name: str) -> str:
    """The file's own name in small letters, without any folder."""
    return PurePosixPath(name.replace("\\", "/")).name.casefold()
