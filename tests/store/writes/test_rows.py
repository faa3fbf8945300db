"""Frames become rows without losing or inventing anything."""

from datetime import date, datetime

import numpy as np
import pandas as pd
import pytest
from sqlalchemy import select

from unpol_data.store import StoreError, reading, writing
from unpol_data.store.tables import EquipmentLine, SiteFacts
from unpol_data.store.writes.rows import store_rows

SITE = {"site_code": "UNMISS-BOR", "name": "Bor", "site_kind": "team_site", "closed": False}


def _kept(engine, table, frame):
    with writing(engine) as connection:
        count = store_rows(connection, table.__table__, frame, assessment_id=1)
    with reading(engine) as connection:
        rows = connection.execute(select(table.__table__)).mappings().all()
    assert len(rows) == count
    return rows


@pytest.mark.parametrize("missing", [None, np.nan, pd.NA, pd.NaT])
def test_a_missing_cell_is_kept_as_missing(prepared, missing):
    frame = pd.DataFrame([SITE | {"users": missing, "note": missing}])
    (row,) = _kept(prepared, SiteFacts, frame)
    assert row["users"] is None
    assert row["note"] is None


def test_a_column_left_out_is_missing_throughout(prepared):
    (row,) = _kept(prepared, SiteFacts, pd.DataFrame([SITE]))
    assert row["latitude"] is None


def test_numbers_dates_and_truths_are_kept_whatever_their_kind_in_the_frame(prepared):
    line = {"site_code": "UNMISS-BOR", "side": "unpol", "required": 3.0, "held": np.int64(2)}
    frame = pd.DataFrame(
        [
            line | {"equipment_code": "a", "serviceable": "1", "counted_on": day}
            for day in [pd.Timestamp(2026, 2, 3)]
        ]
    ).astype({"serviceable": "Int64"})
    (row,) = _kept(prepared, EquipmentLine, frame)
    assert (row["required"], row["held"], row["serviceable"]) == (3, 2, 1)
    assert row["counted_on"] == date(2026, 2, 3)


@pytest.mark.parametrize("day", [date(2026, 2, 3), datetime(2026, 2, 3, 9)])
def test_a_date_may_be_a_day_or_a_moment(prepared, day):
    line = {"site_code": "UNMISS-BOR", "side": "unpol", "required": 3, "held": 2}
    line |= {"equipment_code": "a", "serviceable": 1}
    frame = pd.DataFrame({**{name: [cell] for name, cell in line.items()}, "counted_on": [day]})
    (row,) = _kept(prepared, EquipmentLine, frame.astype({"counted_on": object}))
    assert row["counted_on"] == date(2026, 2, 3)


def test_a_column_the_table_does_not_have_is_refused(prepared):
    with pytest.raises(StoreError, match="site_facts has no column colour; it has site_code"):
        _kept(prepared, SiteFacts, pd.DataFrame([SITE | {"colour": "blue"}]))


def test_half_a_person_is_refused(prepared):
    with pytest.raises(StoreError, match=r"users holds 2.5; whole numbers are expected"):
        _kept(prepared, SiteFacts, pd.DataFrame([SITE | {"users": 2.5}]))


def test_no_rows_are_no_change(prepared):
    assert _kept(prepared, SiteFacts, pd.DataFrame()) == []
