"""Decisions as a reader opens them, and as they are taken on any page."""

import json
import re
import sqlite3
from contextlib import closing

import pytest

from pages.ui import menu, sign_in
from pages.ui.decision_parts import view
from tests.pages.test_frame import texts
from unpol_data.access import LOCAL, Viewer
from unpol_data.filters import Filters
from unpol_data.kept_figures import kept_figures
from unpol_data.queries import records
from unpol_data.store import open_store, reading

FORM = "record_decisions_new_"
FIRST = "DECISION-2025-2"


def said(app) -> str:
    """All that the page says in texts, plain."""
    return texts(app).replace("\\", "")


def tables(app) -> str:
    """All that stands in tables, plain."""
    return "\n".join(element.value.to_string() for element in app.table).replace("\\", "")


def sample_decisions(store) -> list[tuple]:
    """The decisions of the sample."""
    engine = open_store(f"sqlite:///{store}")
    with reading(engine) as connection:
        rows = records.records(connection, "decisions", Filters(), LOCAL)
    engine.dispose()
    return list(rows.itertuples(index=False))


def test_the_page_says_first_what_is_open_overdue_and_done(frame, sample_file):
    app = frame(sample_file, url_path="decisions")
    assert not app.exception
    assert "3 open or under way, 1 of these overdue, 3 done and 1 dropped" in said(app)
    assert "a gap aimed at has clearly shrunk in 2 and clearly grown in 1 of 7" in said(app)
    assert "overdue by 47 days: 30 Sep 2026" in tables(app)


def test_states_and_offices_choose_what_is_listed(frame, sample_file):
    app = frame(sample_file, url_path="decisions", state="dropped")
    assert len(app.table[0].value) == 1
    assert "Do not ask for drones" in tables(app)
    app = frame(
        sample_file, url_path="decisions", state="dropped", office="MONUSCO police component"
    )
    assert "No decision is in these states" in "".join(one.value for one in app.info)


def test_one_decision_shows_its_figures_then_and_its_gap_then_and_now(frame, sample_file):
    app = frame(sample_file, url_path="decisions", decision=FIRST)
    figures = tables(app)
    assert "Gap: UNMISS · Power and facilities ICT" in figures
    assert "▲ 7 (▲ 4 to ▲ 9)" in figures
    assert "as the store stood at revision 83" in "".join(one.value for one in app.caption)
    assert "It takes up the option: Solar back-up at Bentiu and Malakal." in said(app)


def test_every_decision_of_the_sample_opens_with_the_figures_it_kept(frame, sample_file):
    for row in sample_decisions(sample_file):
        app = frame(sample_file, url_path=row.page, **view.as_it_was(row))
        assert not app.exception
        assert not app.info
        shown = tuple(app.session_state["figures_shown"].values())
        kept = kept_figures(row.figures).shown
        assert shown == kept[: len(shown)], row.decision_code
        assert shown


def test_a_decision_above_the_clearance_is_seen_nowhere(frame, sample_file, monkeypatch):
    low = Viewer("bo", None, 0, frozenset({"assessor"}))
    monkeypatch.setattr(sign_in, "LOCAL", low)
    app = frame(sample_file, url_path="decisions")
    assert "Nothing has been decided here yet" in "".join(one.value for one in app.info)
    assert not app.table


def test_before_anything_was_recorded_a_later_date_is_asked_for(frame, sample_file):
    app = frame(sample_file, url_path="decisions", as_of="2020-01-01")
    assert "No decision had been recorded by 1 Jan 2020" in "".join(one.value for one in app.info)


@pytest.mark.parametrize("url_path", menu.url_paths())
def test_one_decides_on_every_page_with_what_is_chosen_there(frame, sample_copy, url_path):
    app = frame(sample_copy, url_path=url_path, mission="UNMISS", area="power")
    app.button(key="decide_here").click().run()
    assert not app.exception
    assert app.selectbox(key=FORM + "mission_code").value == "UNMISS"
    assert app.selectbox(key=FORM + "area_code").value == "power"
    assert app.selectbox(key=FORM + "sensitivity").value == "confidential"


def test_figures_that_rest_on_a_more_sensitive_record_are_kept_as_sensitive(frame, sample_copy):
    with closing(sqlite3.connect(sample_copy)) as store, store:
        store.execute("UPDATE expertise SET sensitivity = 2 WHERE expertise_code LIKE '%1'")
    app = frame(sample_copy, url_path="expertise")
    app.button(key="decide_here").click().run()
    assert app.selectbox(key=FORM + "sensitivity").value == "strictly_confidential"


def test_who_may_not_decide_is_offered_no_button(frame, sample_file, monkeypatch):
    monkeypatch.setattr(sign_in, "LOCAL", Viewer("ada", None, 2, frozenset({"assessor"})))
    for url_path in ("overview", "decisions"):
        keys = [button.key for button in frame(sample_file, url_path=url_path).button]
        assert not {"decide_here", "change_it", "retire_it"} & set(keys)


def test_a_reader_of_one_mission_sees_no_figures_of_others_and_changes_none(
    frame, sample_file, monkeypatch
):
    planner = Viewer("ada", ("UNMISS",), 2, frozenset({"planner"}))
    monkeypatch.setattr(sign_in, "LOCAL", planner)
    app = frame(sample_file, url_path="decisions", decision="DECISION-2026-2")
    assert "Put cyber protection into the review" in tables(app)
    assert "No figures were kept with it, or they are not yours to see" in "".join(
        one.value.replace("\\", "") for one in app.caption
    )
    assert "change_it" not in [button.key for button in app.button]
    app = frame(sample_file, url_path="decisions", decision=FIRST)
    assert "Gap: UNMISS · Power and facilities ICT" in tables(app)
    assert "change_it" in [button.key for button in app.button]


def test_the_overview_and_the_mission_say_what_is_decided(frame, sample_file):
    app = frame(sample_file)
    links = json.dumps([one.proto.label for one in app.get("page_link")])
    assert re.search(r"3 decisions open, 1 overdue", links.replace("\\", ""))
    app = frame(sample_file, url_path="mission", mission="UNMISS")
    assert "What is decided and still open" in said(app)
    assert "Buy solar back-up" in tables(app)
