"""Which rows of ours do the rows of a file of others make, once its columns are known?"""

from collections.abc import Iterator, Mapping

import pandas as pd

from unpol_data.ingest import daily, naming, own_sites, units, written_dates, written_numbers
from unpol_data.ingest.foreign_table import ForeignTable
from unpol_data.ingest.mapping import SHEET_OF_KIND, ColumnMap
from unpol_data.ingest.read import Asked, Origins, Read
from unpol_data.ingest.refusal import Refused
from unpol_data.ingest.unit_notes import unit_notes
from unpol_data.validation import Problem, headings
from unpol_data.validation.cells import is_blank
from unpol_data.validation.problems import WARNING

COORDINATES = ("latitude", "longitude")
WORDS = ("code", "yes_no")
NUMBERS = ("number", "integer")
NAMED_AT_MOST = 8


class SameInEveryRow(Mapping):
    """The heading of each column of ours in the file: the same one in every row."""

    def __init__(self, headings_by_column: Mapping[str, str]):
        self._headings = dict(headings_by_column)

    def __getitem__(self, place: tuple[int, str]) -> str:
        return self._headings[place[1]]

    def __iter__(self) -> Iterator[tuple[int, str]]:
        return iter(())

    def __len__(self) -> int:
        return len(self._headings)


def mapped(table: ForeignTable, mapping: ColumnMap, asked: Asked, *, form: str) -> Read:
    """The rows of the table as rows of the mapping's kind, each told at its own place.

    Numbers, days and units are read as they were written; names of sites, equipment and
    words become codes; what cannot be understood stays, to be told by validation. Raises
    Refused where the mapping names a heading the file does not have, or one column twice.
    """
    sheet = SHEET_OF_KIND[mapping.kind]
    taken = _taken(table, mapping)
    rows, notes = _rows(table, taken, sheet)
    rows = rows[~rows.map(is_blank).all(axis=1)] if len(rows.columns) else rows.iloc[:0]
    for column, said in mapping.constants.items():
        given = rows[column] if column in rows else pd.Series(None, index=rows.index, dtype=object)
        rows[column] = given.where(~given.map(is_blank), _constant(sheet, column, said))
    rows, told = _in_our_words(rows, mapping.kind, asked)
    origins = Origins(
        rows={row: (table.sheet, row) for row in rows.index},
        columns=SameInEveryRow({column: heading for column, (heading, _) in taken.items()}),
    )
    notes = (*_mapping_notes(table, mapping, taken), *notes, *map(origins.placed, told))
    return Read(
        mapping.kind,
        {sheet: rows},
        form,
        origins={sheet: origins},
        notes=notes,
        headings=tuple(table.rows.columns),
    )


def _constant(sheet: str, column: str, said: str) -> object:
    kinds = headings.columns(sheet).set_index("column")["value_kind"]
    return naming.words(sheet, column)(said) if kinds[column] in WORDS else said


def _taken(table: ForeignTable, mapping: ColumnMap) -> dict[str, tuple[str, str]]:
    """By column of ours: the heading it is read from and the unit it is written in."""
    by_fold = {" ".join(name.casefold().split()): name for name in table.rows.columns}
    taken: dict[str, tuple[str, str]] = {}
    for said, (column, unit) in mapping.columns.items():
        heading = by_fold.get(" ".join(said.casefold().split()))
        if heading is None:
            found = ", ".join(list(table.rows.columns)[:12])
            raise Refused(f"The file has no heading {said!r}; it has {found}.")
        if not column:
            continue
        if column in taken:
            raise Refused(
                f"{taken[column][0]!r} and {heading!r} were both said to hold {column}; "
                "choose one of them."
            )
        taken[column] = (heading, unit)
    return taken


