"""What is missing, what is merely broken, and what would it cost?"""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from unpol_data.scoring.equipment import equipment_shortages, equipment_totals, readiness

CATALOGUE = pd.DataFrame(
    {
        "equipment_code": ["radio", "camera"],
        "criticality": pd.array([5, 2], dtype="Int64"),
        "unit_cost_usd": [800.0, 300.0],
    }
)
SHORTAGES = ["never_held", "unserviceable", "short"]


def lines(*given: tuple[str, float | None, float | None, float | None]) -> pd.DataFrame:
    """One row per line: code, required, held, serviceable; one site each."""
    rows = pd.DataFrame(given, columns=["equipment_code", "required", "held", "serviceable"])
    rows = rows.astype({name: "float64" for name in ["required", "held", "serviceable"]})
    return rows.assign(
        mission_code="UNMISS",
        side="unpol",
        site_code=[f"UNMISS-{number}" for number in range(len(rows))],
    )


EXAMPLE_12 = lines(("radio", 20, 14, 9), ("camera", 10, 15, 15))


def test_what_was_never_held_and_what_is_broken_are_told_apart():
    # Example 12: 20 - 14 = 6; 14 - 9 = 5; 20 - 9 = 11; 11 x 800 = 8,800
    found = equipment_shortages(EXAMPLE_12, CATALOGUE).iloc[0]
    assert found[SHORTAGES].tolist() == [6, 5, 11]
    assert found["cost_to_close_usd"] == 8800


def test_a_surplus_is_no_negative_shortage():
    # Example 12: max(0, 10 - 15) = 0
    found = equipment_shortages(EXAMPLE_12, CATALOGUE).iloc[1]
    assert found[[*SHORTAGES, "cost_to_close_usd"]].tolist() == [0, 0, 0, 0]


def test_a_broken_surplus_is_not_short():
    # 10 required, 15 held, 12 in order: 3 broken ones nobody needs
    found = equipment_shortages(lines(("radio", 10, 15, 12)), CATALOGUE).iloc[0]
    assert found[SHORTAGES].tolist() == [0, 0, 0]


def test_a_surplus_at_one_site_never_offsets_a_shortage_at_another():
    rows = equipment_shortages(lines(("radio", 10, 4, 4), ("radio", 10, 30, 30)), CATALOGUE)
    found = equipment_totals(rows, by=["mission_code", "side", "equipment_code"]).iloc[0]
    assert found["short"] == 6
    assert found["sites_short"] == 1
    assert found[["required", "held", "serviceable"]].tolist() == [20, 34, 34]


def test_readiness_weighs_what_is_critical_more():
    # Example 12: (5 x 9/20 + 2 x 1) / 7 = 0.607
    found = readiness(EXAMPLE_12, CATALOGUE, by=["mission_code"])
    assert found.tolist() == pytest.approx([0.6071], abs=1e-4)


def test_a_line_nobody_counted_is_missing_and_in_no_sum():
    rows = equipment_shortages(lines(("radio", 10, None, None), ("radio", 10, 5, 5)), CATALOGUE)
    assert rows["short"].isna().tolist() == [True, False]
    found = equipment_totals(rows, by=["mission_code", "equipment_code"]).iloc[0]
    assert found[["required", "short"]].tolist() == [10, 5]


def test_where_nothing_is_required_there_is_no_readiness():
    assert readiness(lines(("radio", 0, 3, 3)), CATALOGUE, by=["mission_code"]).isna().all()


@given(st.integers(0, 100), st.integers(0, 100), st.integers(0, 100))
def test_never_held_and_unserviceable_make_up_the_shortage(required, held, serviceable):
    serviceable = min(serviceable, held)
    found = equipment_shortages(lines(("radio", required, held, serviceable)), CATALOGUE).iloc[0]
    assert found["never_held"] >= 0
    assert found["unserviceable"] == min(held, required) - min(serviceable, required)
    assert found["short"] == found["never_held"] + found["unserviceable"]
