"""What an answer is worth after a visit in another way, on hand-made numbers."""

import pandas as pd
import pytest

from unpol_data.scoring import replanning

SITES = pd.DataFrame(
    {
        "site_code": ["M-HQ", "M-FAR"],
        "area_code": "power",
        "dimension_code": "equipment",
        "gap": 0.4,
        "gap_low": 0.4,
        "gap_high": 0.4,
        "coverage_share": [1.0, 0.8],
        "confidence": [0.5, 0.3],
        "served": [300.0, 100.0],
    }
)
WEIGHTS = pd.DataFrame({"area_code": ["power"], "dimension_code": ["equipment"], "weight": [1.0]})


def test_a_visited_site_is_worth_its_evidence_and_the_others_keep_what_they_have():
    seen = replanning.renewed(SITES, pd.Series({"M-FAR": 0.95}))
    # 0.8 x 0.95
    assert seen["confidence"].tolist() == pytest.approx([0.5, 0.76])
    remote = replanning.renewed(SITES, pd.Series({"M-FAR": 0.6}))
    assert remote["confidence"].tolist() == pytest.approx([0.5, 0.48])


def test_a_remote_visit_may_be_worth_less_than_what_was_seen_before():
    assert replanning.renewed(SITES, pd.Series({"M-HQ": 0.4}))["confidence"].iloc[0] == 0.4


def test_sites_weigh_as_they_serve_police():
    found = replanning.area_confidence(SITES, WEIGHTS, coverage_needed=0.6667)
    # (300 x 0.5 + 100 x 0.3) / 400
    assert found["power"] == pytest.approx(0.45)


def test_an_answer_may_be_further_off_the_less_it_is_trusted():
    found = replanning.allowance(pd.Series([1.0, 0.6, 0.0]), floor=0.05, span=0.45)
    assert found.tolist() == pytest.approx([0.05, 0.23, 0.5])
