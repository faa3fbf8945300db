"""How large is the gap of a capability at one site, and which dimension limits it?"""

import math

import pandas as pd
import pytest

from unpol_data.scoring.gap import site_gaps

DIMENSIONS = ["personnel", "facilities", "software", "equipment", "working_methods"]
EQUAL = pd.DataFrame({"area_code": "records", "dimension_code": DIMENSIONS, "weight": 0.2})
RULES = {"floor": 0.01, "coverage_needed": 0.6667, "dimensions_needed": 4}


def dimensions(levels: list[float | None], coverage: list[float] | None = None) -> pd.DataFrame:
    """One row per dimension, as dimension_gaps gives them."""
    rows = pd.DataFrame({"dimension_code": DIMENSIONS[: len(levels)], "level": levels})
    rows = rows.astype({"level": "float64"})
    rows["coverage_share"] = coverage or rows["level"].notna().astype("float64")
    rows["gap"] = 1 - rows["level"]
    rows["gap_low"] = (rows["coverage_share"] * rows["gap"]).fillna(0)
    rows["gap_high"] = (rows["gap_low"] + 1 - rows["coverage_share"]).fillna(1)
    return rows.assign(site_code="MINUSCA-BRIA", area_code="records", confidence=0.8)


def figure(levels, coverage=None, weights=EQUAL) -> pd.Series:
    """The figures of one capability at one site."""
    rows = dimensions(levels, coverage)
    return site_gaps(rows, weights, by=["site_code", "area_code"], **RULES).iloc[0]


def test_one_weak_dimension_weighs_more_than_in_a_plain_mean():
    # Example 5: product 0.9 x 0.8 x 1.0 x 0.1 x 0.6 = 0.0432; 0.0432^(1/5) = 0.53345;
    # A = (0.53345 - 0.01) / 0.99 = 0.52874; G = 0.47126
    # the arithmetic mean says 1 - 3.4/5 = 0.32
    # harmonic: 5 / (1.1111 + 1.25 + 1 + 10 + 1.6667) = 0.33272; 1 - 0.32272/0.99 = 0.67402
    found = figure([0.9, 0.8, 1.0, 0.1, 0.6])
    assert found["gap"] == pytest.approx(0.47126, abs=1e-5)
    assert found["gap_arithmetic"] == pytest.approx(0.32)
    assert found["gap_harmonic"] == pytest.approx(0.67402, abs=1e-5)
    assert found["limiting_dimension"] == "equipment"


def test_the_scale_reaches_both_ends():
    assert figure([1.0] * 5)["gap"] == 0
    assert figure([0.0] * 5)["gap"] == 1


def test_where_nothing_is_short_nothing_limits():
    assert pd.isna(figure([1.0] * 5)["limiting_dimension"])


def test_of_two_equal_gaps_the_heavier_dimension_limits():
    weights = EQUAL.assign(weight=[0.1, 0.2, 0.2, 0.2, 0.3])
    assert figure([0.5, 0.9, 0.9, 0.9, 0.5], weights=weights)["limiting_dimension"] == (
        "working_methods"
    )


def test_four_well_answered_dimensions_of_five_are_enough():
    # (0.0432 / 0.6)^(1/4): the weights of the four are scaled to sum to 1
    found = figure([0.9, 0.8, 1.0, 0.1, None])
    assert found["gap"] == pytest.approx(1 - (0.072**0.25 - 0.01) / 0.99)
    assert found["coverage_share"] == pytest.approx(0.8)


def test_three_well_answered_dimensions_of_five_are_not_enough_evidence():
    found = figure([0.9, 0.8, 1.0, 0.1, 0.6], [1, 1, 1, 0.5, 0.5])
    assert found[["gap", "gap_arithmetic", "gap_harmonic", "limiting_dimension"]].isna().all()
    assert 0 < found["gap_low"] < found["gap_high"] < 1


def test_where_only_three_dimensions_are_asked_all_three_are_needed():
    assert pd.notna(figure([0.9, 0.8, 1.0])["gap"])
    assert pd.isna(figure([0.9, 0.8, None])["gap"])


def test_bounds_count_a_dimension_nobody_answered_from_nothing_to_all():
    # low: (1^4)^(..) with the fifth at 1 -> 0; high: 0.01^(1/5) = 0.39811;
    # 1 - (0.39811 - 0.01) / 0.99 = 0.60797
    found = figure([1.0, 1.0, 1.0, 1.0, None])
    assert found["gap"] == 0
    assert found[["gap_low", "gap_high"]].tolist() == pytest.approx([0, 0.60797], abs=1e-5)


def test_a_dimension_without_a_weight_is_refused_by_name():
    with pytest.raises(ValueError, match="working_methods"):
        figure([0.5] * 5, weights=EQUAL.iloc[:4])


# UNDP, Human Development Report 2023/24, HDI 2022 and its indicators; life expectancy,
# expected and mean years of schooling, income per head.
HDI_2022 = """
AFG,0.462,62.879,10.70538475,2.514790058,1335.205733
ALB,0.789,76.833,14.48746967,10.12114431,15293.32651
DZA,0.745,77.129,15.48787975,6.987443608,10978.40571
AND,0.884,83.552,12.7837801,11.61343956,54233.44948
"""


@pytest.mark.parametrize("country", HDI_2022.split())
def test_the_geometric_mean_gives_the_published_human_development_index(country):
    # Goalposts of the technical note: 20 to 85 years, 0 to 18, 0 to 15, USD 100 to 75,000
    # (in logarithms); three equal weights; floor 0.
    published, life, expected, mean, income = map(float, country.split(",")[1:])
    education = (min(1, expected / 18) + min(1, mean / 15)) / 2
    wealth = math.log(min(income, 75_000) / 100) / math.log(75_000 / 100)
    levels = [(life - 20) / 65, education, wealth]
    third = pd.DataFrame(
        {"area_code": "records", "dimension_code": DIMENSIONS[:3], "weight": 1 / 3}
    )
    found = site_gaps(
        dimensions(levels), third, by=["site_code", "area_code"], **(RULES | {"floor": 0.0})
    )
    assert round(1 - found["gap"].iloc[0], 3) == published
