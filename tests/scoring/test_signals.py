"""Which changes need a look now, on hand-made numbers."""

from datetime import date

import pandas as pd
import pytest

from unpol_data.scoring import signals

ROUND, BEFORE = date(2026, 3, 27), date(2025, 3, 28)


def only(found: pd.DataFrame) -> pd.Series:
    assert len(found) == 1
    return found.iloc[0]


def rise(before: float | None, now: float | None) -> pd.Series:
    gaps = pd.DataFrame(
        {
            "side": ["unpol"],
            "horizon": ["today"],
            "area_code": ["cyber"],
            "gap": pd.Series([now], dtype="float64"),
            "gap_before": pd.Series([before], dtype="float64"),
            "basis_on": [ROUND],
            "compared_on": [BEFORE],
        }
    )
    return only(signals.gap_rise(gaps, rise_points=10))


@pytest.mark.parametrize(
    ("before", "now", "holds"),
    [
        (0.41, 0.50, False),  # 9 points
        (0.41, 0.51, True),  # 10 points
        (0.41, 0.55, True),
        (0.55, 0.41, False),
        (0.4149, 0.5050, True),  # printed 41 and 51: the reader's subtraction counts
        (0.4151, 0.5149, False),  # printed 42 and 51
    ],
)
def test_a_gap_is_up_from_ten_printed_points_on(before, now, holds):
    assert rise(before, now)["holds"] == holds


@pytest.mark.parametrize(("before", "now"), [(None, 0.9), (0.1, None), (None, None)])
def test_a_gap_that_is_not_known_has_not_risen(before, now):
    assert not rise(before, now)["holds"]


def test_a_gap_of_41_that_becomes_55_is_up_14_points():
    # Example 23: 55 - 41 = 14 >= 10.
    found = rise(0.41, 0.55)
    assert (found["value"], found["value_before"], found["subject"]) == (55, 41, "cyber")


def months(*values: float, site: str = "UNISFA-HQ", first: str = "2025-10-01") -> pd.DataFrame:
    days = pd.date_range(first, periods=len(values), freq="MS")
    return pd.DataFrame({"site_code": site, "month": days, "mean_value": values})


def link(rows: pd.DataFrame, *, required: float | None = 95.0) -> pd.DataFrame:
    needs = pd.DataFrame({"horizon": ["today"], "site_code": ["UNISFA-HQ"]})
    needs["required"] = pd.Series([required], dtype="float64")
    return signals.link_availability(rows, needs, months_running=3, longest_pause_months=3)


@pytest.mark.parametrize(
    ("values", "holds", "counted"),
    [
        ((78, 81, 74), True, 3),
        ((78, 95, 74), False, 1),  # exactly what is required is enough
        ((95, 81, 74), False, 2),
        ((99, 78, 81, 74), True, 3),
        ((70, 78, 81, 74), True, 4),
        ((78, 81, 74, 99), False, 0),
        ((78, 81), False, 2),
        ((74,), False, 1),
    ],
)
def test_a_link_is_down_too_often_after_three_months_under_its_requirement(values, holds, counted):
    found = only(link(months(*values)))
    assert (found["holds"], found["counted"]) == (holds, counted)


def test_a_link_tells_the_months_that_say_so_and_since_when():
    # Example 23: 78, 81 and 74 are all under 95.
    found = only(link(months(99, 78, 81, 74)))
    assert found["run_values"] == "78.0 81.0 74.0"
    assert found["basis_on"] == pd.Timestamp("2025-11-01")
    assert (found["value"], found["limit_value"], found["side"]) == (74, 95, "any")


def test_a_month_without_measurement_is_passed_over():
    rows = months(78, 81, 99, 74)
    assert only(link(rows[rows["mean_value"] != 99]))["holds"]


def test_months_far_apart_are_not_running():
    rows = pd.concat([months(78, 81, first="2025-01-01"), months(74, first="2025-06-01")])
    assert only(link(rows))["counted"] == 1


def test_the_order_of_the_rows_changes_no_run():
    rows = months(99, 78, 81, 74)
    assert link(rows.iloc[::-1]).equals(link(rows))


def test_a_site_that_was_never_measured_or_has_no_requirement_raises_nothing():
    assert link(months(50, 50, 50, site="UNISFA-OTHER")).empty
    assert link(months(50, 50, 50), required=None).empty


