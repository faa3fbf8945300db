"""Does the picture show how firm each rank is?"""

import pandas as pd
import pytest

from unpol_data.figures import priority_rows, rank_ranges, ranking


def priorities(tiers: tuple = ("A", "C", "B", None)) -> pd.DataFrame:
    whole = pd.array([2, 8, 6, None], dtype="Int64")
    return pd.DataFrame(
        {
            "rank": [1, 2, 3, 4],
            "name": ["UNISFA · Power", "BINUH · Cyber", "UNMISS · Power", "UNMIK · Cyber"],
            "short_name": ["UNISFA · P", "BINUH · C", "UNMISS · P", "UNMIK · C"],
            "rank_median": whole,
            "rank_low": whole - 1,
            "rank_high": whole + 3,
            "top_share": [1.0, 0.1955, 0.4, None],
            "tier": tiers,
        }
    )


def drawn(colours, rows: pd.DataFrame):
    return rank_ranges.rank_ranges(rows, colours, said="Rank over 10 draws")


def test_rows_stand_in_the_order_of_the_ranking_whatever_their_tier(sound_spec, colours):
    spec = sound_spec(drawn(colours, priorities()))
    titles = [row["title"] for row in spec["datasets"]["rows"]]
    assert titles[1] == "2. BINUH · Cyber"
    # The first layer gives the axis its order, so it may leave no row out.
    assert "transform" not in spec["layer"][0]


def test_a_letter_stands_where_a_tier_begins_and_every_second_band_is_shaded():
    rows = priority_rows.prepared(priorities(("A", "A", "C", None)))
    assert rows["opens"].tolist() == [True, False, True, False]
    assert rows["shaded"].tolist() == [True, True, False, False]


def test_the_axis_ends_where_the_last_range_does(sound_spec, colours):
    bar = sound_spec(drawn(colours, priorities()))["layer"][2]
    assert bar["encoding"]["x"]["scale"]["domain"] == [1, 11]
    assert bar["encoding"]["x"]["axis"]["values"] == [1, 5, 10]


def test_both_pictures_stand_row_by_row_beside_each_other(colours):
    rows = priorities().assign(
        priority=50.0,
        gap_points=60,
        gap_class="large",
        threat_part=25.0,
        mandate_part=15.0,
        exposure_part=10.0,
    )
    assert drawn(colours, rows)["height"] == ranking.priority_parts(rows, colours)["height"]


@pytest.mark.parametrize("count", [0, 1])
def test_few_or_no_priorities_can_be_drawn(sound_spec, colours, count):
    assert sound_spec(drawn(colours, priorities().head(count)))


def test_the_alternative_text_says_range_tier_and_what_is_not_known():
    words = rank_ranges.rank_ranges_alt(priorities())
    assert "1. UNISFA · Power, rank 1–5, median 2, tier A; 2. BINUH" in words
    assert words.endswith("4. UNMIK · Cyber, rank range not known.")
