"""Several measurements on one day."""

import pandas as pd

from unpol_data.ingest.daily import one_row_a_day


def rows(*cells: tuple) -> pd.DataFrame:
    columns = ["site_code", "measured_on", "downlink_mbps", "latency_ms"]
    index = range(2, 2 + len(cells))
    return pd.DataFrame(list(cells), columns=columns, index=index, dtype=object)


def test_the_median_of_a_day_stands_at_the_place_of_its_first_row():
    kept, (note,) = one_row_a_day(
        rows(
            ("A", "2026-03-01T10:00:00", 4.0, 600),
            ("B", "2026-03-01", 9.0, 600),
            ("A", "2026-03-01T15:00:00", 6.0, None),
            ("A", "2026-03-01", 11.0, 700),
        )
    )
    assert list(kept.index) == [2, 3]
    assert list(kept["downlink_mbps"]) == [6.0, 9.0]
    assert list(kept["latency_ms"]) == [650.0, 600]
    assert "3 measurements" in note.words


def test_a_day_with_a_cell_that_cannot_be_is_left_to_be_told():
    kept, notes = one_row_a_day(rows(("A", "2026-03-01", 4.0, 1), ("A", "2026-03-01", "fast", 2)))
    assert len(kept) == 2
    assert notes == []


def test_rows_without_a_site_or_day_stay():
    kept, notes = one_row_a_day(rows((None, "2026-03-01", 4, 1), (None, "2026-03-01", 5, 1)))
    assert len(kept) == 2
    assert notes == []
    assert one_row_a_day(rows().drop(columns="site_code"))[1] == []
