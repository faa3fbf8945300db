"""What comes out of a query has the same kinds, empty or full."""

from datetime import date

import pandas as pd
from sqlalchemy import select

from unpol_data.queries.frames import frame
from unpol_data.store import reading
from unpol_data.store.tables import Answer, Assessment, SiteFacts

KINDS = {
    "assessment_id": "int64",
    "sensitivity": "int64",
    "round_label": "str",
    "assessed_from": "datetime64[us]",
    "published_on": "datetime64[us]",
    "imported_at": "datetime64[us, UTC]",
    "illustrative": "bool",
}


def _kinds(rows: pd.DataFrame) -> dict:
    return {name: str(rows[name].dtype) for name in KINDS}


def test_an_empty_frame_has_the_same_kinds_of_columns_as_a_full_one(store, record):
    with reading(store) as connection:
        empty = frame(connection, select(Assessment.__table__))
    record()
    with reading(store) as connection:
        full = frame(connection, select(Assessment.__table__))
    assert _kinds(full) == KINDS
    assert _kinds(empty) == KINDS
    assert full["published_on"].isna().all()
    assert full["assessed_from"].iloc[0] == pd.Timestamp(date(2026, 1, 1))


def test_a_missing_number_is_missing_and_no_zero(store, record):
    site = {"site_code": "UNMISS-BOR", "name": "Bor", "site_kind": "team_site", "closed": False}
    answer = {"site_code": "UNMISS-BOR", "item_code": "X", "side": "unpol", "state": "unknown"}
    record(facts={"site_facts": [site], "answers": [answer]})
    with reading(store) as connection:
        assert frame(connection, select(SiteFacts.users))["users"].isna().all()
        assert frame(connection, select(Answer.value))["value"].isna().all()
