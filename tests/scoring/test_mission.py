"""How large is the gap of a whole mission, where is it worst, and how many serve there?"""

import pandas as pd
import pytest

from unpol_data.scoring.mission import mission_dimension_gaps, mission_gaps, overall_gaps

BY = ["mission_code", "area_code"]


def sites(*given: tuple[float | None, float | None], mission: str = "MINUSCA") -> pd.DataFrame:
    """One row per site, each given as served and gap."""
    rows = pd.DataFrame(given, columns=["served", "gap"]).astype("float64")
    rows["site_code"] = [f"{mission}-{number}" for number in range(len(rows))]
    rows["gap_low"] = (rows["gap"] - 0.1).clip(0, 1).fillna(0.3)
    rows["gap_high"] = (rows["gap"] + 0.1).clip(0, 1).fillna(0.7)
    return rows.assign(
        mission_code=mission, area_code="records", coverage_share=0.9, confidence=0.7
    )


def figure(rows: pd.DataFrame) -> pd.Series:
    """The figures of one capability of one mission."""
    return mission_gaps(rows, by=BY, large_gap=0.5, coverage_needed=0.6667).iloc[0]


EXAMPLE_6 = sites((300, 0.2), (100, 0.6), (100, None))


def test_a_site_weighs_as_many_as_it_serves():
    # Example 6: (300 x 0.2 + 100 x 0.6) / 400 = 0.30
    found = figure(EXAMPLE_6)
    assert found["gap"] == pytest.approx(0.30)
    assert found["worst_site_code"] == "MINUSCA-1"
    assert found[["sites_scored", "sites_total", "served"]].tolist() == [2, 3, 500]


def test_a_site_without_a_figure_could_be_anything():
    # Example 9: (30 + 50 + 0) / 500 = 0.16; (90 + 70 + 100) / 500 = 0.52
    found = figure(EXAMPLE_6)
    assert found[["gap_low", "gap_high"]].tolist() == pytest.approx([0.16, 0.52])


def test_a_mission_mostly_without_figures_has_none():
    # Example 9: 400 / 700 = 57 %
    found = figure(sites((300, 0.2), (100, 0.6), (300, None)))
    assert found[["gap", "exposure_share"]].isna().all()
    assert found["gap_low"] < found["gap_high"]
    assert found["worst_site_code"] == "MINUSCA-1"


def test_exposure_is_the_share_serving_where_the_gap_is_large():
    # Example 14: 100 / 400 = 0.25
    assert figure(EXAMPLE_6)["exposure_share"] == pytest.approx(0.25)


def test_a_gap_of_exactly_half_exposes_nobody():
    assert figure(sites((10, 0.5)))["exposure_share"] == 0


def test_a_site_whose_number_is_not_known_is_listed_and_left_out_of_the_mean():
    found = figure(sites((300, 0.2), (None, 0.9)))
    assert found["gap"] == pytest.approx(0.2)
    assert found["worst_site_code"] == "MINUSCA-1"
    assert found["sites_total"] == 2


@pytest.mark.parametrize("served", [None, 0])
def test_where_no_number_counts_every_site_weighs_the_same(served):
    assert figure(sites((served, 0.2), (served, 0.6)))["gap"] == pytest.approx(0.4)


def test_where_nothing_is_short_no_site_is_worst():
    assert pd.isna(figure(sites((10, 0.0)))["worst_site_code"])


def test_of_equally_bad_sites_the_one_where_more_serve_is_named():
    assert figure(sites((10, 0.6), (20, 0.6)))["worst_site_code"] == "MINUSCA-1"


def test_a_dimension_of_a_mission_is_averaged_the_same_way():
    rows = EXAMPLE_6.assign(dimension_code="software")
    found = mission_dimension_gaps(rows, by=[*BY, "dimension_code"], coverage_needed=0.6667)
    assert found["gap"].tolist() == pytest.approx([0.30])
    assert found["dimension_code"].tolist() == ["software"]


def areas(*gaps: float | None) -> pd.DataFrame:
    """One row per area of one mission."""
    return sites(*((1, gap) for gap in gaps)).assign(area_code=list("abc")[: len(gaps)])


RELEVANCE = pd.DataFrame(
    {"mission_code": "MINUSCA", "area_code": list("abc"), "relevance": [1.0, 0.5, 0.5]}
)


def test_the_figure_over_all_areas_follows_the_mandate():
    # Example 7: 1.5 / 2 = 0.75 of the mandate; (1.0 x 0.4 + 0.5 x 0.2) / 1.5 = 0.3333
    found = overall_gaps(
        areas(0.4, 0.2, None), RELEVANCE, by=["mission_code"], areas_needed=0.6667
    ).iloc[0]
    assert found["gap"] == pytest.approx(1 / 3)
    assert found["coverage_share"] == pytest.approx(0.75)
    assert found[["areas_scored", "areas_total"]].tolist() == [2, 3]


def test_a_mission_without_a_figure_in_its_main_area_has_no_overall_figure():
    # 1 / 2 = 0.5 of the mandate
    found = overall_gaps(areas(None, 0.4, 0.2), RELEVANCE, by=["mission_code"], areas_needed=0.6667)
    assert found["gap"].isna().all()


def test_an_area_without_mandate_relevance_changes_nothing():
    relevance = RELEVANCE.assign(relevance=[1.0, 0.0, 0.0])
    found = overall_gaps(areas(0.4, 0.9, None), relevance, by=["mission_code"], areas_needed=0.6667)
    assert found["gap"].tolist() == pytest.approx([0.4])
