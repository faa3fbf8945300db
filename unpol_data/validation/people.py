"""Does a cell name a person, where only a role may stand?"""

import re
from collections.abc import Iterator, Mapping

import pandas as pd

from unpol_data.validation.context import Context
from unpol_data.validation.problems import WARNING, Problem, of_rows

# One sign on either side is enough: looking for all of them takes minutes in a note without any @.
EMAIL = re.compile(r"[^\s@]@[^\s@]+\.[^\s@]")
PHONE = re.compile(r"\+?\d(?:[\s().-]*\d){6,}")
COURTESY = re.compile(r"\b(?:mr|mrs|ms|miss|mme|mlle|dr|sr|sra)\b\.?\s+\w", re.IGNORECASE)

NOTES = (("answers", "note"), ("equipment", "note"), ("sites", "note"), ("connectivity", "note"))
FORBIDDEN = (
    ("email_address", EMAIL, "an e-mail address"),
    ("phone_number", PHONE, "a phone number"),
    ("personal_name", COURTESY, "a person's name"),
)


def problems(tables: Mapping[str, pd.DataFrame], context: Context) -> Iterator[Problem]:
    """Roles that hold an e-mail address, a phone number or a name; notes with an address."""
    if "answers" in tables:
        for rule, pattern, words in FORBIDDEN:
            rows = tables["answers"]
            yield from of_rows(
                rows,
                holds(rows["respondent_role"], pattern),
                sheet="answers",
                column="respondent_role",
                rule=rule,
                expected="a role, such as signals officer",
                words=f"this looks like {words}; write the role only, such as signals officer",
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


def holds(cells: pd.Series, pattern: re.Pattern[str]) -> pd.Series:
    """Which cells are text in which the pattern is found."""
    found = [isinstance(cell, str) and bool(pattern.search(cell)) for cell in cells]
    return pd.Series(found, index=cells.index, dtype=bool)
