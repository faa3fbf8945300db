"""Figures in force on a day, at a revision, for a viewer."""

from datetime import date

import pandas as pd
import pytest

from unpol_data.queries import threats
from unpol_data.store import reading

FEBRUARY, MARCH, APRIL = date(2026, 2, 1), date(2026, 3, 1), date(2026, 4, 1)


def _threat(severity: float, **more) -> dict:
    return {"clearance": 2, "threat_code": "ieds", "severity_now": severity} | more


def _severities(store, chosen, viewer, **more) -> dict:
    with reading(store) as connection:
        rows = threats.mission_threats(connection, chosen, viewer, **more)
    return dict(zip(rows["mission_code"], rows["severity_now"], strict=True))


@pytest.fixture
def two_missions(tell) -> None:
    """UNMISS rated in February and March, MINUSCA in March."""
    tell("mission_threats", [_threat(0.25)], from_on=FEBRUARY)
    tell("mission_threats", [_threat(0.5)], from_on=MARCH)
    tell("mission_threats", [_threat(1)], mission_code="MINUSCA", from_on=MARCH)


def test_figures_are_those_that_hold_on_the_as_of_date(store, two_missions, chosen, viewer):
    told = _severities(store, chosen(as_of=FEBRUARY), viewer())
    assert told == {"UNMISS": 0.25}
    assert _severities(store, chosen(), viewer()) == {"MINUSCA": 1, "UNMISS": 0.5}


def test_figures_carry_the_day_they_hold_from(store, two_missions, chosen, viewer):
    with reading(store) as connection:
        rows = threats.mission_threats(connection, chosen(), viewer("UNMISS"))
    assert list(rows["from_on"]) == [pd.Timestamp(MARCH)]
    assert not {"clearance", "to_on", "revision_from", "revision_to"} & set(rows.columns)


def test_only_chosen_missions_are_read(store, two_missions, chosen, viewer):
    assert set(_severities(store, chosen(missions=("UNMISS",)), viewer())) == {"UNMISS"}


def test_a_mission_the_viewer_may_not_see_is_never_read(store, two_missions, chosen, viewer):
    assert set(_severities(store, chosen(), viewer("UNMISS"))) == {"UNMISS"}
    asked = chosen(missions=("MINUSCA",))
    assert _severities(store, asked, viewer("UNMISS")) == {}
    on = {"MINUSCA": APRIL}
    assert _severities(store, chosen(), viewer("UNMISS"), on=on) == {}


def test_each_mission_can_be_read_at_its_own_date(store, two_missions, chosen, viewer):
    on = {"UNMISS": FEBRUARY, "MINUSCA": APRIL}
    assert _severities(store, chosen(), viewer(), on=on) == {"MINUSCA": 1, "UNMISS": 0.25}
    on = {"UNMISS": pd.Timestamp(FEBRUARY)}
    assert _severities(store, chosen(), viewer(), on=on) == {"UNMISS": 0.25}
    assert _severities(store, chosen(), viewer(), on={}) == {}


def test_what_the_store_said_earlier_can_be_read_again(store, two_missions, tell, chosen, viewer):
    before = 3
    tell("mission_threats", [_threat(0.75)], from_on=FEBRUARY)
    only = chosen(missions=("UNMISS",))
    assert _severities(store, only, viewer()) == {"UNMISS": 0.75}
    assert _severities(store, only, viewer(), revision=before) == {"UNMISS": 0.5}
    assert _severities(store, only, viewer(), revision=1) == {"UNMISS": 0.25}
    assert _severities(store, only, viewer(), revision=0) == {}


def test_figures_are_those_computed_for_the_viewers_clearance(store, tell, chosen, viewer):
    tell("mission_threats", [_threat(level / 4, clearance=level) for level in (0, 1, 2)])
    told = [_severities(store, chosen(), viewer(clearance=level))["UNMISS"] for level in (0, 1, 2)]
    assert told == [0, 0.25, 0.5]


def test_filters_without_an_as_of_date_are_refused(store, chosen, viewer):
    with pytest.raises(ValueError, match="resolve it with default_as_of first"):
        _severities(store, chosen(as_of=None), viewer())


def test_a_chosen_revision_shows_what_the_store_said_then(store, tell, chosen, viewer):
    then = tell("mission_threats", [_threat(0.25)])
    tell("mission_threats", [_threat(0.75)])
    assert _severities(store, chosen(), viewer()) == {"UNMISS": 0.75}
    assert _severities(store, chosen(revision=then), viewer()) == {"UNMISS": 0.25}
    assert _severities(store, chosen(revision=then - 1), viewer()) == {}
