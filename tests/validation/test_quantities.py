"""Counts, percentages, measurements, levels."""

import pytest


def test_more_serviceable_than_held_cannot_be(tables, found):
    tables["equipment"].loc[2, "serviceable"] = 10
    (problem,) = found(tables)
    assert problem.words == "10 is more than held 9"


@pytest.mark.parametrize("column", ["required", "held", "serviceable"])
def test_nothing_is_held_below_zero(tables, found, column):
    tables["equipment"].loc[2, column] = -3
    assert [one.column for one in found(tables, "below_zero")] == [column]


def test_half_a_radio_is_not_held(tables, found):
    tables["equipment"].loc[2, "required"] = 10.5
    (problem,) = found(tables)
    assert (problem.rule, problem.column) == ("whole_items", "required")


@pytest.mark.parametrize(
    ("measure", "value"),
    [("availability_pct", 101), ("power_hours_per_day", 25), ("latency_ms", -1)],
)
def test_a_measurement_outside_its_unit_cannot_be(tables, found, measure, value):
    tables["connectivity"].loc[2, measure] = value
    (problem,) = found(tables, "physical_range")
    assert problem.column == measure


def test_a_share_where_a_percentage_belongs_is_pointed_out(tables, found):
    tables["connectivity"].loc[2, "availability_pct"] = 0.95
    (problem,) = found(tables)
    assert (problem.rule, problem.severity) == ("share_for_percentage", "warning")


def test_a_row_that_measured_nothing_is_refused(tables, found):
    tables["connectivity"].loc[
        2,
        [
            "downlink_mbps",
            "uplink_mbps",
            "latency_ms",
            "availability_pct",
            "radio_coverage_pct",
            "power_hours_per_day",
        ],
    ] = None
    assert [one.row for one in found(tables, "nothing_measured")] == [2]


@pytest.mark.parametrize("level", [5, -1])
def test_a_threat_level_is_0_to_4(tables, found, level):
    tables["threats"].loc[2, "level_now"] = level
    assert len(found(tables, "level_range")) == 1


def test_a_person_rates_in_whole_levels(tables, found):
    tables["threats"].loc[2, "level_now"] = 2.5
    (problem,) = found(tables)
    assert (problem.rule, problem.column) == ("whole_level", "level_now")


def test_an_index_is_finer_than_the_levels(tables, found):
    tables["threats"].loc[2, ["level_now", "level_emerging"]] = [2.4444, None]
    tables["threats"].loc[2, "source"] = "Global Organized Crime Index 2023"
    assert found(tables) == []
