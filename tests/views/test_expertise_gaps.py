"""Who can help with which gap, and where is nobody?"""

import pandas as pd

from unpol_data.filters import Filters
from unpol_data.views import expertise_gaps

POOLS = pd.DataFrame(
    [
        ("power", "UNISFA", "deployed", 0, 2, 2),
        ("cyber", None, "spc", 1, 0, 1),
        ("cyber", "BINUH", "spt", 0, 2, 2),
        ("safety", None, "spc", 0, 0, 0),
    ],
    columns=["area_code", "mission_code", "holder", "women", "men", "officers"],
)


def gaps(*places: tuple[str, str]) -> pd.DataFrame:
    rows = pd.DataFrame(places, columns=["mission_code", "area_code"])
    return rows.assign(area_name=rows["area_code"], gap_points=80, gap_class="critical", priority=9)


def test_officers_help_where_they_serve_or_when_they_can_be_sent():
    rows = gaps(
        ("UNISFA", "power"), ("UNMISS", "power"), ("UNMISS", "cyber"), ("UNMISS", "borders")
    )
    left = expertise_gaps.unhelped(rows, POOLS)
    assert list(zip(left["mission_code"], left["area_code"], strict=True)) == [
        ("UNMISS", "power"),
        ("UNMISS", "borders"),
    ]
    assert left["elsewhere"].tolist() == [("UNISFA",), ()]
    assert left["officers"].tolist() == [2, 0]


def test_where_there_is_no_gap_nobody_is_missing():
    left = expertise_gaps.unhelped(gaps(), POOLS)
    assert left.empty
    assert {"officers", "elsewhere"} <= set(left.columns)


def test_areas_with_gaps_and_nobody_come_first_and_nobody_has_no_share_of_women():
    severe = gaps(("UNMISS", "power"), ("UNMISS", "cyber"), ("BINUH", "cyber"))
    left = expertise_gaps.unhelped(severe, POOLS)
    rows = expertise_gaps.areas(Filters(), POOLS, severe=severe, unhelped=left)
    assert len(rows) == 13
    assert list(rows["area_code"][:2]) == ["power", "cyber"]
    known = rows.set_index("area_code")
    assert known.at["cyber", "spc"] == 1
    assert known.at["cyber", "spt"] == 2
    # One woman of three.
    assert round(known.at["cyber", "women_share"], 2) == 0.33
    assert pd.isna(known.at["safety", "women_share"])
    assert pd.isna(known.at["borders", "women_share"])
    assert known.at["cyber", "severe"] == 2
    assert known.at["cyber", "unhelped"] == 0
