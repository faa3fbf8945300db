"""Does a record name a person, where only offices, roles and institutions may stand?"""

from collections.abc import Iterator, Mapping

import pandas as pd

from unpol_data import reference
from unpol_data.validation.names import place_words
from unpol_data.validation.people import EMAIL, holds, roles
from unpol_data.validation.problems import WARNING, Problem, of_rows
from unpol_data.validation.records.context import RecordContext

OFFICES = ("office", "role", "partner")
# Institutions are named after whatever they like; only a title in their name tells a person.
INSTITUTIONS = ("partner",)


def problems(tables: Mapping[str, pd.DataFrame], context: RecordContext) -> Iterator[Problem]:
    """Offices, roles and partners that hold a name or address; other text with an address."""
    places = place_words(context.known_sites["name"])
    for kind, rows in tables.items():
        for column in reference.records.columns(kind):
            if column.column in OFFICES:
                yield from _office_problems(kind, rows, column.column, places)
            elif column.value_kind == "text":
                yield from of_rows(
                    rows,
                    holds(rows[column.column], EMAIL),
                    sheet=kind,
                    column=column.column,
                    rule="email_in_text",
                    expected="no personal data",
                    words="the text holds an e-mail address; leave personal data out",
                    severity=WARNING,
                )


def _office_problems(
    kind: str, rows: pd.DataFrame, column: str, places: frozenset[str]
) -> Iterator[Problem]:
    bare = column not in INSTITUTIONS
    for rule, mask, words, severity in roles(rows[column], places, bare=bare):
        yield from of_rows(
            rows,
            mask,
            sheet=kind,
            column=column,
            rule=rule,
            expected="an office, a role or an institution",
            words=f"this looks like {words}; name the office, the role or the institution only",
            severity=severity,
        )
