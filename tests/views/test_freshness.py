"""How old are the answers, and when do they stop counting as fresh?"""

from datetime import date

import pandas as pd
import pytest

from unpol_data.access import LOCAL
from unpol_data.filters import Filters
from unpol_data.queries import evidence
from unpol_data.store import reading
from unpol_data.views import freshness, gaps, priorities


def rows(*cells: tuple[int, float, bool]) -> pd.DataFrame:
    return pd.DataFrame(cells, columns=["answer_count", "age_months", "is_stale"])


@pytest.fixture
def share_on(sample_store):
    def share(day: date, **fields) -> float:
        with reading(sample_store) as connection:
            known = freshness.answers(connection, Filters(as_of=day, **fields), LOCAL)
        return freshness.fresh_share(known)

    return share


def test_the_fresh_share_counts_answers_not_rows():
    # 6 of 8 answers are fresh.
    assert freshness.fresh_share(rows((5, 1.0, False), (1, 3.0, False), (2, 40.0, True))) == 0.75


def test_half_of_the_answers_are_at_most_the_median_age():
    # Ages 1, 1, 1, 6, 9: the third of five is 1.
    assert freshness.median_age_months(rows((1, 9.0, False), (3, 1.0, False), (1, 6.0, False))) == 1


def test_without_answers_freshness_and_age_are_not_known():
    assert freshness.fresh_share(rows()) is None
    assert freshness.median_age_months(rows()) is None


def test_answers_grow_stale_as_time_passes(share_on):
    days = (date(2026, 3, 31), date(2028, 6, 30), date(2034, 1, 1))
    shares = [share_on(day) for day in days]
    assert shares == sorted(shares, reverse=True)
    assert shares[0] > 0.5
    # Three years is the longest half-life, so after six years nothing is fresh.
    assert shares[2] == 0


def test_choosing_dimensions_changes_no_share(share_on):
    day = date(2028, 6, 30)
    assert share_on(day, dimensions=("personnel",)) == share_on(day)


def test_only_what_was_answered_has_an_age(sample_store):
    with reading(sample_store) as connection:
        known = freshness.answers(connection, Filters(as_of=date(2026, 3, 31)), LOCAL)
        counts = evidence.evidence_counts(connection, Filters(as_of=date(2026, 3, 31)), LOCAL)
    answered = counts.loc[counts["state"] == "answered", "answer_count"].sum()
    assert known["answer_count"].sum() == answered < counts["answer_count"].sum()
    assert known["age_months"].notna().all()


def test_confidence_in_a_figure_fades_until_somebody_looks_again(sample_store):
    with reading(sample_store) as connection:
        now, later = (
            gaps.area_confidence(connection, Filters(as_of=date(year, 3, 31)), LOCAL)
            for year in (2026, 2027)
        )
    both = now.merge(later, on=["mission_code", "area_code"], suffixes=("", "_later"))
    assert len(both) == len(now)
    assert (both["confidence_later"] < both["confidence"]).all()


def test_the_confidence_of_a_priority_is_the_faded_one(sample_store):
    later = Filters(as_of=date(2027, 3, 31))
    key = ["mission_code", "area_code"]
    with reading(sample_store) as connection:
        ranked = priorities.priorities(connection, later, LOCAL)
        faded = gaps.area_confidence(connection, later, LOCAL)
    both = ranked.merge(faded, on=key, suffixes=("", "_faded")).dropna(subset="confidence")
    assert len(both) == len(faded)
    assert both["confidence"].equals(both["confidence_faded"])


def test_confidence_is_told_in_three_words():
    found = freshness.confidence_class(pd.Series([0.7, 0.69, 0.4, 0.39, None]))
    assert found.iloc[:4].tolist() == ["high", "medium", "medium", "low"]
    assert pd.isna(found.iloc[4])
