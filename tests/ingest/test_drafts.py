"""A draft read from the store says what the file said that it came from."""

from datetime import date

import pytest

from unpol_data.access import LOCAL
from unpol_data.ingest import drafts
from unpol_data.ingest.importing import import_file
from unpol_data.store import open_store, reading


@pytest.fixture
def store(tmp_path):
    engine = open_store(f"sqlite:///{tmp_path / 'store.db'}")
    yield engine
    engine.dispose()


def test_a_draft_has_the_digest_of_the_file_it_came_from(store, filled, limits):
    report = import_file(
        filled(),
        "UNMISS.xlsx",
        engine=store,
        viewer=LOCAL,
        settings=limits,
        today=date(2026, 4, 1),
    )
    assert report.assessment_id == 1
    with reading(store) as connection:
        kept = connection.exec_driver_sql("SELECT content_digest FROM assessments").scalar_one()
        assert drafts.digest(connection, 1) == kept


def test_a_sheet_without_rows_has_its_columns_all_the_same(store):
    with reading(store) as connection:
        rows = drafts.sheet_rows(connection, 1, "connectivity")
    assert rows.empty
    assert {"site_code", "measured_on", "downlink_mbps"} <= set(rows.columns)
