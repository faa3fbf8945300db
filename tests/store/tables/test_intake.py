"""What the store refuses in submissions, and that it keeps mappings as they were given."""

from sqlalchemy import select

from tests.store.conftest import NOON
from unpol_data.store import reading
from unpol_data.store.tables import ColumnMapping, Submission

SUBMISSION = {
    "assessment_id": 1,
    "submission_uuid": "6c1f",
    "submission_digest": "d1",
    "site_code": "UNMISS-BOR",
    "side": "unpol",
}
MAPPING = {
    "headings_digest": "h1",
    "kind": "measurements",
    "column_map": {"Download (kbit/s)": ["downlink_mbps", "kbit/s"], "Site": ["site_code", None]},
    "account": "tester",
    "recorded_at": NOON,
    "recorded_revision": 2,
}


def test_a_submission_is_kept_once_for_an_assessment(keep, refused):
    keep(Submission, SUBMISSION)
    said = refused(Submission, SUBMISSION)
    assert "submission_uuid" in said or "pk_submissions" in said


def test_a_submission_is_of_a_known_site_and_side(refused):
    assert "known_side" in refused(Submission, SUBMISSION | {"side": "both"})
    assert refused(Submission, SUBMISSION | {"site_code": "UNMISS-NOWHERE"})


def test_a_mapping_is_read_back_as_it_was_given(keep, prepared):
    keep(ColumnMapping, MAPPING)
    with reading(prepared) as connection:
        kept = connection.scalars(select(ColumnMapping.column_map)).one()
    assert kept == MAPPING["column_map"]
