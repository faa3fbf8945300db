"""Which signals held up to a date, for whom?"""

from datetime import date

import pandas as pd

from unpol_data.queries import signals
from unpol_data.store import reading

LONG_AGO = date(2020, 1, 1)


def row(subject: str = "cyber", **more) -> dict:
    told = {"rule_code": "gap_rise", "side": "unpol", "horizon": "today", "subject": subject}
    return told | {"raised_on": date(2026, 3, 1), "holds": True, "clearance": 2} | more


def subjects(store, filters, viewer, *, since: date = LONG_AGO) -> list[str]:
    with reading(store) as connection:
        return signals.signals(connection, filters, viewer, since=since)["subject"].tolist()


def test_only_the_side_and_horizon_chosen_and_what_is_about_any_are_read(
    tell, store, chosen, viewer
):
    tell(
        "signals",
        [
            row("cyber"),
            row("host", side="host_state"),
            row("later", horizon="emerging"),
            row("link", side="any"),
            row("count", horizon="any"),
        ],
    )
    assert set(subjects(store, chosen(), viewer())) == {"cyber", "link", "count"}
    assert set(subjects(store, chosen(side="host_state"), viewer())) == {"host", "link"}


def test_what_was_computed_for_another_clearance_is_not_read(tell, store, chosen, viewer):
    tell("signals", [row("secret"), row("open", clearance=0)])
    assert subjects(store, chosen(), viewer(clearance=0)) == ["open"]
    assert subjects(store, chosen(), viewer(clearance=1)) == []


def test_a_mission_one_may_not_see_is_not_read(tell, store, chosen, viewer):
    tell("signals", [row()])
    assert subjects(store, chosen(), viewer("BINUH")) == []
    assert subjects(store, chosen(missions=("UNMISS",)), viewer("BINUH")) == []


def test_a_signal_that_will_be_raised_later_does_not_hold_yet(tell, store, chosen, viewer):
    tell("signals", [row(raised_on=date(2026, 6, 1))])
    assert subjects(store, chosen(), viewer()) == []
    assert subjects(store, chosen(as_of=date(2026, 6, 1)), viewer()) == ["cyber"]


def test_a_signal_that_would_have_been_raised_after_its_period_never_was(
    tell, store, chosen, viewer
):
    tell("signals", [row(raised_on=date(2026, 6, 1))])
    tell("signals", pd.DataFrame([row("other")]), from_on=date(2026, 5, 1))
    later = chosen(as_of=date(2026, 7, 1))
    assert subjects(store, later, viewer()) == ["other"]


def test_what_ended_before_the_day_asked_for_is_left_out(tell, store, chosen, viewer):
    tell("signals", [row()])
    tell("signals", pd.DataFrame([row("other")]), from_on=date(2026, 3, 20))
    assert set(subjects(store, chosen(), viewer())) == {"cyber", "other"}
    assert subjects(store, chosen(), viewer(), since=date(2026, 3, 20)) == ["other"]


def test_what_holds_on_a_day_is_read_for_all_sides_and_horizons(tell, store):
    tell(
        "signals",
        [
            row(),
            row("host", side="host_state"),
            row("over", holds=False, raised_on=date(2026, 2, 1)),
        ],
    )
    with reading(store) as connection:
        found = signals.holding(connection, "UNMISS", on=date(2026, 3, 5), clearance=2)
        before = signals.holding(connection, "UNMISS", on=date(2026, 2, 28), clearance=2)
    assert set(found["subject"]) == {"cyber", "host"}
    assert before.empty


def test_a_mission_with_an_approval_and_no_search_is_named(record, store, viewer):
    record(published_on=date(2026, 1, 31), sensitivity=1)
    record("BINUH")
    with reading(store) as connection:
        assert signals.not_searched(connection, (), viewer()) == ["UNMISS"]
        assert signals.not_searched(connection, (), viewer(clearance=0)) == []
        assert signals.not_searched(connection, ("BINUH",), viewer()) == []
