"""Which draws are stored when an assessment is approved or withdrawn?"""

from datetime import date

import numpy as np
import pandas as pd
import pytest

from tests import lifecycle
from unpol_data import publishing, reference
from unpol_data.access import LOCAL, Viewer
from unpol_data.filters import Filters
from unpol_data.queries import gaps
from unpol_data.queries.draws import StoredDraws, gap_draws
from unpol_data.store.engine import reading
from unpol_data.store.writes import Description, record_assessment

FIRST, SECOND, THIRD = date(2024, 10, 31), date(2025, 10, 31), date(2026, 3, 31)


@pytest.fixture
def drawn(desk):
    """Read the draws that hold on a day."""

    def of(as_of: date, *, clearance: int = 2, revision: int | None = None, **more) -> StoredDraws:
        viewer = Viewer("reader", None, clearance, frozenset({"viewer"}))
        with reading(desk.engine) as connection:
            return gap_draws(connection, Filters(as_of=as_of, **more), viewer, revision=revision)

    return of


def measured(desk, on: date) -> publishing.Publication:
    """Measurements of one site, approved."""
    rows = pd.DataFrame(
        {"site_code": ["UNISFA-HQ"], "measure": "uplink_mbps", "measured_on": on, "value": 1.0}
    )
    description = Description(
        mission_code="UNISFA",
        kind="measurements",
        assessed_from=on,
        assessed_to=on,
        source="test",
        content_digest=f"measurements {on}",
    )
    number = record_assessment(
        desk.engine, description, facts={"measurements": rows}, account="test"
    ).assessment_id
    return lifecycle.approved(desk.engine, number, on)


def test_approval_stores_the_draws_of_every_area_asked(desk, drawn):
    desk.approved(1.0, FIRST)
    found = drawn(FIRST)
    with reading(desk.engine) as connection:
        figures = gaps.mission_gaps(connection, Filters(as_of=FIRST), LOCAL)
    assert found.rows["area_code"].tolist() == figures["area_code"].tolist()
    assert found.gaps.shape == (len(figures), reference.parameter("draws"))
    assert set(found.rows["seed"]) == {reference.parameter("draw_seed")}


def test_the_draws_are_about_the_answers(desk, drawn):
    desk.approved(1.0, FIRST)
    desk.approved(0.0, SECOND)
    assert drawn(FIRST).gaps.mean() < 0.1
    assert drawn(SECOND).gaps.mean() > 0.9
    assert drawn(SECOND).exposures.min() == 1
    assert drawn(date(2024, 1, 1)).rows.empty


def test_both_horizons_and_no_more_sides_than_were_asked_are_drawn(desk, drawn):
    desk.approved(1.0, FIRST)
    assert len(drawn(FIRST, horizon="emerging").rows) == len(drawn(FIRST).rows)
    host = drawn(FIRST, side="host_state")
    assert host.rows.empty


def test_the_same_store_gives_the_same_draws(desk, drawn):
    first = desk.approved(0.0, FIRST)
    before = drawn(FIRST)
    publishing.withdraw(desk.engine, first.assessment_id, reason="Wrong", viewer=LOCAL)
    assert drawn(FIRST).rows.empty
    desk.approved(0.0, FIRST, sensitivity=1)
    assert (drawn(FIRST).gaps == before.gaps).all()


def test_withdrawing_brings_back_the_draws_that_held_without_it(desk, drawn):
    desk.approved(1.0, FIRST)
    before = drawn(SECOND)
    second = desk.approved(0.0, SECOND)
    publishing.withdraw(desk.engine, second.assessment_id, reason="Wrong", viewer=LOCAL)
    # A year later the answers count for less, so the draws are wider than they were.
    assert drawn(SECOND).gaps.mean() == pytest.approx(before.gaps.mean(), abs=0.05)
    assert drawn(SECOND, revision=second.revision).gaps.mean() > 0.9


def test_measurements_leave_the_draws_as_they_are(desk, drawn):
    first = desk.approved(1.0, FIRST)
    before = drawn(THIRD)
    measured(desk, SECOND)
    after = drawn(THIRD)
    assert (after.gaps == before.gaps).all()
    assert set(pd.to_datetime(after.rows["from_on"]).dt.date) == {first.from_on}


def test_an_earlier_round_approved_late_is_drawn_for_its_own_time_only(desk, drawn):
    desk.approved(0.0, SECOND)
    desk.approved(1.0, FIRST)
    assert drawn(FIRST).gaps.mean() < 0.1
    assert drawn(SECOND).gaps.mean() > 0.9


def test_draws_rest_only_on_what_their_reader_may_see(desk, drawn):
    desk.approved(1.0, FIRST)
    desk.approved(0.0, SECOND, sensitivity=2)
    assert drawn(SECOND, clearance=1).gaps.mean() < 0.15
    assert drawn(SECOND, clearance=2).gaps.mean() > 0.9


def test_approving_one_mission_moves_no_draw_of_another(desk, drawn):
    desk.approved(1.0, FIRST)
    before = drawn(FIRST, missions=("UNISFA",)).gaps
    desk.approved(0.0, FIRST, mission="UNMIK", kinds={"UNMIK-HQ": "mission_hq"})
    assert (drawn(FIRST, missions=("UNISFA",)).gaps == before).all()
    assert np.isfinite(drawn(FIRST).gaps).all()
