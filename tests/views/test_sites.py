"""How does a site stand over several areas?"""

import pandas as pd
import pytest

from unpol_data import reference
from unpol_data.views import sites

AREAS = ("communications", "records")


def at_one_site(*gaps: float | None) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "mission_code": "UNMISS",
            "site_code": "UNMISS-JUBA",
            "area_code": AREAS[: len(gaps)],
            "served": 40,
            "gap": pd.Series(gaps, dtype="float64"),
            "gap_low": 0.0,
            "gap_high": 1.0,
            "confidence": 0.8,
            "gap_points": 0,
            "gap_class": "met",
            "is_severe": False,
        }
    )


def weights() -> list[float]:
    relevance = reference.table("mandate_relevance").set_index(["mission_code", "area_code"])
    return [relevance.at[("UNMISS", area), "relevance"] for area in AREAS]


def test_a_sites_gap_is_weighted_by_the_missions_mandate():
    first, second = weights()
    site = sites.overall(at_one_site(0.2, 0.8)).iloc[0]
    assert site["gap"] == pytest.approx((0.2 * first + 0.8 * second) / (first + second))
    assert (site["served"], site["areas_scored"], site["areas_total"]) == (40, 2, 2)


def test_a_site_with_too_little_of_its_mandate_scored_has_no_figure():
    site = sites.overall(at_one_site(None, None)).iloc[0]
    assert pd.isna(site["gap"])
    assert site["gap_class"] == "not_enough_evidence"
    assert not site["is_severe"]


@pytest.mark.parametrize(("gap", "severe"), [(0.494, False), (0.495, True), (0.5, True)])
def test_the_printed_figure_decides_whether_a_gap_is_severe(gap, severe):
    assert sites.overall(at_one_site(gap, gap)).iloc[0]["is_severe"] == severe
