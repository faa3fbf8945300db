"""What one assessment says, and who may read it."""

from datetime import date

import pytest

from unpol_data.queries import contents

SITE = {"site_code": "UNMISS-BOR", "name": "Bor", "site_kind": "team_site", "closed": False}
ANSWER = {"site_code": "UNMISS-BOR", "item_code": "COM-PER-1", "state": "unknown"}
LINE = {
    "site_code": "UNMISS-BOR",
    "equipment_code": "vhf_handheld",
    "required": 4,
    "held": 3,
    "serviceable": 2,
    "counted_on": date(2026, 1, 5),
}
SPEED = {"site_code": "UNMISS-BOR", "measure": "downlink_mbps", "value": 2.0}
THREAT = {"threat_code": "ieds", "level_now": 2, "rated_on": date(2026, 1, 5), "source": "Test"}
FACTS = {
    "site_facts": [SITE],
    "answers": [{**ANSWER, "side": "unpol"}, {**ANSWER, "side": "host_state"}],
    "equipment_lines": [{**LINE, "side": "unpol"}, {**LINE, "side": "host_state"}],
    "measurements": [{**SPEED, "measured_on": date(2026, 1, 5)}],
    "threat_ratings": [THREAT],
}


@pytest.fixture
def told(record) -> int:
    """A draft above the clearance of some, with a fact of every kind."""
    return record(sensitivity=1, facts=FACTS)


def test_the_rows_of_a_draft_can_be_read_before_they_count(told, connection, viewer):
    rows = contents.answers(connection, told, viewer(), side="unpol")
    assert list(rows["item_code"]) == ["COM-PER-1"]
    assert list(contents.site_facts(connection, told, viewer())["name"]) == ["Bor"]
    assert list(contents.measurements(connection, told, viewer())["value"]) == [2.0]
    assert list(contents.threat_ratings(connection, told, viewer())["threat_code"]) == ["ieds"]


def test_answers_and_equipment_are_those_of_one_side(told, connection, viewer):
    host = contents.equipment_lines(connection, told, viewer(), side="host_state")
    assert list(host["side"]) == ["host_state"]


def test_nothing_is_told_to_those_who_may_not_see_the_assessment(told, connection, viewer):
    for other in (viewer(clearance=0), viewer("MINUSCA")):
        assert contents.answers(connection, told, other, side="unpol").empty
        assert contents.site_facts(connection, told, other).empty
        assert contents.answer_counts(connection, other).empty


def test_answers_of_both_sides_are_counted(told, connection, viewer):
    counts = contents.answer_counts(connection, viewer())
    assert counts.to_dict("records") == [{"assessment_id": told, "answer_count": 2}]
