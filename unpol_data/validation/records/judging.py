"""Everything that is wrong with rows of the programme's records, all at once."""

from collections.abc import Callable, Iterator, Mapping
from itertools import islice

import pandas as pd

from unpol_data import reference
from unpol_data.validation import headings
from unpol_data.validation.judging import MOST_PROBLEMS, Judgement
from unpol_data.validation.problems import Problem
from unpol_data.validation.reading import typed_as
from unpol_data.validation.records import persons, promises, references, repeated
from unpol_data.validation.records.cells_of import expected
from unpol_data.validation.records.context import RecordContext

Rule = Callable[[Mapping[str, pd.DataFrame], RecordContext], Iterator[Problem]]
RULES: tuple[Rule, ...] = (
    repeated.problems,
    promises.problems,
    references.problems,
    persons.problems,
)


def judge(tables: Mapping[str, pd.DataFrame], *, context: RecordContext) -> Judgement:
    """Every problem of the rows, and the rows as typed frames.

    `tables` has one frame per kind of record: cells as they were found, columns as they were
    headed, the index the row numbers of the file. What refers to a record is right where the
    record stands in these rows or is in force already.
    """
    rows: dict[str, pd.DataFrame] = {}

    def stream() -> Iterator[Problem]:
        reported = set()
        for kind, table in tables.items():
            columns = reference.records.columns(kind)
            required = tuple(one.column for one in columns if one.required)
            names = reference.records.column_names(kind)
            yield from headings.unfit_columns(kind, table, names, required)
            rows[kind], problems = typed_as(kind, table, expected(kind))
            reported |= {_place(one) for one in problems}
            yield from problems
        for rule in RULES:
            yield from (one for one in rule(rows, context) if _place(one) not in reported)

    problems = stream()
    listed = tuple(islice(problems, MOST_PROBLEMS))
    return Judgement(rows, listed, sum(1 for _ in problems))


def _place(problem: Problem) -> tuple[str, int | None, str]:
    return problem.sheet, problem.row, problem.column
