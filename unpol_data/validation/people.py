"""Does a cell name a person, where only a role may stand?"""

import re
from collections.abc import Iterator, Mapping

import pandas as pd

from unpol_data.validation.context import Context
from unpol_data.validation.names import is_person, may_be_person, place_words
from unpol_data.validation.problems import ERROR, WARNING, Problem, of_rows

# One sign on either side is enough: looking for all of them takes minutes in a note without any @.
EMAIL = re.compile(r"[^\s@]@[^\s@]+\.[^\s@]")
PHONE = re.compile(r"\+?\d(?:[\s().-]*\d){6,}")

NOTES = (("answers", "note"), ("equipment", "note"), ("sites", "note"), ("connectivity", "note"))
NAME, MAYBE_NAME = "personal_name", "maybe_personal_name"
FORBIDDEN = (
    ("email_address", EMAIL, "an e-mail address"),
    ("phone_number", PHONE, "a phone number"),
)


def problems(tables: Mapping[str, pd.DataFrame], context: Context) -> Iterator[Problem]:
    """Roles that hold an e-mail address, a phone number or a name; notes with an address."""
    if "answers" in tables:
        rows = tables["answers"]
        for rule, mask, words, severity in roles(rows["respondent_role"], _places(tables, context)):
            yield from of_rows(
                rows,
                mask,
                sheet="answers",
                column="respondent_role",
                rule=rule,
                expected="a role, such as signals officer",
                words=f"this looks like {words}; write the role only, such as signals officer",
                severity=severity,
            )
    for sheet, column in NOTES:
        if sheet in tables:
            yield from of_rows(
                tables[sheet],
                holds(tables[sheet][column], EMAIL),
                sheet=sheet,
                column=column,
                rule="email_in_note",
                expected="no personal data",
                words="the note holds an e-mail address; leave personal data out",
                severity=WARNING,
            )


def roles(
    cells: pd.Series, places: frozenset[str], *, bare: bool = True
) -> Iterator[tuple[str, pd.Series, str, str]]:
    """Of cells that may only hold a role: each rule, the cells that break it, what it looks like,
    and how severe that is. `places` and `bare` as in names.is_person.
    """
    for rule, pattern, words in FORBIDDEN:
        yield rule, holds(cells, pattern), words, ERROR
    written = [cell for cell in cells.unique() if isinstance(cell, str) and not EMAIL.search(cell)]
    persons = {cell for cell in written if is_person(cell, places, bare=bare)}
    yield NAME, cells.isin(persons), "a person's name", ERROR
    doubtful = {cell for cell in written if bare and may_be_person(cell, places)} - persons
    yield MAYBE_NAME, cells.isin(doubtful), "a person's name, unless it is a place", WARNING


def _places(tables: Mapping[str, pd.DataFrame], context: Context) -> frozenset[str]:
    """Words of the names of sites, those held and those the file describes."""
    described = tables["sites"]["name"] if "sites" in tables else ()
    return place_words([*context.known_sites["name"], *described])


def holds(cells: pd.Series, pattern: re.Pattern[str]) -> pd.Series:
    """Which cells are text in which the pattern is found."""
    found = [isinstance(cell, str) and bool(pattern.search(cell)) for cell in cells]
    return pd.Series(found, index=cells.index, dtype=bool)
