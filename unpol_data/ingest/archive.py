"""Is this zip archive a workbook of a size that can be read, and which cells are broken?

Nothing here trusts what the archive says about itself: sizes are counted while unpacking.
"""

import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import BinaryIO
from xml.etree import ElementTree

from unpol_data.ingest.refusal import Refused

CHUNK = 1 << 20
MOST_ENTRIES = 2_000
# Honest worksheets shrink about tenfold, monotonous ones fiftyfold; bombs a thousandfold.
MOST_RATIO = 200
RATIO_MATTERS_FROM = 10 << 20
MOST_BROKEN_CELLS = 10_000

CELL = re.compile(rb"<(?:\w+:)?c(?=[\s>])([^>]*?)(?<!/)>(.*?)</(?:\w+:)?c>", re.DOTALL)
REFERENCE = re.compile(rb"""\br\s*=\s*["']([A-Z]{1,3})(\d{1,7})["']""")
ERROR_TYPE = re.compile(rb"""\bt\s*=\s*["']e["']""")
TEXT_TYPE = re.compile(rb"""\bt\s*=\s*["']str["']""")
VALUE = re.compile(rb"<(?:\w+:)?v>([^<]*)<")
FORMULA = re.compile(rb"<(?:\w+:)?f[\s>/]")
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(frozen=True)
class Limits:
    """How much is read at most."""

    unpacked_bytes: int
    cells: int


@dataclass
class Extent:
    """How far a worksheet reaches, and its cells that have no value of their own."""

    rows: int = 0
    columns: int = 0
    last: str = ""
    broken: dict[tuple[int, int], str] = field(default_factory=dict)


def extents(source: BinaryIO, *, ours: tuple[str, ...], limits: Limits) -> dict[str, Extent]:
    """How far each worksheet that is read really reaches, by its name, in workbook order.

    Where any sheet has one of `ours` names only these are read, else every one.
    Raises Refused for damaged archives, bombs, document types, and sheets beyond the limit.
    """
    try:
        with zipfile.ZipFile(source) as archive:
            _check_entries(archive, limits)
            counted = _Counted(limits.unpacked_bytes)
            parts = _worksheets(archive, counted)
            plain = {name: name.strip().casefold() for name in parts}
            every = not set(plain.values()) & set(ours)
            found = {}
            for name, part in parts.items():
                if every or plain[name] in ours:
                    found[name] = _extent(name, counted.chunks(archive, part), limits.cells)
            looked_at = {parts[name] for name in found}
            for entry in archive.infolist():
                if entry.filename not in looked_at:
                    for _ in counted.chunks(archive, entry.filename):
                        pass
            return found
    except (zipfile.BadZipFile, EOFError, KeyError, OSError, NotImplementedError) as error:
        raise Refused(
            "The workbook is damaged or incomplete; open it in a spreadsheet program and "
            "save it again as .xlsx."
        ) from error
    except ElementTree.ParseError as error:
        raise Refused("The workbook's list of sheets is damaged; save it again.") from error
    except RuntimeError as error:
        raise Refused("The workbook is protected by a password; save it without one.") from error


def _check_entries(archive: zipfile.ZipFile, limits: Limits) -> None:
    entries = archive.infolist()
    names = {entry.filename for entry in entries}
    if "xl/workbook.bin" in names:
        raise Refused("This is a binary workbook (.xlsb); save it as .xlsx.")
    if "content.xml" in names:
        raise Refused("This is an OpenDocument spreadsheet; save it as .xlsx.")
    if "xl/workbook.xml" not in names:
        raise Refused("This is a zip archive, but not a workbook; give an .xlsx or a CSV file.")
    if len(entries) > MOST_ENTRIES:
        raise Refused(
            f"The workbook consists of {len(entries):,} parts; at most {MOST_ENTRIES:,} are read."
        )
    if len(names) < len(entries):
        raise Refused("The workbook holds two parts of the same name; save it again.")
    claimed = sum(entry.file_size for entry in entries)
    if claimed > limits.unpacked_bytes:
        raise Refused(_too_large(claimed, limits.unpacked_bytes))
    for entry in entries:
        packed = max(entry.compress_size, 1)
        if entry.file_size > RATIO_MATTERS_FROM and entry.file_size / packed > MOST_RATIO:
            raise Refused(
                f"A part of the workbook unpacks to {entry.file_size // packed:,} times its size; "
                f"at most {MOST_RATIO} times is read."
            )


