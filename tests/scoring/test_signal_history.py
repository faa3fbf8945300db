"""Is a signal that holds today the one of yesterday?"""

import pandas as pd

from unpol_data.scoring.signal_history import KEY, SUBJECT, continued
from unpol_data.scoring.signals import candidates

ON = pd.Timestamp("2026-03-31")
EARLIER = pd.Timestamp("2025-06-30")


def found(*, holds: bool = True, basis: str | None = "2025-03-01", **more) -> pd.DataFrame:
    row = {"side": "any", "horizon": "today", "subject": "HQ", "holds": holds, "value": 80.0}
    basis_on = pd.NaT if basis is None else pd.Timestamp(basis)
    rows = candidates(pd.DataFrame([row | {"basis_on": basis_on} | more]))
    return rows.assign(rule_code="link_availability")


def held(*, basis: str | None = "2025-03-01", raised: pd.Timestamp = EARLIER) -> pd.DataFrame:
    return found(basis=basis).assign(raised_on=raised)[[*KEY, *SUBJECT, "basis_on", "raised_on"]]


NONE_HELD = held().iloc[:0]


def test_a_signal_that_did_not_hold_before_is_raised_on_the_day():
    rows = continued(NONE_HELD, found(), on=ON)
    assert rows["raised_on"].tolist() == [ON]
    assert rows["holds"].tolist() == [True]


def test_a_signal_that_held_before_keeps_the_day_on_which_it_was_raised():
    for basis in ("2025-03-01", None):
        rows = continued(held(basis=basis), found(basis=basis), on=ON)
        assert rows["raised_on"].tolist() == [EARLIER]


def test_a_signal_that_rests_on_something_else_is_raised_anew_and_the_old_one_resolved():
    rows = continued(held(), found(basis="2026-01-01"), on=ON).sort_values("raised_on")
    assert rows["raised_on"].tolist() == [EARLIER, ON]
    assert rows["holds"].tolist() == [False, True]


def test_a_signal_that_no_longer_holds_is_resolved_with_the_figures_of_now():
    rows = continued(held(), found(holds=False, basis=None, value=97.0), on=ON)
    row = rows.iloc[0]
    assert (row["holds"], row["raised_on"], row["value"]) == (False, EARLIER, 97.0)


def test_a_signal_of_whose_subject_nothing_is_known_any_more_is_resolved_without_figures():
    rows = continued(held(), found().iloc[:0], on=ON)
    assert rows["holds"].tolist() == [False]
    assert rows["value"].isna().all()


def test_a_signal_that_will_hold_later_is_raised_later():
    later = ON + pd.Timedelta(days=40)
    rows = continued(NONE_HELD, found(basis=None, holds_from=later), on=ON)
    assert rows["raised_on"].tolist() == [later]


def test_what_was_stale_and_was_renewed_is_resolved_until_it_is_stale_again():
    later = ON + pd.Timedelta(days=400)
    rows = continued(held(basis=None), found(basis=None, holds_from=later), on=ON)
    rows = rows.sort_values("raised_on")
    assert rows["raised_on"].tolist() == [EARLIER, later]
    assert rows["holds"].tolist() == [False, True]


def test_what_neither_held_nor_holds_leaves_nothing():
    assert continued(NONE_HELD, found(holds=False), on=ON).empty
