"""Heavy work is done in a process of its own, wholly or not at all."""

import os
import signal
import sqlite3
import time
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from tests import lifecycle
from unpol_data import publishing, queries
from unpol_data.access import LOCAL, NotPermitted, Viewer
from unpol_data.filters import Filters
from unpol_data.publishing.assumptions import assumption_shares
from unpol_data.settings import settings
from unpol_data.store import StoreError, open_store, reading
from unpol_data.weighing import unsaved
from unpol_data.work import running

ON = date(2026, 3, 31)
UNMIK = Filters(missions=("UNMIK",), as_of=ON)


@pytest.fixture
def at(sample_copy):
    """The settings for a store of the sample's own, whose draft was reviewed."""
    found = replace(settings({}), store_url=f"sqlite:///{sample_copy}")
    engine = open_store(found.store_url)
    lifecycle.reviewed(engine, the_draft(found, "draft"))
    engine.dispose()
    return found


def the_draft(at, state: str = "reviewed") -> int:
    with closing(sqlite3.connect(at.store_url.removeprefix("sqlite:///"))) as store:
        return store.execute(
            "select assessment_id from assessments where state = ?", (state,)
        ).fetchone()[0]


def state_of(at, number: int) -> str:
    with closing(sqlite3.connect(at.store_url.removeprefix("sqlite:///"))) as store:
        found = store.execute("select state from assessments where assessment_id = ?", (number,))
        return found.fetchone()[0]


def children() -> list[int]:
    """The processes this one has started and that still run."""
    found = []
    for task in Path(f"/proc/{os.getpid()}/task").iterdir():
        found += [int(child) for child in (task / "children").read_text().split()]
    return found


def approved(at, **more):
    return running.approve(the_draft(at), viewer=LOCAL, published_on=ON, settings=at, **more)


def test_an_approval_elsewhere_is_the_approval_here(at, tmp_path):
    there = tmp_path / "there.db"
    there.write_bytes(Path(at.store_url.removeprefix("sqlite:///")).read_bytes())
    engine = open_store(f"sqlite:///{there}")
    here = publishing.approve(engine, the_draft(at), viewer=LOCAL, published_on=ON)
    found = approved(at)
    assert found.changes.equals(here.changes)
    assert replace(found, changes=here.changes) == here
    other = open_store(at.store_url)
    with reading(engine) as one, reading(other) as two:
        chosen = Filters(missions=(here.mission_code,), as_of=ON)
        for wanted in (queries.gaps.mission_gaps, queries.gaps.site_gaps):
            assert wanted(one, chosen, LOCAL).equals(wanted(two, chosen, LOCAL))
        drawn = [queries.draws.gap_draws(of, chosen, LOCAL).gaps for of in (one, two)]
    assert (drawn[0] == drawn[1]).all()
    for opened in (engine, other):
        opened.dispose()


def test_who_waits_hears_of_each_step_and_how_much_is_done(at):
    heard = []
    approved(at, tell=lambda step, share: heard.append((step, share)))
    assert [step for step, _ in heard][1:] == [
        "Reading what counts now",
        "Computing the figures it touches",
        "Drawing what else they could be",
        "Looking for signals",
        "Keeping them",
    ]
    shares = [share for _, share in heard]
    assert shares == sorted(shares)
    assert 0 < shares[0] < shares[-1] < 1


def test_a_preview_elsewhere_says_what_the_approval_does_and_keeps_nothing(at):
    number = the_draft(at)
    found = running.preview_approval(number, viewer=LOCAL, published_on=ON, settings=at)
    assert state_of(at, number) == "reviewed"
    assert len(found.first) == 5
    done = approved(at)
    assert found.publication.changes.equals(done.changes)
    said = {"reason": "Wrong", "viewer": LOCAL, "settings": at}
    assert running.preview_withdrawal(number, **said).publication.from_on == ON


def test_withdrawing_goes_the_same_way(at):
    done = approved(at)
    gone = running.withdraw(done.assessment_id, reason="Wrong", viewer=LOCAL, settings=at)
    assert (gone.state, state_of(at, done.assessment_id)) == ("withdrawn", "withdrawn")


def test_what_the_work_refuses_is_refused_here_in_the_same_words(at):
    with pytest.raises(StoreError, match="There is no assessment 9999"):
        running.approve(9999, viewer=LOCAL, published_on=ON, settings=at)


def test_the_work_is_done_for_the_viewer_and_for_nobody_else(at):
    reader = Viewer("eve", ("UNMIK",), 0, frozenset({"viewer"}))
    with pytest.raises(NotPermitted, match="eve may not approve"):
        running.approve(the_draft(at), viewer=reader, published_on=ON, settings=at)
    stranger = Viewer("ada", ("UNMIK",), 2, frozenset({"reviewer"}))
    with pytest.raises(StoreError, match="There is no assessment"):
        running.approve(the_draft(at), viewer=stranger, published_on=ON, settings=at)


@pytest.mark.parametrize("step", ["Computing", "Drawing", "Keeping"])
def test_work_killed_midway_leaves_the_store_as_it_was(at, step):
    before = children()

    def kill(said: str, share: float) -> None:
        if said.startswith(step):
            for child in set(children()) - set(before):
                os.kill(child, signal.SIGKILL)

    number = the_draft(at)
    with pytest.raises(StoreError, match="as a whole or not at all"):
        approved(at, tell=kill)
    assert state_of(at, number) == "reviewed"
    assert approved(at).state == "approved"


def test_work_that_takes_too_long_is_stopped_and_nothing_is_kept(at):
    number = the_draft(at)
    with pytest.raises(StoreError, match="longer than 1 seconds"):
        running.approve(
            number,
            viewer=LOCAL,
            published_on=ON,
            settings=replace(at, work_seconds=1),
            tell=lambda step, share: time.sleep(0.4),
        )
    assert state_of(at, number) == "reviewed"


def test_work_goes_on_when_nobody_waits_any_more(at):
    number = the_draft(at)

    def leave(step: str, share: float) -> None:
        raise ConnectionError("the browser left")

    with pytest.raises(ConnectionError):
        approved(at, tell=leave)
    until = time.monotonic() + 60
    while state_of(at, number) != "approved" and time.monotonic() < until:
        time.sleep(0.1)
    assert state_of(at, number) == "approved"


@pytest.mark.parametrize("scenario", [None, unsaved({"threat": 60, "mandate": 25, "exposure": 15})])
def test_assumptions_varied_elsewhere_say_the_same(at, sample_store, scenario):
    chosen = replace(UNMIK, scenario=scenario)
    found = running.assumption_shares(chosen, viewer=LOCAL, settings=at)
    with reading(sample_store) as connection:
        here = assumption_shares(connection, chosen, LOCAL)
    assert list(found["assumption"]) == list(here["assumption"])
    assert found["total_order"].to_numpy() == pytest.approx(here["total_order"].to_numpy())


def test_where_nothing_is_ranked_no_assumption_matters(at):
    chosen = replace(UNMIK, missions=("MINURSO",))
    assert running.assumption_shares(chosen, viewer=LOCAL, settings=at).empty
