"""What the store refuses to keep about a measurement."""

from datetime import date

import pytest

from unpol_data.store.tables import Measurement

MEASUREMENT = {
    "assessment_id": 1,
    "site_code": "UNMISS-BOR",
    "measure": "downlink_mbps",
    "measured_on": date(2026, 2, 3),
    "value": 4.5,
}
BROKEN = [
    ({"value": -0.1}, "value_in_range"),
    ({"measure": "availability_pct", "value": 100.5}, "percentage_within_hundred"),
    ({"measure": "radio_coverage_pct", "value": 100.5}, "percentage_within_hundred"),
    ({"measure": "power_hours_per_day", "value": 24.5}, "hours_within_a_day"),
]


def test_a_sound_measurement_is_kept(keep):
    keep(Measurement, MEASUREMENT)


@pytest.mark.parametrize(("changed", "rule"), BROKEN)
def test_a_measurement_that_breaks_a_rule_is_refused_by_name(refused, changed, rule):
    assert f"the rule {rule};" in refused(Measurement, MEASUREMENT | changed)
