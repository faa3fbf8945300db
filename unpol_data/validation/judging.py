"""Everything that is wrong with one delivery of rows, all at once."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

import pandas as pd

from unpol_data.validation import (
    answers,
    assessment,
    dates,
    documents,
    duplicates,
    headings,
    people,
    places,
    quantities,
    sites,
)
from unpol_data.validation.context import Context
from unpol_data.validation.problems import ERROR, Problem
from unpol_data.validation.reading import typed

# More than anybody reads; without an end a hostile file could fill the memory with words.
MOST_PROBLEMS = 100_000


@dataclass(frozen=True)
class Judgement:
    """The typed rows, every problem, and how many further problems were only counted."""

    rows: dict[str, pd.DataFrame]
    problems: tuple[Problem, ...]
    unlisted: int

    @property
    def refused(self) -> bool:
        """Whether something is wrong that must be put right before anything is kept."""
        return bool(self.unlisted) or any(one.severity == ERROR for one in self.problems)

    def fine_rows(self) -> dict[str, int]:
        """Rows without an error, by sheet."""
        wrong = self.wrong_rows()
        return {sheet: len(rows) - wrong[sheet] for sheet, rows in self.rows.items()}

    def wrong_rows(self) -> dict[str, int]:
        """Rows with an error, by sheet."""
        wrong: dict[str, set[int | None]] = {sheet: set() for sheet in self.rows}
        for one in self.problems:
            if one.severity == ERROR and one.sheet in wrong:
                wrong[one.sheet].add(one.row)
        return {sheet: len(wrong[sheet] & set(rows.index)) for sheet, rows in self.rows.items()}


Rule = Callable[[Mapping[str, pd.DataFrame], Context], Iterator[Problem]]

RULES: tuple[Rule, ...] = (
    assessment.problems,
    sites.problems,
    places.problems,
    dates.problems,
    duplicates.problems,
    answers.problems,
    documents.problems,
    quantities.problems,
    people.problems,
)


def judge(tables: Mapping[str, pd.DataFrame], *, context: Context) -> Judgement:
    """Every problem of the rows of one delivery, and the rows as typed frames.

    `tables` has one frame per sheet of the data dictionary: cells as they were found,
    columns as they were headed, the index the spreadsheet's row numbers. Nothing is
    changed or guessed: a cell that cannot be understood is a problem.
    """
    rows: dict[str, pd.DataFrame] = {}

    def stream() -> Iterator[Problem]:
        yield from headings.column_problems(tables)
        reported = set()
        for sheet, table in tables.items():
            rows[sheet], problems = typed(sheet, table)
            reported |= {_place(one) for one in problems}
            yield from problems
        for rule in RULES:
            yield from (one for one in rule(rows, context) if _place(one) not in reported)

    problems = stream()
    listed = tuple(islice(problems, MOST_PROBLEMS))
    unlisted = sum(1 for _ in problems)
    if answers.SHEET in rows:
        rows[answers.SHEET] = rows[answers.SHEET].assign(value=answers.values(rows[answers.SHEET]))
    return Judgement(rows, listed, unlisted)


def _place(problem: Problem) -> tuple[str, int | None, str]:
    """Where a problem is: a cell that cannot be read is reported once, not by each rule."""
    return problem.sheet, problem.row, problem.column
