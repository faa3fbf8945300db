"""Does a record name a person, where only offices, roles and institutions may stand?"""

from collections.abc import Iterator, Mapping

import pandas as pd

from unpol_data import reference
from unpol_data.validation.people import EMAIL, FORBIDDEN, holds
from unpol_data.validation.problems import WARNING, Problem, of_rows
from unpol_data.validation.records.context import RecordContext

OFFICES = ("office", "role", "partner")


def problems(tables: Mapping[str, pd.DataFrame], context: RecordContext) -> Iterator[Problem]:
    """Offices, roles and partners that hold a name or address; other text with an address."""
    for kind, rows in tables.items():
        for column in reference.records.columns(kind):
            if column.column in OFFICES:
                yield from _office_problems(kind, rows, column.column)
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


def _office_problems(kind: str, rows: pd.DataFrame, column: str) -> Iterator[Problem]:
    for rule, pattern, words in FORBIDDEN:
        yield from of_rows(
            rows,
            holds(rows[column], pattern),
            sheet=kind,
            column=column,
            rule=rule,
            expected="an office, a role or an institution",
            words=f"this looks like {words}; name the office, the role or the institution only",
        )
