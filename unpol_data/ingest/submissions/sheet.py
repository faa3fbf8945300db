"""Which rows of the data dictionary come of the submissions, and where did each cell stand?"""

from dataclasses import dataclass, field

import pandas as pd

from unpol_data.ingest.submissions.shape import Record


@dataclass
class Sheet:
    """The rows of one sheet as they are gathered, with the place of each in the person's file."""

    rows: list[dict[str, object]] = field(default_factory=list)
    places: list[Record] = field(default_factory=list)
    headings: list[dict[str, str]] = field(default_factory=list)

    def add(self, place: Record, values: dict[str, object], headings: dict[str, str]) -> None:
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

    def column_places(self) -> dict[tuple[int, str], str]:
        """The source heading of each cell."""
        return {
            (number, column): heading
            for number, of_row in enumerate(self.headings, start=1)
            for column, heading in of_row.items()
        }


@dataclass
class Sheets:
    """The sheets of one assessment as they are gathered."""

    assessment: Sheet = field(default_factory=Sheet)
    sites: Sheet = field(default_factory=Sheet)
    answers: Sheet = field(default_factory=Sheet)
    equipment: Sheet = field(default_factory=Sheet)
    connectivity: Sheet = field(default_factory=Sheet)
