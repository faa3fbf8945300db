"""What the store refuses to keep about an assessment."""

from datetime import date

import pytest

from tests.store.conftest import NOON
from unpol_data.store.tables import Assessment

WITHDRAWN = {"state": "withdrawn", "withdrawn_at": NOON}
SUPERSEDED = {
    "state": "superseded",
    "approved_at": NOON,
    "approved_by": "reviewer",
    "published_on": date(2026, 3, 1),
    "superseded_on": date(2026, 6, 1),
}
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


def test_withdrawn_content_may_come_again(keep, draft):
    keep(Assessment, draft | {"assessment_id": 2, "content_digest": "d2"} | WITHDRAWN)
    keep(Assessment, draft | {"assessment_id": 3, "content_digest": "d2"})


def test_a_superseded_assessment_says_until_when_it_counts(refused, draft):
    superseded = draft | {"assessment_id": 2, "content_digest": "d2"} | SUPERSEDED
    assert "dated_when_superseded" in refused(Assessment, superseded | {"superseded_on": None})
    early = superseded | {"superseded_on": date(2026, 2, 1)}
    assert "superseded_after_publication" in refused(Assessment, early)


def test_an_assessment_replaces_another_one(refused, draft):
    own = draft | {"assessment_id": 2, "content_digest": "d2", "replaces": 2}
    assert "replaces_another" in refused(Assessment, own)
