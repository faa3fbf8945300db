"""What stands in each cell, and what is each area compared with?"""

from datetime import date

import pandas as pd
import pytest

from unpol_data.access import LOCAL
from unpol_data.filters import Filters
from unpol_data.store import reading
from unpol_data.views import gaps, mission_matrix


@pytest.fixture
def areas() -> pd.DataFrame:
    """Four missions in two areas."""
    return pd.DataFrame(
        {
            "mission_code": ["A", "B", "C", "D"] * 2,
            "area_code": ["power"] * 4 + ["cyber"] * 4,
            "gap_points": pd.array([60, 20, 31, 40, 70, None, 50, None], dtype="Int64"),
            "gap_class": ["large", "minor", "moderate", "moderate"] + ["large"] * 4,
            "previous_points": pd.array([50, 20, 31, 40, None, 1, 2, 3], dtype="Int64"),
            "change_points": pd.array([10, 0, 0, 0, None, 1, 1, 1], dtype="Int64"),
        }
    )


def test_the_largest_gap_comes_first_against_the_median_of_the_others(areas):
    rows = mission_matrix.against(areas, mission_code="A", other=None)
    assert rows["area_code"].tolist() == ["cyber", "power"]
    # Power: 20, 31, 40. Cyber: only C has a figure.
    assert rows["median_points"].tolist() == [50, 31]
    assert rows["change_points"].iloc[1] == 10


def test_a_second_mission_takes_the_place_of_the_last_round(areas):
    rows = mission_matrix.against(areas, mission_code="A", other="B").set_index("area_code")
    assert rows.at["power", "previous_points"] == 20
    assert rows.at["power", "change_points"] == 40
    assert pd.isna(rows.at["cyber", "change_points"])


def cells(store, **fields) -> pd.DataFrame:
    alone = Filters(**{"as_of": date(2026, 3, 31), "missions": ("UNMISS",)} | fields)
    with reading(store) as connection:
        areas = gaps.areas_with_change(connection, Filters(as_of=alone.as_of), LOCAL)
        return mission_matrix.cells(connection, alone, LOCAL, areas=areas)


def test_every_area_has_its_capability_and_all_dimensions(sample_store):
    found = cells(sample_store)
    assert len(found) == 13 * 6
    assert found["overall"].sum() == 13
    assert found["column_name"].unique().tolist()[:2] == ["Capability", "Personnel"]


def test_a_scored_area_has_exactly_one_limiting_dimension(sample_store):
    found = cells(sample_store)
    limits = found.groupby("area_code")["limiting"].sum()
    scored = found[found["overall"]].set_index("area_code")["gap"].notna()
    assert limits.to_dict() == scored.astype(int).to_dict()


def test_what_is_asked_nowhere_is_not_applicable_and_never_zero(sample_store):
    alone = Filters(as_of=date(2026, 3, 31), missions=("UNMISS",))
    with reading(sample_store) as connection:
        areas = gaps.areas_with_change(connection, alone, LOCAL)
        other = Filters(as_of=alone.as_of, missions=("UNMISS",), areas=("cyber",))
        found = mission_matrix.cells(connection, other, LOCAL, areas=areas)
    unasked = found[~found["overall"] & (found["area_code"] != "cyber")]
    assert set(unasked["gap_class"]) == {"not_applicable"}
    assert unasked["gap"].isna().all()
