"""How firm is the order of the priorities, and what would change it, in words?"""

from collections.abc import Iterator
from typing import NamedTuple

import pandas as pd

from unpol_data import reference
from unpol_data.figures import formats
from unpol_data.figures.rank_ranges import TIER_WORDS
from unpol_data.scoring.stability import Limits
from unpol_data.weighing import short

FIRM = {"A": "Firm", "B": "Contested", "C": "Not firm"}
# How many sentences of each kind and in all the page has room for, and runs of ranks a line.
TOSSES, REVERSED, SWAPS, ALL, RUNS = 2, 1, 2, 5, 4
SIDES = {"above": "exceeds", "below": "falls below"}


class Said(NamedTuple):
    """A sentence in three pieces; the middle one is what to look at."""

    begins: str
    strong: str
    ends: str = "."


class Tier(NamedTuple):
    """A tier in words: "A", "Robust", "ranks 1–3", "In the top 5 in at least 80 % of draws."."""

    letter: str
    name: str
    ranks: str
    meaning: str


def axis(limits: Limits, *, draw_count: int) -> str:
    """What the ranges are: "Rank over 2,000 draws: bar 5th–95th percentile, dot median"."""
    ends = (limits.interval_low, limits.interval_high)
    low, high = (formats.round_half_up(100 * end) for end in ends)
    if not draw_count:
        return "Rank: no draws are kept for these priorities"
    bar = f"bar {low}th{formats.RANGE}{high}th percentile"
    return f"Rank over {draw_count:,} draws: {bar}, dot median"


def basis(ranked: pd.DataFrame, *, draw_count: int, draw_seed: int) -> str:
    """What ranges rest on: "2,000 draws, seed 7.", and how many priorities have none."""
    without = int(ranked["rank_median"].isna().sum())
    said = f"{draw_count:,} draws, seed {draw_seed}." if draw_count else ""
    if not without:
        return said
    which = formats.count(without, "priority has", "priorities have")
    return f"{said} {which} no draws kept: rank range not known.".strip()


def tier_and_rank(limits: Limits, *, draw_count: int) -> str:
    """How the tier differs from the rank, in one line."""
    times = f" {draw_count:,} times" if draw_count else ""
    return (
        "Rank: by the figure itself. Tier: how often a priority stays in the top "
        f"{limits.top_k} when what is uncertain is varied{times}."
    )


def tiers(ranked: pd.DataFrame, limits: Limits) -> list[Tier]:
    """The tiers there are, each with the ranks that stand in it and what it means."""
    robust, contested = (
        formats.percent(share) for share in (limits.tier_robust, limits.tier_contested)
    )
    top = f"In the top {limits.top_k} in"
    meanings = {
        "A": f"{top} at least {robust} of draws. Act on these in any order.",
        "B": f"{top} {contested} to {robust} of draws. The order within the tier is not evidence.",
        "C": f"{top} fewer than {contested} of draws.",
    }
    return [
        Tier(letter, TIER_WORDS[letter].title(), _ranks(ranked, letter), meaning)
        for letter, meaning in meanings.items()
        if ranked["tier"].eq(letter).any()
    ]


def out_of_order(ranked: pd.DataFrame, limits: Limits, *, most: int) -> str:
    """Why a rank stands in a lower tier than one after it, where one of the first `most` does.

    "" where the tiers follow the ranks.
    """
    shown = ranked.head(most).dropna(subset="tier")
    tiers = shown["tier"].map(ord).astype("float64")
    best_after = tiers[::-1].cummin().shift(1)[::-1]
    lower = shown.loc[tiers > best_after, "rank"]
    if lower.empty:
        return ""
    which = formats.listed([f"{rank}" for rank in lower])
    ranks, their = ("Rank", "its") if len(lower) == 1 else ("Ranks", "their")
    return (
        f"{ranks} {which}: higher by {their} figure than some after it in a better tier, but over "
        f"the draws less often in the top {limits.top_k}. Where the two differ, trust the tier."
    )


