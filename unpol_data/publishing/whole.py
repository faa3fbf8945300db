"""May a draft be handed in as a whole, and if not, what must be put right where?"""

from collections.abc import Mapping
from datetime import date

import pandas as pd
from sqlalchemy import Connection

from unpol_data import reference
from unpol_data.access import Viewer
from unpol_data.queries import drafts, held
from unpol_data.store.errors import StoreError
from unpol_data.validation import Context, Problem, judge
from unpol_data.validation.answers import in_words
from unpol_data.validation.problems import ERROR, of_sheet, shown

OWN_ROW, ANSWERS, NOTHING = "assessment", "answers", "nothing_said"
THE_ROW = "What it says of itself"
SHOWN = 10
NAMES = {
    "item_code": ("framework", "item_code", "question"),
    "equipment_code": ("equipment", "equipment_code", "name"),
    "threat_code": ("threats", "threat_code", "name"),
}


class DraftRefused(StoreError):
    """A draft that is not handed in: everything in it that must be put right first.

    `places` says in words what each row is about, by the row of the problem.
    """

    def __init__(self, problems: tuple[Problem, ...], places: Mapping[int, str]):
        self.problems, self.places = problems, dict(places)
        count = "1 problem" if len(problems) == 1 else f"{len(problems):,} problems"
        self.summary = f"Not submitted: {count} to put right first. Nothing was changed."
        super().__init__("\n".join([*self._lines(), self.summary]))

    def _lines(self) -> list[str]:
        lines = [self._line(one) for one in self.problems[:SHOWN]]
        left = len(self.problems) - len(lines)
        return [*lines, f"and {left:,} more"] if left else lines

    def _line(self, one: Problem) -> str:
        place = [one.sheet, self.places.get(one.row, ""), one.column.replace("_", " ")]
        return f"{', '.join(part for part in place if part)}: {one.words}".removeprefix(": ")


def must_be_sound(
    connection: Connection, described: pd.Series, *, viewer: Viewer, today: date
) -> None:
    """Judge everything the draft says as a file would be; raises DraftRefused with all of it.

    A draft that says nothing but what it is itself is refused too.
    """
    number = int(described["assessment_id"])
    sheets = _numbered(drafts.sheets(connection, number), described["kind"])
    known = held.sites(connection, viewer)
    said_of = described["reference"]
    context = Context(
        today=today,
        mission_code=described["mission_code"],
        known_sites=known,
        reference=None if pd.isna(said_of) else said_of,
    )
    found = [one for one in judge(sheets, context=context).problems if one.severity == ERROR]
    if not set(sheets) - {OWN_ROW}:
        words = "The draft holds no answer, count, measurement, rating or site yet."
        found.append(of_sheet("", rule=NOTHING, expected="at least one row", words=words))
    if found:
        raise DraftRefused(tuple(found), _places(sheets, known))


def _numbered(sheets: Mapping[str, pd.DataFrame], kind: str) -> dict[str, pd.DataFrame]:
    """The sheets that hold something, each row with a number of its own among all of them.

    Facts of one sheet alone came without a row about the assessment. What was replaced counts
    in no figure and was judged when it came.
    """
    filled = {name: rows for name, rows in sheets.items() if len(rows) and name != drafts.REPLACED}
    if kind != OWN_ROW:
        del filled[OWN_ROW]
    if ANSWERS in filled:
        filled[ANSWERS] = in_words(filled[ANSWERS])
    first, numbered = 1, {}
    for name, rows in filled.items():
        numbered[name] = rows.set_axis(range(first, first + len(rows)))
        first += len(rows)
    return numbered


def _places(sheets: Mapping[str, pd.DataFrame], known: pd.DataFrame) -> dict[int, str]:
    """What each row is about: "Bor: How many posts are filled?"."""
    described = [known, *(rows for name, rows in sheets.items() if name == "sites")]
    sites = {
        code: name
        for rows in described
        for code, name in zip(rows["site_code"], rows["name"], strict=True)
        if not pd.isna(name)
    }
    return {
        row: THE_ROW if name == OWN_ROW else _place(cells, sites)
        for name, rows in sheets.items()
        for row, cells in zip(rows.index, rows.to_dict("records"), strict=True)
    }


def _place(cells: Mapping[str, object], sites: Mapping[str, str]) -> str:
    code = cells.get("site_code")
    parts = [sites.get(code, code)] if code else []
    for column, (table, key, name) in NAMES.items():
        if cells.get(column):
            names = reference.table(table).set_index(key)[name]
            parts.append(names.get(cells[column], cells[column]))
    if cells.get("side") == "host_state":
        parts.append(reference.name("side", "host_state"))
    if "measured_on" in cells:
        parts.append(shown(cells["measured_on"]))
    return ": ".join(parts)
