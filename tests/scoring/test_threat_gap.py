"""How large are the gaps against one crime threat?"""

import pandas as pd
import pytest

from unpol_data.scoring.threat_gap import threat_gaps


def against(severity: dict[str, float | None], gap: dict[str, float | None]) -> pd.Series:
    """The gap of one area against one threat, given both by mission."""
    severities = pd.DataFrame({"mission_code": list(severity), "severity": list(severity.values())})
    gaps = pd.DataFrame({"mission_code": list(gap), "gap": list(gap.values())})
    return threat_gaps(
        gaps.assign(area_code="cyber").astype({"gap": "float64"}),
        severities.assign(threat_code="extortion").astype({"severity": "float64"}),
        coverage_needed=0.6667,
    ).iloc[0]


def test_the_gap_is_the_mean_weighted_by_severity():
    # (1 x .8 + .25 x .3) / 1.25 = .7
    found = against({"A": 1, "B": 0.25}, {"A": 0.8, "B": 0.3})
    assert found["gap"] == pytest.approx(0.7)
    assert (found["mission_count"], found["coverage_share"]) == (2, 1)


def test_a_mission_that_did_not_rate_the_threat_is_left_out():
    assert against({"A": 1, "B": None}, {"A": 0.8, "B": 0.3})["gap"] == pytest.approx(0.8)


def test_too_little_severity_with_a_figure_prints_no_gap():
    # .5 of 1.5 is a third.
    found = against({"A": 1, "B": 0.5}, {"A": None, "B": 0.3})
    assert pd.isna(found["gap"])
    assert found["coverage_share"] == pytest.approx(1 / 3)


def test_two_thirds_of_the_severity_are_enough():
    assert against({"A": 1, "B": 0.5}, {"A": 0.8, "B": None})["gap"] == pytest.approx(0.8)


def test_a_threat_absent_everywhere_has_no_gap():
    found = against({"A": 0}, {"A": 0.8})
    assert pd.isna(found["gap"])
    assert not found["is_present"]
    assert found["mission_count"] == 0
