"""Which rows of the data dictionary come of the submissions, and where did each cell stand?"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

import pandas as pd

from unpol_data.ingest.submissions.shape import Record

REPLACED = "replaced_answers"

Headings = dict[str, str] | Callable[[], dict[str, str]]


@dataclass(frozen=True)
class ColumnPlaces(Mapping):
    """The source heading by row and column, worked out where it is asked for: few ever are."""

    of_row: list[Headings]

    def __getitem__(self, place: tuple[int, str]) -> str:
        number, column = place
        if not 1 <= number <= len(self.of_row):
            raise KeyError(place)
        return self._row(number)[column]

    def __iter__(self) -> Iterator[tuple[int, str]]:
        for number in range(1, len(self.of_row) + 1):
            yield from ((number, column) for column in self._row(number))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _row(self, number: int) -> dict[str, str]:
        headings = self.of_row[number - 1]
        return headings() if callable(headings) else headings


@dataclass
class Sheet:
    """The rows of one sheet as they are gathered, with the place of each in the person's file."""

    rows: list[dict[str, object]] = field(default_factory=list)
    places: list[Record] = field(default_factory=list)
    headings: list[Headings] = field(default_factory=list)

    def add(self, place: Record, values: dict[str, object], headings: Headings) -> None:
        """One row more; `headings` tell for each column the heading in the person's file."""
        self.rows.append(values)
        self.places.append(place)
        self.headings.append(headings)

    def frame(self, columns: tuple[str, ...]) -> pd.DataFrame:
        """The rows, numbered from 1."""
        index = pd.RangeIndex(1, len(self.rows) + 1)
        cells = [[row.get(column) for column in columns] for row in self.rows]
        return pd.DataFrame(cells, columns=list(columns), index=index, dtype="object")

    def row_places(self) -> dict[int, tuple[str, int]]:
        """The source sheet and row of each row."""
        return {number: (one.sheet, one.row) for number, one in enumerate(self.places, start=1)}

    def column_places(self) -> ColumnPlaces:
        """The source heading of each cell."""
        return ColumnPlaces(self.headings)


@dataclass
class Sheets:
    """The sheets of one assessment as they are gathered.

    `replaced` are sheets of answers too: the first has those that stood right before the ones
    that count, the next those before these, so that each says everything once.
    """

    assessment: Sheet = field(default_factory=Sheet)
    sites: Sheet = field(default_factory=Sheet)
    answers: Sheet = field(default_factory=Sheet)
    equipment: Sheet = field(default_factory=Sheet)
    connectivity: Sheet = field(default_factory=Sheet)
    replaced: list[Sheet] = field(default_factory=list)

    def before(self, turn: int) -> Sheet:
        """The sheet of answers that were replaced so many times, from 1."""
        while len(self.replaced) < turn:
            self.replaced.append(Sheet())
        return self.replaced[turn - 1]

    def filled(self) -> dict[str, Sheet]:
        """The sheets of the data dictionary that have rows, by name."""
        return {
            name: sheet
            for name, sheet in vars(self).items()
            if isinstance(sheet, Sheet) and sheet.rows
        }

    def filled_before(self) -> dict[str, Sheet]:
        """The sheets of replaced answers, by what they are called where problems are told."""
        return {f"{REPLACED} {turn}": one for turn, one in enumerate(self.replaced, start=1)}