def _rows(
    table: ForeignTable, taken: Mapping[str, tuple[str, str]], sheet: str
) -> tuple[pd.DataFrame, list[Problem]]:
    kinds = headings.columns(sheet).set_index("column")["value_kind"]
    read: dict[str, pd.Series] = {}
    notes: list[Problem] = []
    for column, (heading, unit) in taken.items():
        cells = table.rows[heading]
        cells = cells.where(~cells.map(written_numbers.is_nothing), None)
        if kinds[column] in NUMBERS:
            cells, told = _numbers(cells, column, unit, (table.sheet, heading))
            notes += told
        elif kinds[column] == "date":
            cells, told = _days(cells, unit, (table.sheet, heading))
            notes += told
        elif kinds[column] in WORDS:
            cells = cells.map(naming.words(sheet, column))
        read[column] = cells.astype(object)
    return pd.DataFrame(read, index=table.rows.index, dtype=object), notes


def _days(cells: pd.Series, order: str, place: tuple[str, str]) -> tuple[pd.Series, list[Problem]]:
    """Each day, and a note where only the dots between its numbers tell the day from the month."""
    if order and order not in written_dates.ORDERS:
        known = ", ".join(written_dates.ORDERS)
        raise Refused(f"{order!r} is no order of day and month; expected one of {known}.")
    first = written_dates.ORDERS.get(order)
    if order:
        dotted = ""
    else:
        first = written_dates.day_comes_first(cells.tolist())
        dotted = written_dates.by_dots(cells.tolist())
    read = cells.map(lambda cell: written_dates.day(cell, day_first=first))
    if not dotted:
        return read, []
    meant = written_dates.day(dotted, day_first=True)
    words = f"days written with dots were read day first: {dotted} as {meant.day} {meant:%b %Y}"
    sheet, heading = place
    expected = meant.isoformat()
    return read, [Problem(sheet, None, heading, dotted, expected, words, "day_first", WARNING)]


def _numbers(
    cells: pd.Series, column: str, unit: str, place: tuple[str, str]
) -> tuple[pd.Series, list[Problem]]:
    comma = written_numbers.comma_is_decimal(cells.tolist(), coordinates=column in COORDINATES)
    read = cells.map(lambda cell: written_numbers.number(cell, decimal_comma=comma)).astype(object)
    if column not in units.quantities():
        return read, []
    meant = units.unit(column, unit) if unit else None
    if unit and meant is None:
        known = ", ".join(units.known_units(column))
        raise Refused(f"{unit!r} is not a unit of {column}; expected one of {known}.")
    factor = meant[1] if meant else 1.0

    def converted(cell: object) -> object:
        counts = isinstance(cell, int | float) and not isinstance(cell, bool)
        return cell * factor if counts and factor != 1.0 else cell

    ours = read.map(converted).astype(object)
    return ours, list(unit_notes(cells, ours, column=column, unit=meant, place=place))


def _in_our_words(
    rows: pd.DataFrame, kind: str, asked: Asked
) -> tuple[pd.DataFrame, list[Problem]]:
    if kind == "sites":
        return own_sites.described(rows, asked)
    if "site_code" in rows:
        codes = naming.site_codes(rows["site_code"], asked.known_sites, asked.mission)
        rows = rows.assign(site_code=codes)
    if "equipment_code" in rows:
        rows = rows.assign(equipment_code=rows["equipment_code"].map(naming.equipment_code))
    if kind == "measurements":
        return daily.one_row_a_day(rows)
    return rows, []


def _mapping_notes(
    table: ForeignTable, mapping: ColumnMap, taken: Mapping[str, tuple[str, str]]
) -> Iterator[Problem]:
    def note(rule: str, words: str) -> Problem:
        return Problem(table.sheet, None, "", "", "", words, rule, WARNING)

    if mapping.kept_on is not None:
        when = f"{mapping.kept_on.day} {mapping.kept_on:%b %Y}"
        yield note("mapping_used", f"the columns were understood as on {when}: mapping used again")
    read = {heading for heading, _ in taken.values()}
    left = [heading for heading in table.rows.columns if heading not in read]
    if left:
        more = f" and {len(left) - NAMED_AT_MOST} more" if len(left) > NAMED_AT_MOST else ""
        yield note("columns_not_read", f"not read: {', '.join(left[:NAMED_AT_MOST])}{more}")
    if table.others:
        named = ", ".join(table.others[:NAMED_AT_MOST])
        yield note("sheets_not_read", f"only this sheet was read, not {named}")
