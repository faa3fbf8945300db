"""What the store refuses to keep about a threat rating."""

from datetime import date

import pytest

from unpol_data.store.tables import ThreatRating

RATING = {
    "assessment_id": 1,
    "mission_code": "UNMISS",
    "threat_code": "ieds",
    "level_now": 3.0,
    "level_emerging": None,
    "rated_on": date(2026, 2, 3),
    "source": "Invented for tests",
}


def test_a_sound_rating_is_kept(keep):
    keep(ThreatRating, RATING)


@pytest.mark.parametrize("column", ["level_now", "level_emerging"])
@pytest.mark.parametrize("level", [-1.0, 4.5])
def test_a_level_outside_0_to_4_is_refused(refused, column, level):
    assert f"the rule {column}_in_range;" in refused(ThreatRating, RATING | {column: level})


def test_a_rating_without_a_source_is_refused(refused):
    assert "threat_ratings.source" in refused(ThreatRating, RATING | {"source": None})