def line(before: tuple | None, now: tuple, *, site: str = "HQ", published: date = ROUND) -> dict:
    held_before, serviceable_before = before or (None, None)
    return {
        "side": "unpol",
        "area_code": "power",
        "site_code": site,
        "equipment_code": "generator_20kva",
        "held": now[0],
        "serviceable": now[1],
        "held_before": held_before,
        "serviceable_before": serviceable_before,
        "published_on": pd.Timestamp(published),
        "counted_before": pd.Timestamp(BEFORE),
    }


def decline(*lines: dict) -> pd.DataFrame:
    columns = list(line((1, 1), (1, 1)))
    rows = pd.DataFrame(lines, columns=columns)
    return signals.equipment_decline(rows, drop_points=20, held_at_least=10)


@pytest.mark.parametrize(
    ("before", "now", "holds"),
    [
        ((100, 80), (100, 61), False),  # 19 points
        ((100, 80), (100, 60), True),  # 20 points
        ((100, 60), (100, 80), False),
        ((10, 8), (10, 6), True),
        ((9, 8), (10, 2), False),  # too few at the count before
        ((10, 8), (9, 1), False),  # too few now
        ((20, 16), (0, 0), False),  # nothing is held: no share
    ],
)
def test_equipment_declines_from_twenty_points_of_enough_units_on(before, now, holds):
    assert only(decline(line(before, now)))["holds"] == holds


def test_equipment_counted_for_the_first_time_is_no_decline():
    found = only(decline(line((20, 16), (20, 16)), line(None, (100, 5), site="NEW")))
    assert (found["holds"], found["value"], found["counted"]) == (False, 80, 20)
    assert decline(line(None, (100, 5))).empty


def test_a_later_count_of_one_small_site_does_not_hide_what_fell_before():
    early, late = date(2026, 1, 1), date(2026, 2, 1)
    found = only(
        decline(
            line((100, 80), (100, 40), published=early),
            line((5, 4), (5, 4), site="POST", published=late),
        )
    )
    # 44 of 105 are 42 %, 84 of 105 were 80 %.
    assert (found["holds"], found["value"], found["value_before"]) == (True, 42, 80)
    assert found["basis_on"] == pd.Timestamp(early)


def threat(
    before: float | None, now: float | None, gap: float | None, *, thirds: int = 3
) -> pd.Series:
    ratings = pd.DataFrame({"horizon": ["today"], "threat_code": ["extortion"]})
    ratings["level"] = pd.Series([now], dtype="float64")
    ratings["level_before"] = pd.Series([before], dtype="float64")
    ratings = ratings.assign(basis_on=ROUND, compared_on=BEFORE)
    gaps = pd.DataFrame(
        {"side": "unpol", "horizon": "today", "area_code": ["cyber", "records", "safety"]}
    )
    gaps["gap"] = pd.Series([gap, 0.2, 0.99], dtype="float64")
    relevance = pd.DataFrame(
        {
            "threat_code": "extortion",
            "area_code": ["cyber", "records", "safety"],
            "relevance_thirds": [thirds, 3, 2],
        }
    )
    limits = {"rise_levels": 1, "relevance_thirds": 3, "gap_points": 50}
    return only(signals.threat_rise(ratings, gaps, relevance, **limits))


@pytest.mark.parametrize(
    ("before", "now", "gap", "holds"),
    [
        (2, 3, 0.50, True),
        (2, 3, 0.495, True),  # printed 50
        (2, 3, 0.494, False),
        (2, 2.5, 0.90, False),
        (3, 3, 0.90, False),
        (3, 2, 0.90, False),
        (None, 3, 0.90, False),
        (2, None, 0.90, False),
        (2, 3, None, False),
    ],
)
def test_a_threat_is_up_where_it_rose_a_level_and_a_decisive_gap_is_large(before, now, gap, holds):
    assert threat(before, now, gap)["holds"] == holds


def test_an_area_that_is_not_decisive_raises_no_threat():
    assert not threat(2, 3, 0.9, thirds=2)["holds"]


def test_a_threat_names_the_decisive_area_with_the_largest_gap():
    found = threat(2, 3, 0.75)
    assert (found["area_code"], found["gap_points"], found["counted"]) == ("cyber", 75, 1)
    assert (found["area_codes"], found["subject"]) == ("cyber", "extortion")


def test_rules_that_find_nothing_to_look_at_return_no_rows_of_the_same_kind():
    nothing = signals.candidates(pd.DataFrame())
    assert nothing.empty
    assert list(nothing.columns) == signals.COLUMNS
    assert decline().dtypes.equals(nothing.dtypes)