def changes(
    ranked: pd.DataFrame, neighbours: pd.DataFrame, swaps: pd.DataFrame, *, most: int
) -> list[Said]:
    """At most five sentences on the first `most` priorities, the first ranks first.

    "1 and 2 are close to a coin-toss (52 %)", "3 overtakes 2 if the threat weight exceeds .62",
    and whose range is widest.
    """
    shown = ranked.head(most)
    last = shown["rank"].max()
    pairs = neighbours[(neighbours["behind_rank"] <= last) & _apart(neighbours)]
    moves = swaps[(swaps["behind_rank"] <= last) & _apart(swaps)]
    said = [*_tosses(pairs), *_reversed(pairs), *_swaps(moves), *_widest(shown)]
    return said[:ALL]


def firm(row: tuple) -> str:
    """The rank range and what it means: "Firm: rank 1–2"; "" where there is none."""
    if pd.isna(row.rank_low):
        return ""
    return f"{FIRM[row.tier]}: rank {formats.span(row.rank_low, row.rank_high)}"


def _apart(pairs: pd.DataFrame) -> pd.Series:
    """Which two do not share a rank: those that do have no order to change."""
    return pairs["rank"] != pairs["behind_rank"]


def _tosses(pairs: pd.DataFrame) -> Iterator[Said]:
    line = reference.parameter("coin_toss")
    close = pairs[pairs["win_share"].between(1 - line, line)]
    for row in close.head(TOSSES).itertuples(index=False):
        share = formats.percent(row.win_share)
        yield Said(f"{row.rank} and {row.behind_rank} are close to a", "coin-toss", f"({share}).")


def _reversed(pairs: pd.DataFrame) -> Iterator[Said]:
    """Where the one behind comes first in most draws: what varies pulls to one side."""
    other = pairs[pairs["win_share"] < 1 - reference.parameter("coin_toss")]
    for row in other.head(REVERSED).itertuples(index=False):
        share = formats.percent(1 - row.win_share)
        yield Said(f"{row.behind_rank} comes before {row.rank} in", f"{share} of draws")


def _swaps(moves: pd.DataFrame) -> Iterator[Said]:
    """Of the first neighbours, the weight that has to move least for them to change places."""
    away = (moves["weight_at_swap"] - moves["weight_now"]).abs()
    nearest = moves.assign(away=away).sort_values(["behind_rank", "away"], kind="stable")
    for row in nearest.drop_duplicates("behind_rank").head(SWAPS).itertuples(index=False):
        limit = _told_apart(row.weight_at_swap, row.weight_now)
        moved = f"{row.part} weight {SIDES[row.swap_side]} {limit}"
        now = f"(now {short(row.weight_now)})."
        yield Said(f"{row.behind_rank} overtakes {row.rank} if the", moved, now)


def _widest(shown: pd.DataFrame) -> Iterator[Said]:
    widths = (shown["rank_high"] - shown["rank_low"]).dropna()
    if len(widths) > 1 and widths.max() > 0:
        row = shown.loc[widths.astype("int64").idxmax()]
        span = formats.span(row["rank_low"], row["rank_high"])
        yield Said(f"{row['rank']} is the", "least sure", f"of these: ranks {span}.")


def _told_apart(value: float, now: float) -> str:
    """A weight told apart from the one in force, with as few decimals as that takes."""
    for decimals in (2, 3):
        if short(value, decimals) != short(now, decimals):
            break
    return short(value, decimals)


def _ranks(ranked: pd.DataFrame, letter: str) -> str:
    """The ranks of a tier: "ranks 1–3", "ranks 5–6 and 8–9"; many runs as a number."""
    inside = ranked["tier"].eq(letter)
    run = inside.ne(inside.shift()).cumsum()[inside]
    ends = ranked[inside].groupby(run)["rank"].agg(["min", "max"])
    if len(ends) > RUNS:
        return formats.count(int(inside.sum()), "priority", "priorities")
    spans = [formats.span(low, high) for low, high in zip(ends["min"], ends["max"], strict=True)]
    return f"{'rank' if inside.sum() == 1 else 'ranks'} {formats.listed(spans)}"
