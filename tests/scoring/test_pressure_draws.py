"""How hard could crime threats press?"""

import numpy as np
import pandas as pd
import pytest

from tests.scoring.made_up import Steady
from unpol_data.scoring.chance import Chance
from unpol_data.scoring.pressure_draws import ThreatNoise, pressure_draws
from unpol_data.scoring.threat import threat_pressure

NOISE, SILENCE = ThreatNoise(severity=0.25, relevance=1 / 3), ThreatNoise(0, 0)
THREATS = pd.DataFrame({"threat_code": ["heroin", "ieds", "extortion"], "theta": [1.0, 1.0, 1.0]})
RELEVANCE = pd.DataFrame(
    {
        "threat_code": ["heroin", "ieds", "extortion"] * 2,
        "area_code": ["cyber"] * 3 + ["power"] * 3,
        "relevance_thirds": [3, 1, 2, 0, 2, 3],
    }
)
SEVERITIES = pd.DataFrame(
    {
        "mission_code": ["UNISFA", "UNISFA", "UNMIK"],
        "threat_code": ["heroin", "ieds", "extortion"],
        "severity": [0.75, 0.25, 0.5],
    }
)
ROWS = pd.DataFrame(
    {"mission_code": ["UNMIK", "UNISFA", "UNISFA"], "area_code": ["cyber", "power", "cyber"]}
)


def drawn(rows=ROWS, *, noise=NOISE, chance=None, chosen=(), severities=SEVERITIES) -> np.ndarray:
    """Draws of the pressure on these rows."""
    return pressure_draws(
        rows,
        severities,
        RELEVANCE,
        THREATS,
        relevance_top=3,
        noise=noise,
        chance=chance or Chance(3, draw_count=200),
        chosen=chosen,
    )


def test_severity_and_relevance_vary_by_a_class_and_a_third():
    # Example 18: U = 0.4. T: 0.75 + 0.1 = 0.85 and 0.25 + 0.1 = 0.35; R: 1, and
    # 1/3 + 0.4/3 = 0.4667. tau = (0.85 x 1 + 0.35 x 0.4667) / 1.4667 = 0.6909.
    found = drawn(chance=Steady(0.7))
    assert found[2].tolist() == pytest.approx([0.6909] * 3, abs=1e-4)


@pytest.mark.parametrize("chosen", [(), ("ieds",), ("heroin", "ieds"), ("extortion",)])
def test_without_noise_every_draw_is_the_point_figure(chosen):
    point = threat_pressure(
        SEVERITIES,
        RELEVANCE,
        THREATS,
        missions=["UNISFA", "UNMIK"],
        relevance_top=3,
        chosen=chosen,
    )
    expected = ROWS.merge(point, on=["mission_code", "area_code"])["pressure"].to_numpy()
    found = drawn(noise=SILENCE, chosen=chosen)
    assert found == pytest.approx(np.repeat(expected[:, None], 200, axis=1), nan_ok=True)


def test_a_threat_that_does_not_bear_on_an_area_bears_on_it_in_no_draw():
    found = drawn(chosen=("heroin",))
    assert np.isnan(found[1]).all()  # heroin does not bear on power


def test_a_threat_nobody_rated_is_missing_in_every_draw():
    assert np.isnan(drawn(severities=SEVERITIES.iloc[:0])).all()
    assert np.isnan(drawn(chosen=("extortion",))[2]).all()


def test_every_draw_lies_between_0_and_1():
    found = drawn()
    assert ((found >= 0) & (found <= 1)).all()


def test_dropping_a_mission_or_turning_the_rows_changes_no_draw():
    everything = drawn()
    assert (drawn(ROWS.iloc[::-1]) == everything[::-1]).all()
    own = SEVERITIES[SEVERITIES["mission_code"] == "UNISFA"]
    assert (drawn(ROWS.iloc[1:], severities=own) == everything[1:]).all()
