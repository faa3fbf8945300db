"""Which column of ours does each column of a file of others hold, and in which unit?"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from unpol_data.ingest.refusal import Refused
from unpol_data.validation import headings
from unpol_data.validation.problems import nearest

SHEET_OF_KIND = {
    "sites": "sites",
    "answers": "answers",
    "equipment": "equipment",
    "measurements": "connectivity",
    "threats": "threats",
}
NOT_READ = ""


@dataclass(frozen=True)
class ColumnMap:
    """How one kind of table is understood.

    `columns`: by heading of the file, the column of the data dictionary and the unit it is
    written in ("" where it is that of the column). `constants`: by column, what holds for all
    rows. `kept_on` is the day on which the mapping was kept, where it comes from the store.
    """

    kind: str
    columns: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    constants: Mapping[str, str] = field(default_factory=dict)
    kept_on: date | None = None

    def as_plain(self) -> dict:
        """The mapping as plain values: kind, columns and constants."""
        columns = {heading: list(said) for heading, said in self.columns.items()}
        return {"kind": self.kind, "columns": columns, "constants": dict(self.constants)}

    def kept_form(self) -> dict:
        """The mapping as the store keeps it; a date that held for one file is not kept."""
        dated = set(dates_of(self.kind))
        return {
            "columns": {heading: list(said) for heading, said in self.columns.items()},
            "constants": {
                column: said for column, said in self.constants.items() if column not in dated
            },
        }


def of_plain(kind: str, said: Mapping, *, kept_on: date | None = None) -> ColumnMap:
    """The mapping that was told, or kept, as plain values.

    Raises Refused where it names a kind or a column that there is not.
    """
    if kind not in SHEET_OF_KIND:
        raise Refused(f"{kind!r} is not a kind of table; expected {', '.join(SHEET_OF_KIND)}.")
    columns = {
        heading: (_column(kind, column), (unit or "").strip())
        for heading, (column, unit) in said["columns"].items()
    }
    constants = {_column(kind, column): value for column, value in said["constants"].items()}
    return ColumnMap(kind, columns, constants, kept_on)


@dataclass(frozen=True)
class Headed:
    """The headings of a table of others, in order, each with a few cells below it."""

    headings: tuple[str, ...]
    examples: Mapping[str, tuple[str, ...]]


class MappingNeeded(Refused):
    """Nobody has said yet what the columns of this file hold.

    `to_map` has, as plain values, the headings, a few cells below each, and the mapping that
    is suggested: kind, columns and constants.
    """

    def __init__(self, words: str, *, found: Headed, suggested: ColumnMap):
        self.to_map = {
            "headings": list(found.headings),
            "examples": {heading: list(cells) for heading, cells in found.examples.items()},
            **suggested.as_plain(),
        }
        self.asks = {"to_map": self.to_map}
        super().__init__(words)


def headings_digest(found: Iterable[str]) -> str:
    """One digest for the same headings, whatever their order, capitals and blanks."""
    said = sorted(" ".join(heading.casefold().split()) for heading in found)
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


def columns_of(kind: str) -> tuple[str, ...]:
    """The columns of the data dictionary that a table of this kind may hold, in order."""
    return tuple(headings.columns(SHEET_OF_KIND[kind])["column"])


def required_of(kind: str) -> tuple[str, ...]:
    """Those of them that every row needs."""
    rows = headings.columns(SHEET_OF_KIND[kind])
    return tuple(rows.loc[rows["required"] == "yes", "column"])


def dates_of(kind: str) -> tuple[str, ...]:
    """Those of them that hold a day."""
    rows = headings.columns(SHEET_OF_KIND[kind])
    return tuple(rows.loc[rows["value_kind"] == "date", "column"])


def said_by_person(kind: str, mapped: Iterable[str], constants: Iterable[str]) -> ColumnMap:
    """The mapping told as "heading=column" or "heading=column:unit" and "column=value".

    Raises Refused where one of them has another form or names no column of this kind.
    """
    columns = {}
    for one in mapped:
        heading, sign, target = one.rpartition("=")
        column, _, unit = target.partition(":")
        if not sign or not heading.strip():
            raise Refused(f"{one!r} is not of the form heading=column or heading=column:unit.")
        columns[heading.strip()] = (_column(kind, column), unit.strip())
    fixed = {}
    for one in constants:
        column, sign, value = one.partition("=")
        if not sign or not value.strip():
            raise Refused(f"{one!r} is not of the form column=value.")
        fixed[_column(kind, column)] = value.strip()
    return ColumnMap(kind, columns, fixed)


def _column(kind: str, said: str) -> str:
    column = said.strip().casefold()
    known = columns_of(kind)
    if column and column not in known:
        raise Refused(f"{said!r} is not a column of {kind}; expected {nearest(said, known)}.")
    return column