def _too_large(size: int, most: int) -> str:
    return (
        f"The workbook unpacks to more than {most >> 20:,} MB"
        + (f" (it claims {size >> 20:,} MB)" if size else "")
        + "; remove what is not needed (UNPOL_IMPORT_MAX_MB sets the limit: ten times it)."
    )


class _Counted:
    """Unpacks parts chunk by chunk and stops when all of them together exceed the limit."""

    def __init__(self, most: int):
        self.most = most
        self.unpacked = 0

    def chunks(self, archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
        tail = b""
        with archive.open(name) as part:
            while chunk := part.read(CHUNK):
                self.unpacked += len(chunk)
                if self.unpacked > self.most:
                    raise Refused(_too_large(0, self.most))
                if name.endswith((".xml", ".rels")) and b"<!DOCTYPE" in tail + chunk:
                    raise Refused(
                        "The workbook contains a document type declaration, which no spreadsheet "
                        "program writes; it was not read."
                    )
                tail = chunk[-16:]
                yield chunk


def _worksheets(archive: zipfile.ZipFile, counted: _Counted) -> dict[str, str]:
    """The part that holds each worksheet, by the sheet's name."""
    relations = ElementTree.fromstring(
        b"".join(counted.chunks(archive, "xl/_rels/workbook.xml.rels"))
    )
    targets = {one.get("Id"): one.get("Target", "") for one in relations}
    workbook = ElementTree.fromstring(b"".join(counted.chunks(archive, "xl/workbook.xml")))
    parts = {}
    for sheet in workbook.iter():
        if sheet.tag.rpartition("}")[2] != "sheet":
            continue
        target = targets.get(sheet.get(RELATION), "")
        part = target.lstrip("/") if target.startswith("/") else posixpath.join("xl", target)
        part = posixpath.normpath(part)
        if part in archive.namelist() and "worksheets" in part:
            parts[sheet.get("name", "")] = part
    return parts


def _extent(name: str, chunks: Iterator[bytes], most_cells: int) -> Extent:
    extent = Extent()
    rest = b""
    for chunk in chunks:
        text = rest + chunk
        end = 0
        for cell in CELL.finditer(text):
            _look_at(cell, extent)
            end = cell.end()
        # Comments and prose between cells may be long; a cell's own text is at most 32 kB.
        rest = text[max(end, len(text) - CHUNK) :]
        if extent.rows * extent.columns > most_cells:
            raise Refused(
                f"Sheet {name} reaches to cell {extent.last}, which makes more than "
                f"{most_cells:,} cells (UNPOL_IMPORT_MAX_CELLS); delete what stands far from "
                "the table and save again."
            )
    return extent


def _look_at(cell: re.Match[bytes], extent: Extent) -> None:
    place = REFERENCE.search(cell[1])
    if place is None:
        return
    row, column = int(place[2]), _column_number(place[1])
    if row > extent.rows or column > extent.columns:
        extent.last = (place[1] + place[2]).decode("ascii")
    extent.rows, extent.columns = max(extent.rows, row), max(extent.columns, column)
    if len(extent.broken) >= MOST_BROKEN_CELLS:
        return
    if ERROR_TYPE.search(cell[1]):
        extent.broken[row, column] = _value(cell).decode("utf-8", "replace") or "#ERROR"
    elif FORMULA.search(cell[2]) and not _value(cell) and not TEXT_TYPE.search(cell[1]):
        extent.broken[row, column] = "="


def _value(cell: re.Match[bytes]) -> bytes:
    value = VALUE.search(cell[2])
    return value[1] if value else b""


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + letter - 64
    return number
