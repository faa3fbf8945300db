"""What has a reader made of a file: which rows, and where does each of them stand in it?"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date

import pandas as pd

from unpol_data.ingest.mapping import ColumnMap
from unpol_data.validation import Problem


@dataclass(frozen=True)
class Asked:
    """What the person said beside the file, and what the store knows already.

    `known_sites` as in validation.Context; `held_submissions` tells the assessment that holds
    a submission, by its uuid and its digest, None where the person may not see it. `mapping` is
    what the person said of the columns of a table of others; `kept_mappings` what was said
    before, by digest of the headings and kind. `reference` is the document a single table was
    taken from. `edition` is the year of an index that comes in several.
    """

    today: date
    kind: str | None = None
    mission: str | None = None
    known_sites: pd.DataFrame | None = None
    held_submissions: Mapping[tuple[str, str], int | None] = field(default_factory=dict)
    mapping: ColumnMap | None = None
    kept_mappings: Mapping[tuple[str, str], ColumnMap] = field(default_factory=dict)
    reference: str | None = None
    edition: int | None = None


@dataclass(frozen=True)
class Origins:
    """Where the rows of one table stand in the person's file.

    `rows`: the sheet and row number by the table's index. `columns`: the heading in the file
    by (index, column), where it is another one than the data dictionary's.
    """

    rows: Mapping[int, tuple[str, int | None]] = field(default_factory=dict)
    columns: Mapping[tuple[int, str], str] = field(default_factory=dict)

    def placed(self, problem: Problem) -> Problem:
        """The problem, told at its place in the file."""
        if problem.row is None:
            return problem
        sheet, row = self.rows.get(problem.row, (problem.sheet, problem.row))
        column = self.columns.get((problem.row, problem.column), problem.column)
        return replace(problem, sheet=sheet, row=row, column=column)


@dataclass(frozen=True)
class Read:
    """What a reader found: one frame per sheet of the data dictionary that it has rows for.

    Cells are as found, the index is unique whole numbers: the file's row numbers where
    `origins` says nothing else. `notes` are problems the reader has to tell itself, at their
    place in the file. `sheet_names` are all sheets of a workbook of ours. `submissions` has
    one row per form that was sent in: submission_uuid, submission_digest, site_code, side;
    `held_in` are the assessments that hold all of them already, None for one that may not be
    named. `replaced` are frames of answers that later ones of the same file replaced, the
    newest first, by the names they have in `origins`. `headings` are those of a table of
    others, `editions` the years of an index that comes in several, newest first.
    """

    kind: str
    tables: dict[str, pd.DataFrame]
    format: str
    origins: dict[str, Origins] = field(default_factory=dict)
    notes: tuple[Problem, ...] = ()
    sheet_names: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    submissions: pd.DataFrame | None = None
    held_in: tuple[int | None, ...] = ()
    replaced: Mapping[str, pd.DataFrame] = field(default_factory=dict)
    editions: tuple[int, ...] = ()

    def placed(self, problem: Problem) -> Problem:
        """A problem of one of the tables, told at its place in the file."""
        origins = self.origins.get(problem.sheet)
        return problem if origins is None else origins.placed(problem)
