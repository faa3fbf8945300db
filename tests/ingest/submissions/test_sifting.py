"""Which submissions count."""

import pytest

from tests.ingest.submissions.conftest import messages, read_json, small
from unpol_data.ingest.refusal import Refused
from unpol_data.ingest.submissions import nested
from unpol_data.ingest.submissions.digest import digest

LATER = "2026-03-12T10:00:00"


def values(found) -> dict[str, object]:
    rows = found.tables["answers"]
    return dict(zip(rows["item_code"], rows["value"], strict=True))


def test_the_same_submission_twice_counts_once_and_says_so():
    found = read_json(small(), small())
    assert len(found.tables["answers"]) == 3
    assert messages(found) == [
        "row 2: this submission was left out: it is the same submission as row 1"
    ]


def test_the_same_answers_sent_once_more_count_once_and_say_so():
    found = read_json(small(), small(uuid="u2", sent_at=LATER))
    assert len(found.submissions) == 1
    assert messages(found) == [
        "row 2: this submission was left out: it says the same as row 1, sent once more"
    ]


def test_of_one_uuid_with_other_answers_the_one_sent_later_counts():
    found = read_json(small(sent_at=LATER, com_per_3="1"), small())
    assert values(found)["COM-PER-3"] == "1"
    assert "row 2: this submission was left out: row 1 has the same uuid" in messages(found)[0]


def test_an_edited_submission_replaces_the_one_it_was_made_of():
    edited = small(uuid="u2", sent_at=LATER, com_per_3="2") | {"meta/deprecatedID": "uuid:u1"}
    found = read_json(small(), edited)
    assert values(found)["COM-PER-3"] == "2"
    assert messages(found)[0] == (
        "row 1: this submission was left out: it was edited later: row 2 replaces it"
    )


def test_several_missions_are_refused_by_name_and_count():
    others = [small(uuid=f"k{n}", mission_code="UNMIK", site_code="UNMIK-X") for n in range(2)]
    with pytest.raises(Refused, match=r"2 missions: UNMIK \(2\), UNMISS \(1\). Name the mission"):
        read_json(small(), *others)


def test_of_several_missions_the_one_asked_for_is_taken_and_the_rest_told():
    other = small(uuid="k", mission_code="UNMIK", site_code="UNMIK-X")
    found = read_json(small(), other, mission="unmiss")
    assert set(found.tables["answers"]["site_code"]) == {"UNMISS-BOR"}
    assert "1 submission was of other missions left out" in messages(found)[0]


def test_a_mission_the_file_has_nothing_of_is_refused():
    with pytest.raises(Refused, match=r"No submission of the file is of UNMIK; there are: UNMISS"):
        read_json(small(), mission="UNMIK")
    with pytest.raises(Refused, match="is not a mission"):
        read_json(small(), mission="UNMIS")


def held(*entries: dict) -> dict[tuple[str, str], int]:
    found = nested.sent(list(entries)).submissions
    return {(one.uuid, digest(one)): 7 for one in found}


def test_all_held_leaves_nothing_to_do():
    found = read_json(small(location=None), held_submissions=held(small(location=None)))
    assert (found.held_in, found.tables) == ((7,), {})
    assert "it is held already, in assessment 7" in found.notes[0].words


def test_what_holds_a_submission_is_not_named_to_who_may_not_see_it():
    hidden = dict.fromkeys(held(small(location=None)))
    found = read_json(small(location=None), held_submissions=hidden)
    assert found.held_in == (None,)
    assert found.notes[0].words.endswith("left out: it is held already")
    changed = read_json(small(com_per_3="1"), held_submissions=hidden)
    assert "version of this submission is held; once" in messages(changed)[0]


def test_a_held_submission_is_known_where_the_export_leaves_its_lines_out():
    without = small(equipment_lines=None, links=None, location=None)
    assert read_json(without, held_submissions=held(small(location=None))).held_in == (7,)


def test_a_later_version_of_a_held_submission_is_taken_in_and_told():
    found = read_json(small(com_per_3="1"), held_submissions=held(small()))
    assert found.held_in == ()
    assert "an earlier version of this submission is held in assessment 7" in messages(found)[0]


def test_submissions_without_any_identity_are_taken_but_not_remembered():
    found = read_json(small(uuid="", sent_at=""))
    assert len(found.submissions) == 0
    assert len(found.tables["answers"]) == 3
