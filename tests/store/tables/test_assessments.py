"""What the store refuses to keep about an assessment."""

from datetime import date

import pytest

from unpol_data.store.tables import Assessment

BROKEN = [
    ({"assessed_to": date(2026, 1, 1)}, "period_in_order"),
    ({"state": "final"}, "known_state"),
    ({"kind": "letter"}, "known_kind"),
    ({"sensitivity": 3}, "sensitivity_in_range"),
    ({"state": "approved"}, "published_when_approved"),
    ({"state": "withdrawn"}, "dated_when_withdrawn"),
    ({"source": None}, "assessments.source"),
]


def test_a_sound_assessment_is_kept(keep, draft):
    keep(Assessment, draft | {"assessment_id": 2, "content_digest": "d2"})


def test_the_same_content_may_come_from_another_mission(keep, draft):
    keep(Assessment, draft | {"assessment_id": 2, "mission_code": "MINUSCA"})


@pytest.mark.parametrize(("changed", "rule"), BROKEN)
def test_an_assessment_that_breaks_a_rule_is_refused_by_name(refused, draft, changed, rule):
    row = draft | {"assessment_id": 2, "content_digest": "d2"} | changed
    assert f"the rule {rule};" in refused(Assessment, row)


def test_the_same_content_of_a_mission_is_kept_once(refused, draft):
    said = refused(Assessment, draft | {"assessment_id": 2, "content_digest": "d1"})
    assert "assessments.content_digest" in said or "same_content_once" in said
