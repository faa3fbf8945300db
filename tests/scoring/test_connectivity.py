"""Can a site connect as it needs to, and what holds it back?"""

import pandas as pd
import pytest

from unpol_data.scoring.connectivity import (
    measure_attainments,
    mission_connectivity,
    monthly_means,
    recent_values,
    site_connectivity,
    site_requirements,
)

MEASURES = pd.DataFrame(
    {
        "measure": [
            "downlink_mbps",
            "uplink_mbps",
            "latency_ms",
            "availability_pct",
            "radio_coverage_pct",
            "power_hours_per_day",
        ],
        "lower_is_better": ["no", "no", "yes", "no", "no", "no"],
    }
)
REQUIREMENTS = pd.DataFrame(
    [
        {
            "site_kind": "team_site",
            "horizon": "today",
            "mbps_per_user": 0.5,
            "concurrency_share": 0.3,
            "uplink_share": 0.25,
            "latency_ms": 300.0,
            "availability_pct": 95.0,
            "radio_coverage_pct": 80.0,
            "power_hours_per_day": 24.0,
            "source": "test",
        }
    ]
)


def site(users: float | None = 40) -> pd.DataFrame:
    rows = pd.DataFrame({"site_code": ["UNMISS-BOR"], "site_kind": ["team_site"]})
    return rows.assign(users=pd.Series([users], dtype="float64"))


def measured(day: str = "2026-03-31", **values: float) -> pd.DataFrame:
    """One row per measure, taken on one day."""
    return pd.DataFrame(
        {
            "site_code": "UNMISS-BOR",
            "measure": list(values),
            "measured_on": pd.Timestamp(day),
            "value": list(values.values()),
        }
    )


def found(measurements: pd.DataFrame, users: float | None = 40) -> pd.Series:
    """The connectivity of one site."""
    attained = measure_attainments(
        recent_values(measurements, window_days=90),
        site_requirements(site(users), REQUIREMENTS),
        MEASURES,
    )
    by = ["site_code", "horizon"]
    return site_connectivity(attained, by=by, coverage_needed=0.6667).iloc[0]


def test_a_site_is_as_good_as_its_weakest_measure():
    # Example 11: 40 x 0.5 x 0.3 = 6 Mbit/s; 3/6 = 0.5; 300/400 = 0.75; 24/24 = 1; gap 0.5
    result = found(measured(downlink_mbps=3, latency_ms=400, power_hours_per_day=24))
    assert result["gap"] == pytest.approx(0.5)
    assert result["limiting_factor"] == "downlink_mbps"


def test_a_site_of_which_only_what_is_well_is_known_is_not_known():
    # Example 11: one measure of six, without a gap
    result = found(measured(power_hours_per_day=24))
    assert pd.isna(result["gap"])
    assert pd.isna(result["limiting_factor"])


def test_four_measures_of_six_without_a_gap_make_a_good_site():
    result = found(
        measured(latency_ms=200, availability_pct=99, radio_coverage_pct=90, power_hours_per_day=24)
    )
    assert result["gap"] == 0
    assert pd.isna(result["limiting_factor"])


def test_a_site_without_measurements_is_listed_as_not_known():
    assert pd.isna(found(measured())["gap"])


def test_required_bandwidth_follows_the_users():
    required = site_requirements(site(), REQUIREMENTS).set_index("measure")["required"]
    assert required["downlink_mbps"] == pytest.approx(6)
    assert required["uplink_mbps"] == pytest.approx(1.5)


def test_without_the_number_of_users_bandwidth_is_not_judged():
    result = found(measured(downlink_mbps=0.1, latency_ms=600), users=None)
    assert result["limiting_factor"] == "latency_ms"


def test_a_latency_of_nothing_is_as_good_as_can_be():
    result = found(measured(latency_ms=0, downlink_mbps=3))
    assert result["limiting_factor"] == "downlink_mbps"


def test_a_value_is_the_mean_of_the_days_up_to_the_newest():
    # 31 Mar less 90 days is 31 Dec: (2 + 4) / 2 = 3; 30 Dec is too old
    rows = pd.concat(
        [
            measured("2025-12-30", downlink_mbps=90),
            measured("2025-12-31", downlink_mbps=2),
            measured("2026-03-31", downlink_mbps=4),
        ]
    )
    newest = recent_values(rows, window_days=90).iloc[0]
    assert newest["value"] == 3
    assert newest["measured_on"] == pd.Timestamp("2026-03-31")


def test_months_are_kept_apart():
    rows = pd.concat(
        [
            measured("2026-02-01", downlink_mbps=2),
            measured("2026-02-28", downlink_mbps=4),
            measured("2026-03-01", downlink_mbps=9),
        ]
    )
    months = monthly_means(rows)
    assert months["mean_value"].tolist() == [3, 9]
    assert months["measurement_count"].tolist() == [2, 1]
    assert months["month"].tolist() == [pd.Timestamp("2026-02-01"), pd.Timestamp("2026-03-01")]


def test_a_mission_is_weighed_by_those_who_serve_and_the_unknown_left_out():
    # (100 x 0.2 + 50 x 0.8) / 150 = 0.4; 50/150 exposed; 150/200 known
    sites = pd.DataFrame(
        {
            "mission_code": "UNMISS",
            "site_code": ["A", "B", "C", "D"],
            "gap": [0.2, 0.8, None, 0.9],
            "served": [100, 50, 50, None],
        }
    )
    mission = mission_connectivity(sites, by=["mission_code"], large_gap=0.5).iloc[0]
    assert mission["gap"] == pytest.approx(0.4)
    assert mission["exposure_share"] == pytest.approx(1 / 3)
    assert mission["coverage_share"] == pytest.approx(0.75)
