"""What stands beside a mission's own ratings of crime threats."""

import pandas as pd

from unpol_data import reference
from unpol_data.figures import entry_mission_words as said

LINES = reference.table("threats")[:2]


def test_each_crime_threat_stands_by_its_name():
    assert said.threats(LINES)[0] == "Human trafficking"


def test_levels_are_offered_with_what_they_mean():
    assert said.severities()[3.0] == "3: widespread"
    assert list(said.severities()) == [0, 1, 2, 3, 4]


def test_the_rating_that_counts_now_stands_with_its_day():
    rated = {"threat_code": "human_trafficking", "level_now": 3.0, "source": "JMAC"}
    day = pd.Timestamp("2026-03-03")
    held = pd.DataFrame([rated | {"level_emerging": 4.0, "rated_on": day}])
    assert said.ratings_held(LINES, held) == ["3 of 4, emerging 4 · 3 Mar 2026", "–"]
    held = held.assign(level_emerging=float("nan"))
    assert said.ratings_held(LINES, held)[0] == "3 of 4 · 3 Mar 2026"
