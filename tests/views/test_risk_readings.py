"""What the store says of each kind of risk, and where nothing is known."""

from datetime import date

import pytest

from tests.goal_filing import AS_OF, served_goals
from tests.plan_rows import record_plan
from unpol_data import reference
from unpol_data.access import LOCAL
from unpol_data.filters import Filters
from unpol_data.store import open_store, reading
from unpol_data.views import risk_readings


@pytest.fixture(scope="module")
def planned(tmp_path_factory):
    """The store of goals with a plan of visits."""
    engine = open_store(f"sqlite:///{served_goals(tmp_path_factory.mktemp('readings'))}")
    record_plan(engine)
    yield engine
    engine.dispose()


@pytest.fixture(scope="module")
def said(planned):
    with reading(planned) as connection:
        found = risk_readings.readings(
            connection, Filters(as_of=AS_OF), LOCAL, today=date(2026, 9, 1)
        )
    return {one.risk_kind: one for one in found}


def test_there_is_a_reading_of_every_kind_in_order(said):
    assert tuple(said) == reference.codes("risk_kinds")


def test_visits_not_made_in_person_are_a_share_of_the_plan(said):
    told = said["travel"]
    assert told.measure == pytest.approx(told.values["away"] / told.values["visits"])
    assert told.is_over == (told.measure > 0.25)


def test_an_assessment_that_everybody_may_see_shows_at_once(said):
    # The three small missions are filed as unclassified, UNISFA twice.
    assert (said["data_sensitivity"].measure, said["data_sensitivity"].is_over) == (4, True)


def test_links_that_nobody_measured_are_not_known_rather_than_good(said):
    told = said["connectivity"]
    assert told.measure is None
    assert not told.is_over
    assert told.values["unknown"] == 3


def test_support_to_the_host_state_without_due_diligence_is_counted(said):
    told = said["host_consent"]
    # One of two services, and the option ADVICE.
    assert (told.values["open_services"], told.values["services"]) == (1, 2)
    assert (told.values["open_options"], told.values["options"]) == (1, 1)
    assert (told.measure, told.is_over) == (2, True)


def test_the_budget_is_what_is_expected_of_what_is_approved(said):
    told = said["budget"]
    assert told.measure == pytest.approx(told.values["expected_usd"] / 50_000)


def test_evidence_on_site_is_not_thin(said):
    assert said["thin_evidence"].measure == 0
    # MINURSO was asked nothing: no figure in 13 areas, nor have missions that were never seen.
    assert said["thin_evidence"].values["without_figure"] >= 13


def test_another_risk_is_measured_by_nothing(said):
    assert said["other"].measure is None


def test_of_an_empty_store_nothing_is_known(empty_store):
    with reading(empty_store) as connection:
        found = risk_readings.readings(
            connection, Filters(as_of=AS_OF), LOCAL, today=date(2026, 9, 1)
        )
    assert {one.measure for one in found} == {None}
    assert not [one for one in found if one.is_over]
