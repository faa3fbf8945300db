"""How each answer was obtained is the answer's own word, else that of its assessment."""

from unpol_data.access import LOCAL, Viewer
from unpol_data.filters import Filters
from unpol_data.queries import assessments, seen
from unpol_data.store import reading


def obtained(store, mission_code: str, viewer: Viewer = LOCAL):
    with reading(store) as connection:
        chosen = Filters(missions=(mission_code,))
        held = assessments.assessments(connection, chosen, LOCAL)
        asked = held.loc[held["kind"] == "assessment", "assessment_id"].tolist()
        return seen.answers_obtained(connection, viewer, assessment_ids=asked)


def test_answers_of_a_remote_round_are_remote_at_every_site(sample_store):
    found = obtained(sample_store, "UNMIK")
    newest = found[found["assessment_id"] == found["assessment_id"].max()]
    assert set(newest["modality"]) == {"remote"}
    assert found["site_code"].str.startswith("UNMIK-").all()
    assert found["answer_count"].min() > 0


def test_answers_are_told_apart_by_grade(sample_store):
    found = obtained(sample_store, "UNISFA")
    keys = ["assessment_id", "site_code", "modality", "evidence_grade"]
    assert not found.duplicated(keys).any()
    assert {"inspected", "document"} <= set(found["evidence_grade"])


def test_nothing_is_told_of_a_mission_that_is_not_the_viewers(sample_store):
    other = Viewer("ada", ("UNISFA",), 2, frozenset({"viewer"}))
    assert obtained(sample_store, "UNMIK", other).empty
