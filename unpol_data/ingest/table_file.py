"""Which rows does a single-table CSV file hold?"""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from itertools import islice

from unpol_data.ingest.refusal import Refused

MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
LOOKED_THROUGH = 1 << 20
ROWS_LOOKED_THROUGH = 25
# A first line by which spreadsheet programs are told the separator.
SEPARATOR_LINE = re.compile(r"\A\ufeff?\s*sep=[,;\t]\r?\n", re.IGNORECASE)
DELIMITERS = (",", ";", "\t")
# As many as a spreadsheet program shows; more are an accident or mean harm.
MOST_COLUMNS = 16_384


def rows(content: bytes, *, known_columns: tuple[str, ...], most_cells: int) -> list[list]:
    """Rows that hold anything, as [row number, cells]; every cell is text and stays text.

    Encoding: by its mark, else UTF-8, else Windows-1252. Separator: the one of , ; and
    tab that makes rows of one width, then the most known headings, then the most columns.
    Rows are numbered as a spreadsheet shows them.
    """
    text = _text(content)
    text = SEPARATOR_LINE.sub("", text, count=1)
    delimiter = _delimiter(text, known_columns)
    found, count = [], 0
    try:
        for row, cells in enumerate(_records(text, delimiter), start=1):
            if len(cells) > MOST_COLUMNS:
                raise Refused(
                    f"Row {row:,} has {len(cells):,} columns; at most {MOST_COLUMNS:,} are read."
                )
            count += len(cells)
            if count > most_cells:
                raise Refused(
                    f"The file holds more than {most_cells:,} cells (UNPOL_IMPORT_MAX_CELLS); "
                    "split it."
                )
            kept = [cell if cell.strip() else None for cell in cells]
            if any(cell is not None for cell in kept):
                found.append([row, kept])
    except csv.Error as error:
        raise Refused(f"The CSV file cannot be read: {error}. Is a quotation mark open?") from error
    return found


def _records(text: str, delimiter: str) -> Iterator[list[str]]:
    # strict: an open quotation mark would otherwise swallow the rest of the file unseen.
    return csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)


def _text(content: bytes) -> str:
    for mark, encoding in MARKS:
        if content.startswith(mark):
            try:
                return _sound(content.decode(encoding))
            except UnicodeDecodeError as error:
                raise Refused(f"The file says it is {encoding}, but is not.") from error
    try:
        return _sound(content.decode("utf-8"))
    except UnicodeDecodeError:
        return _sound(content.decode("cp1252", errors="replace"))


def _sound(text: str) -> str:
    if "\0" in text:
        raise Refused(
            "The file is neither a workbook nor a text table (it holds NUL characters); "
            "give an .xlsx or a CSV file."
        )
    return text


def _delimiter(text: str, known_columns: tuple[str, ...]) -> str:
    """The separator that makes rows of one width, the most known headings, the most columns.

    Looks at the first rows: headings may stand below a banner.
    """
    beginning = text.lstrip()[:LOOKED_THROUGH]

    def headings(delimiter: str) -> tuple[bool, int, int]:
        # Not strict: with the wrong separator the quotation marks stand in the wrong places.
        rows = csv.reader(io.StringIO(beginning, newline=""), delimiter=delimiter)
        looked = []
        # With the wrong separator an open quotation mark may run past the longest field.
        with suppress(csv.Error):
            looked.extend(row for row in islice(rows, ROWS_LOOKED_THROUGH) if row)
        known = max(
            (sum(name.strip().casefold() in known_columns for name in row) for row in looked),
            default=0,
        )
        widths = Counter(map(len, looked)).most_common(1)
        width, count = widths[0] if widths else (0, 0)
        # The wrong separator cuts known words out of long questions, but no two rows alike.
        regular = width > 1 and 2 * count > len(looked)
        return regular, known, width

    return max(DELIMITERS, key=headings)
