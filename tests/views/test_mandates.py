"""Which mandate dates are signals by themselves, on which days?"""

from datetime import date

from unpol_data.views import mandates

LONG_AGO = date(2020, 1, 1)


def rules(as_of: date, *missions: str, since: date = LONG_AGO) -> dict[str, bool]:
    """For each rule with a signal: whether it still holds."""
    rows = mandates.signals(missions, as_of=as_of, since=since)
    return dict(zip(rows["rule_code"], rows["resolved_on"].isna(), strict=True))


def test_a_mandate_date_is_near_then_passed_and_near_no_longer():
    # The mandate of UNMISS is known to run to 30 April 2026, so is near from 16 March on.
    assert rules(date(2026, 3, 15), "UNMISS") == {}
    assert rules(date(2026, 3, 16), "UNMISS") == {"mandate_due": True}
    assert rules(date(2026, 4, 30), "UNMISS") == {"mandate_due": True}
    assert rules(date(2026, 5, 1), "UNMISS") == {"mandate_due": False, "mandate_passed": True}


def test_what_was_over_long_ago_is_left_out():
    found = rules(date(2027, 6, 1), "UNMISS", since=date(2026, 6, 1))
    assert found == {"mandate_passed": True}


def test_a_mission_without_a_mandate_date_raises_nothing():
    assert rules(date(2030, 1, 1), "UNMIK") == {}


def test_only_the_missions_asked_for_are_looked_at():
    rows = mandates.signals(("UNMISS", "UNISFA"), as_of=date(2030, 1, 1), since=LONG_AGO)
    assert set(rows["mission_code"]) == {"UNMISS", "UNISFA"}
