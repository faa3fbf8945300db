"""Rows as they are gathered, with their places."""

import pytest

from unpol_data.ingest.submissions.shape import Record
from unpol_data.ingest.submissions.sheet import Sheet


def test_rows_are_numbered_and_know_where_they_came_from():
    sheet = Sheet()
    sheet.add(Record("form", 7), {"held": 4}, {"held": "How many?"})
    sheet.add(Record("form", 9), {"held": 5}, lambda: {"held": "n", "note": "m"})
    assert sheet.frame(("held", "note")).reset_index().to_numpy().tolist() == [
        [1, 4, None],
        [2, 5, None],
    ]
    assert sheet.row_places() == {1: ("form", 7), 2: ("form", 9)}
    places = sheet.column_places()
    assert dict(places) == {(1, "held"): "How many?", (2, "held"): "n", (2, "note"): "m"}
    assert len(places) == 3
    assert places.get((1, "note"), "note") == "note"
    with pytest.raises(KeyError):
        places[3, "held"]
