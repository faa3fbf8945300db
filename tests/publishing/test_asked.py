"""What is asked at each site of a mission, and what was answered to it?"""

from datetime import date

import pandas as pd
import pytest

from unpol_data.publishing.asked import (
    asked_items,
    attained_items,
    evidence_counts,
    served,
    summed_counts,
)
from unpol_data.publishing.rules import rules_in_force

RULES = rules_in_force()
SITE = pd.DataFrame(
    {
        "site_code": ["BINUH-HQ"],
        "site_kind": ["mission_hq"],
        "unpol_served": [300],
        "host_officers_served": [None],
        "closed": [False],
    }
)


def one_answer(item_code: str, side: str = "unpol") -> pd.DataFrame:
    row = {
        "site_code": "BINUH-HQ",
        "item_code": item_code,
        "side": side,
        "state": "answered",
        "value": 4.0,
        "needed": 8.0,
        "evidence_grade": "measured",
        "answered_on": pd.Timestamp("2026-03-31"),
    }
    return pd.DataFrame([row])


def test_what_is_asked_follows_from_the_kind_of_site():
    profile = RULES.tables.requirements.query("site_kind == 'mission_hq'")
    asked = asked_items(SITE, one_answer(profile["item_code"].iloc[0]), RULES)
    assert len(asked) == len(profile)
    assert asked["state"].value_counts().to_dict() == {"unknown": len(profile) - 1, "answered": 1}


def test_an_answer_to_what_is_not_asked_counts_for_nothing():
    asked = asked_items(SITE, one_answer("NOT-ASKED-1"), RULES)
    assert set(asked["state"]) == {"unknown"}


def test_both_horizons_rest_on_the_same_answer_and_their_own_requirement():
    item = RULES.tables.framework.query("answer_type == 'count'")["item_code"]
    profile = RULES.tables.requirements.query(
        "site_kind == 'mission_hq' and side == 'unpol' and required_emerging > required_now"
    )
    code = profile[profile["item_code"].isin(item)]["item_code"].iloc[0]
    rows = attained_items(
        asked_items(SITE, one_answer(code), RULES), RULES, on=date(2026, 3, 31)
    ).query("item_code == @code and side == 'unpol'")
    required = profile.set_index("item_code").loc[code]
    found = rows.set_index("horizon")
    # 4 of 8 is 0.5
    assert found.loc["today", "attainment"] == pytest.approx(min(1, 0.5 / required["required_now"]))
    assert found.loc["emerging", "attainment"] == pytest.approx(
        min(1, 0.5 / required["required_emerging"])
    )
    assert found["confidence"].tolist() == [1.0, 1.0]


def test_counts_add_up_and_what_comes_to_nothing_is_left_out():
    asked = asked_items(SITE, one_answer("NOT-ASKED-1"), RULES)
    counts = evidence_counts(asked)
    assert counts["answer_count"].sum() == len(asked)
    taken_off = counts.assign(answer_count=-counts["answer_count"])
    assert summed_counts(pd.concat([counts, taken_off])).empty


def test_each_side_serves_its_own():
    rows = pd.DataFrame({"site_code": "BINUH-HQ", "side": ["unpol", "host_state"]})
    found = served(rows, SITE)
    assert found.iloc[0] == 300
    assert pd.isna(found.iloc[1])
    assert served(rows[["site_code"]], SITE).tolist() == [300, 300]
