"""Is it said in words how firm the order is, and what would change it?"""

import pandas as pd
import pytest

from unpol_data.figures import stability_words as said
from unpol_data.scoring.stability import Limits

LIMITS = Limits(interval_low=0.05, interval_high=0.95, top_k=5, tier_robust=0.8, tier_contested=0.2)


@pytest.fixture
def ranked() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "rank": [1, 2, 3, 4],
            "rank_median": [1, 2, 3, pd.NA],
            "rank_low": pd.array([1, 1, 2, None], dtype="Int64"),
            "rank_high": pd.array([2, 3, 9, None], dtype="Int64"),
            "tier": ["A", "B", "A", None],
        }
    )


def pairs(*shares: float) -> pd.DataFrame:
    """Neighbours from the first rank on, with these win shares."""
    ranks = range(1, len(shares) + 1)
    return pd.DataFrame(
        {"rank": ranks, "behind_rank": [rank + 1 for rank in ranks], "win_share": shares}
    )


def swaps(*rows: tuple) -> pd.DataFrame:
    columns = ["rank", "behind_rank", "part", "weight_now", "weight_at_swap", "swap_side"]
    return pd.DataFrame(rows, columns=columns)


def sentences(ranked, neighbours, moves, most: int = 12) -> list[str]:
    found = said.changes(ranked, neighbours, moves, most=most)
    return [" ".join(each) if each.ends != "." else " ".join(each[:2]) + "." for each in found]


def test_neighbours_near_half_are_a_coin_toss_and_reversed_ones_say_so(ranked):
    assert sentences(ranked, pairs(0.52, 0.9, 0.3), swaps())[:2] == [
        "1 and 2 are close to a coin-toss (52 %).",
        "4 comes before 3 in 70 % of draws.",
    ]


def test_of_each_pair_the_weight_that_has_to_move_least_is_named(ranked):
    moves = swaps(
        (2, 3, "threat", 0.5, 0.62, "above"),
        (2, 3, "mandate", 0.3, 0.1, "below"),
        (1, 2, "exposure", 0.2, 0.1, "below"),
    )
    assert sentences(ranked, pairs(), moves)[:2] == [
        "2 overtakes 1 if the exposure weight falls below .1 (now .2).",
        "3 overtakes 2 if the threat weight exceeds .62 (now .5).",
    ]


def test_a_weight_next_to_the_one_in_force_is_printed_so_that_they_differ(ranked):
    moves = swaps((1, 2, "threat", 0.5, 0.5021, "above"))
    assert "exceeds .502 (now .5)" in sentences(ranked, pairs(), moves)[0]


def test_no_more_than_five_sentences_and_only_of_what_is_shown(ranked):
    moves = swaps(
        (1, 2, "threat", 0.5, 0.6, "above"),
        (2, 3, "threat", 0.5, 0.6, "above"),
        (3, 4, "threat", 0.5, 0.6, "above"),
    )
    assert len(sentences(ranked, pairs(0.5, 0.5, 0.2), moves)) == 5
    assert not [line for line in sentences(ranked, pairs(0.9, 0.9, 0.5), moves, 3) if "4" in line]


def test_priorities_that_share_a_rank_have_no_order_to_change():
    tied = pd.DataFrame({"rank": [1, 1], "rank_low": [1, 1], "rank_high": [1, 1]})
    together = pairs(0.5).assign(behind_rank=1)
    assert sentences(tied, together, swaps()) == []


def test_the_widest_range_is_the_least_sure(ranked):
    assert sentences(ranked, pairs(), swaps()) == ["3 is the least sure of these: ranks 2–9."]


def test_a_tier_names_its_ranks_also_where_they_do_not_follow_each_other(ranked):
    tiers = said.tiers(ranked, LIMITS)
    assert [(tier.letter, tier.name, tier.ranks) for tier in tiers] == [
        ("A", "Robust", "ranks 1 and 3"),
        ("B", "Contested", "rank 2"),
    ]
    assert tiers[0].meaning.startswith("In the top 5 in at least 80 % of draws.")


def test_draws_seed_and_what_has_none_are_said(ranked):
    assert said.basis(ranked, draw_count=2000, draw_seed=7) == (
        "2,000 draws, seed 7. 1 priority has no draws kept: rank range not known."
    )
    assert said.basis(ranked.tail(1), draw_count=0, draw_seed=7).startswith("1 priority has no")
    assert said.axis(LIMITS, draw_count=2000) == (
        "Rank over 2,000 draws: bar 5th–95th percentile, dot median"
    )
    assert "no draws" in said.axis(LIMITS, draw_count=0)


def test_a_priority_is_called_firm_or_contested_with_its_range(ranked):
    rows = list(ranked.itertuples(index=False))
    assert [said.firm(row) for row in rows] == [
        "Firm: rank 1–2",
        "Contested: rank 1–3",
        "Firm: rank 2–9",
        "",
    ]


def test_a_rank_in_a_lower_tier_than_one_after_it_is_explained():
    ranked = pd.DataFrame({"rank": [1, 2, 3, 4], "tier": ["A", "C", "B", "C"]})
    why = said.out_of_order(ranked, LIMITS, most=12)
    assert why.startswith("Rank 2: higher by its figure than some after it in a better tier")
    in_order = ranked.assign(tier=["A", "B", "B", "C"])
    assert said.out_of_order(in_order, LIMITS, most=12) == ""
    assert said.out_of_order(ranked, LIMITS, most=2) == ""


def test_how_tier_and_rank_differ_is_said_in_one_line():
    said_of = said.tier_and_rank(LIMITS, draw_count=2000)
    assert said_of.endswith("in the top 5 when what is uncertain is varied 2,000 times.")
    assert said.tier_and_rank(LIMITS, draw_count=0).endswith("is varied.")
