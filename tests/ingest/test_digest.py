"""The same content is known again."""

from datetime import date

import pandas as pd

from unpol_data.access import LOCAL
from unpol_data.ingest.digest import content_digest, digest_of_draft
from unpol_data.ingest.importing import import_file
from unpol_data.store import open_store, reading

ROWS = pd.DataFrame({"site_code": ["A", "B"], "held": [1, 2], "counted_on": [date(2026, 3, 1)] * 2})


def test_order_of_rows_columns_and_sheets_is_nothing():
    turned = ROWS.iloc[::-1][["held", "counted_on", "site_code"]]
    one = content_digest({"equipment": ROWS, "answers": ROWS}, kind="assessment")
    two = content_digest({"answers": turned, "equipment": turned}, kind="assessment")
    assert one == two


def test_an_empty_sheet_says_nothing():
    one = content_digest({"equipment": ROWS}, kind="assessment")
    assert one == content_digest({"equipment": ROWS, "answers": ROWS[:0]}, kind="assessment")


def test_another_number_kind_or_sheet_is_other_content():
    digests = {
        content_digest({"equipment": ROWS}, kind="equipment"),
        content_digest({"equipment": ROWS.assign(held=[1, 3])}, kind="equipment"),
        content_digest({"equipment": ROWS}, kind="assessment"),
        content_digest({"answers": ROWS}, kind="equipment"),
        content_digest({"equipment": ROWS.assign(held=[1, None])}, kind="equipment"),
    }
    assert len(digests) == 5


def test_a_file_taken_in_before_answers_had_a_modality_is_known_again():
    before = content_digest({"answers": ROWS}, kind="assessment")
    assert content_digest({"answers": ROWS.assign(modality=None)}, kind="assessment") == before
    assert content_digest({"answers": ROWS.assign(modality="remote")}, kind="assessment") != before


def test_a_draft_has_the_digest_of_the_file_it_came_from(tmp_path, filled, limits):
    store = open_store(f"sqlite:///{tmp_path / 'store.db'}")
    said = {"engine": store, "viewer": LOCAL, "settings": limits, "today": date(2026, 4, 1)}
    assert import_file(filled(), "UNMISS.xlsx", **said).assessment_id == 1
    with reading(store) as connection:
        kept = connection.exec_driver_sql("SELECT content_digest FROM assessments").scalar_one()
        assert digest_of_draft(connection, 1) == kept
    store.dispose()
