"""Which assessments a viewer may know of."""

from datetime import date

import pytest

from unpol_data.queries import assessments
from unpol_data.store import reading

MARCH, APRIL = date(2026, 3, 1), date(2026, 4, 1)
SITE = {"site_code": "UNMISS-BOR", "name": "Bor", "site_kind": "team_site", "closed": False}


@pytest.fixture
def four(record) -> None:
    """Two published rounds of UNMISS and a draft, above one another's clearance; one table."""
    record(published_on=MARCH, round_label="2025", facts={"site_facts": [SITE]})
    record(published_on=APRIL, round_label="2026", sensitivity=1)
    record(round_label="2027", sensitivity=2)
    record("MINUSCA", published_on=APRIL, kind="threats")


def test_assessments_are_listed_in_any_state_newest_first(store, four, chosen, viewer):
    with reading(store) as connection:
        rows = assessments.assessments(connection, chosen(), viewer())
    assert list(rows["assessment_id"]) == [4, 3, 2, 1]
    assert list(rows["state"]) == ["approved", "draft", "approved", "approved"]
    assert "content_digest" not in rows


def test_only_what_the_viewer_may_see_is_listed(store, four, chosen, viewer):
    with reading(store) as connection:

        def listed(viewer, **fields):
            rows = assessments.assessments(connection, chosen(**fields), viewer)
            return list(rows["assessment_id"])

        assert listed(viewer(clearance=0)) == [4, 1]
        assert listed(viewer("UNMISS", clearance=1)) == [2, 1]
        assert listed(viewer(), missions=("MINUSCA",)) == [4]
        assert listed(viewer("UNMISS"), missions=("MINUSCA",)) == []


def test_one_assessment_is_told_with_what_it_holds(store, four, viewer):
    with reading(store) as connection:
        (row,) = assessments.assessment(connection, 1, viewer()).to_dict("records")
    counts = ("site_facts", "answers", "equipment_lines", "measurements", "threat_ratings")
    assert [row[name] for name in counts] == [1, 0, 0, 0, 0]
    assert row["round_label"] == "2025"


def test_one_assessment_is_not_told_to_those_who_may_not_see_it(store, four, viewer):
    with reading(store) as connection:
        assert assessments.assessment(connection, 3, viewer(clearance=1)).empty
        assert assessments.assessment(connection, 1, viewer("MINUSCA")).empty
        assert assessments.assessment(connection, 99, viewer()).empty


def test_rounds_are_the_published_assessments_of_whole_missions(store, four, viewer):
    with reading(store) as connection:

        def told(viewer, as_of=APRIL):
            rows = assessments.rounds(connection, viewer, as_of)
            return list(zip(rows["mission_code"], rows["round_label"], strict=True))

        assert told(viewer()) == [("UNMISS", "2025"), ("UNMISS", "2026")]
        assert told(viewer(), MARCH) == [("UNMISS", "2025")]
        assert told(viewer(clearance=0)) == [("UNMISS", "2025")]
        assert told(viewer("MINUSCA")) == []
