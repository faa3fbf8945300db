"""How old are the answers behind the figures, and how far can these be trusted?"""

from collections.abc import Mapping, Sequence
from datetime import date

import pandas as pd
from sqlalchemy import Connection

from unpol_data import queries, reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.scoring import confidence
from unpol_data.views import gaps


def answers(
    connection: Connection,
    chosen: Filters,
    viewer: Viewer,
    *,
    by: Sequence[str] = (),
    only: Mapping[str, Sequence] | None = None,
    on: Mapping[str, date] | None = None,
) -> pd.DataFrame:
    """One row per mission, dimension and date of answers: answer_count, age_months, is_stale.

    Only what was answered counts: an unknown has no evidence that could age. `by` names further
    columns of evidence_counts to tell apart, `only` the values to keep of a column. With `on`,
    each mission at its own date, and only the missions in it. Choosing dimensions changes nothing.
    """
    counts = queries.evidence.answer_counts(
        connection,
        chosen,
        viewer,
        by=("dimension_code", "answered_on", *by),
        only={**(only or {}), "state": ("answered",)},
        on=on,
    )
    counts = counts[counts["mission_code"].isin(gaps.missions_in_scope(chosen, viewer))]
    days = chosen.as_of if on is None else counts["mission_code"].map(on)
    return _aged(counts, days)


def fresh_share(answers: pd.DataFrame) -> float | None:
    """Share of the answers that are not stale, 0-1; None where there are none.

    Stale: older than stale_after_half_lives half-lives of the dimension. Method note, section 5.
    """
    every = answers["answer_count"].sum()
    return float(answers.loc[~answers["is_stale"], "answer_count"].sum() / every) if every else None


def median_age_months(answers: pd.DataFrame) -> float | None:
    """Half of the answers are this old or younger; None where there are none."""
    dated = answers.dropna(subset="age_months").sort_values("age_months")
    if dated.empty:
        return None
    reached = dated["answer_count"].cumsum() >= dated["answer_count"].sum() / 2
    return float(dated.loc[reached, "age_months"].iloc[0])


def confidence_class(shares: pd.Series) -> pd.Series:
    """ "high", "medium" or "low" for each confidence of 0-1; missing where nothing is known."""
    high, low = (reference.parameter(f"confidence_{name}") for name in ("high", "low"))
    return confidence.confidence_classes(shares, high=high, low=low)


def _aged(counts: pd.DataFrame, on: date | pd.Series) -> pd.DataFrame:
    half_lives = reference.table("dimensions").set_index("dimension_code")["half_life_months"]
    age = confidence.age_months(counts["answered_on"], on)
    half_life = counts["dimension_code"].map(half_lives).astype("float64")
    after = reference.parameter("stale_after_half_lives")
    return counts.assign(age_months=age, is_stale=confidence.is_stale(age, half_life, after=after))
