"""How is a cell of a record read: a code of which list, several codes, a date?"""

import re
from collections.abc import Iterator

from unpol_data import reference
from unpol_data.reference.records import SITES, RecordColumn
from unpol_data.validation import cells
from unpol_data.validation.problems import nearest
from unpol_data.validation.reading import Expected

PLAIN_CODE = re.compile(r"[A-Z0-9][A-Z0-9._-]{0,59}")
READERS: dict[str, cells.Reader] = {
    "text": cells.trimmed,
    "date": cells.day,
    "integer": cells.integer,
    "number": cells.number,
    "yes_no": cells.yes_no,
}


def expected(kind: str) -> Iterator[Expected]:
    """What each column of the kind has to hold."""
    for column in reference.records.columns(kind):
        yield Expected(column.column, column.value_kind, _reader(column), column.required)


def _reader(column: RecordColumn) -> cells.Reader:
    if column.value_kind in READERS:
        return READERS[column.value_kind]
    if column.value_kind == "codes":
        return _several(column)
    if column.codes:
        return cells.code_of(column.codes)
    return plain_code


def plain_code(cell: object) -> str:
    """A code of a record or site: capital letters, digits, full stops and hyphens."""
    code = cells.free_code(cell)
    if not PLAIN_CODE.fullmatch(code):
        raise cells.NotUnderstood("a code of letters, digits and hyphens, such as VISIT-2026-1")
    return code


def _several(column: RecordColumn) -> cells.Reader:
    """A reader of several codes, separated by blanks or commas, in order and each once."""
    known = column.codes
    one = plain_code if column.list_name == SITES else cells.code_of(known)

    def several(cell: object) -> str:
        found = []
        for word in re.split(r"[\s,;]+", cells.trimmed(cell)):
            try:
                found.append(one(word))
            except cells.NotUnderstood as error:
                hint = nearest(word, known) if known else error.expected
                raise cells.NotUnderstood(f"codes separated by blanks; {word!r}: {hint}") from error
        return " ".join(dict.fromkeys(found))

    return several
