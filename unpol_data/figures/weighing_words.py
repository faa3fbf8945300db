"""How is it said what other weights would move?"""

import pandas as pd

from unpol_data.figures import formats
from unpol_data.figures.formats import DOWN, SAME, UP

KEY = ["mission_code", "area_code"]
QUESTIONS = {
    "threat": "Relief from crime threats",
    "mandate": "Relevance to the mandate",
    "exposure": "Police freed from large gaps",
}
HEADINGS = {
    "name": "Place, mission and area",
    "moved": "Moves",
    "before": "Place now",
    "priority": "Priority",
    "range": "Rank range",
    "tier": "Tier",
}


def moves(now: pd.DataFrame, then: pd.DataFrame, *, most: int) -> pd.DataFrame:
    """One row per place under the other weights, the first `most`, as text under HEADINGS.

    `now` and `then`: the ranked rows of views.ranking under either weights, of the same gaps.
    """
    before = now.set_index(KEY)["rank"]
    rows = then.head(most)
    places = [before.get(key) for key in zip(rows["mission_code"], rows["area_code"], strict=True)]
    return pd.DataFrame(
        {
            "name": [
                f"{row.rank}. {row.mission_code} · {row.area_name}"
                for row in rows.itertuples(index=False)
            ],
            "moved": [
                _moved(rank, place) for rank, place in zip(rows["rank"], places, strict=True)
            ],
            "before": [f"{place}" for place in places],
            "priority": [formats.number(priority) for priority in rows["priority"]],
            "range": [
                "not known" if pd.isna(row.rank_low) else formats.span(row.rank_low, row.rank_high)
                for row in rows.itertuples(index=False)
            ],
            "tier": rows["tier"].fillna("–"),
        }
    )


def summary(now: pd.DataFrame, then: pd.DataFrame, *, most: int) -> str:
    """What changes among the first places, in one sentence."""
    first_now, first_then = (_keys(rows.head(most)) for rows in (now, then))
    count = len(first_then)
    if first_now == first_then:
        return f"Nothing moves among the first {count}."
    entering = len(set(first_then) - set(first_now))
    same = sum(one == other for one, other in zip(first_now, first_then, strict=True))
    said = f"{formats.count(count - same, 'place changes', 'places change')} hands among the "
    said += f"first {count}"
    if entering:
        said += f"; {formats.count(entering, 'gap enters', 'gaps enter')} from below"
    return f"{said}."


def _keys(rows: pd.DataFrame) -> list[tuple[str, str]]:
    return list(zip(rows["mission_code"], rows["area_code"], strict=True))


def _moved(rank: int, place: int) -> str:
    if rank == place:
        return SAME
    return f"{UP if rank < place else DOWN} {abs(rank - place)}"
