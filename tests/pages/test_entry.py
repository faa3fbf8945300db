"""Entering answers: a draft, a site, a form; what is wrong is told, what is right is kept."""

import shutil
from datetime import date

import pandas as pd
import pytest

from pages.ui import entry_form, sign_in
from tests.pages.entry_page import (
    DRAFT,
    TODAY,
    field,
    filed,
    fill,
    held,
    one_by_one,
    said,
    save,
)
from tests.views.filing import HQ, TEAM
from unpol_data import reference
from unpol_data.access import LOCAL, Viewer
from unpol_data.ingest import entry
from unpol_data.queries import contents
from unpol_data.store import open_store, reading


@pytest.fixture(scope="module")
def kept(tmp_path_factory):
    return filed(tmp_path_factory.mktemp("filed"))


@pytest.fixture
def store(kept, tmp_path):
    return shutil.copy(kept, tmp_path / "store.db")


@pytest.fixture
def page(frame, store):
    """Opens the page at a site and part, filled in one line at a time."""
    return lambda **query: one_by_one(frame(store, url_path="enter", site=TEAM, **query))


def begin(app) -> None:
    """Press the button of the form that begins a draft."""
    (button,) = (one for one in app.button if one.label == "Begin")
    button.click().run()


def test_a_new_draft_begins_with_what_it_says_of_itself(frame, store):
    app = frame(store, url_path="enter", draft="new", mission="UNISFA")
    begin(app)
    assert "Name of the round: nothing stands here, a value is needed" in said(app.error)
    app.text_input(key="entry_round").set_value("May 2026")
    app.text_input(key="entry_source").set_value("Police component")
    begin(app)
    assert not app.exception
    assert app.selectbox(key="draft").value == "4"


def test_a_refused_draft_names_the_fields_as_the_form_does(frame, store):
    app = frame(store, url_path="enter", draft="new", mission="UNISFA")
    app.text_input(key="entry_round").set_value("May 2026")
    app.text_input(key="entry_source").set_value("Police component")
    app.date_input(key="entry_to").set_value(date(2026, 3, 1))
    begin(app)
    assert "Last day: 2026-03-01 is before “First day”" in said(app.error)


def test_what_is_wrong_is_told_by_row_and_column_and_nothing_typed_is_lost(page, store):
    app = page(part="power")
    first = app.session_state["typed_shown"].began_with.index[0]
    save(fill(app, first, value="3"))
    assert "Nothing was saved" in said(app.error)
    problems = app.table[0].value
    assert set(problems["Row"].str.strip("*").str.replace("\\", "")) == {first}
    assert {"Needed", "Evidence", "Answered on"} <= set(problems["Column"])
    assert field(app, first, "value").value == "3"
    assert held(store, side="unpol").empty


def test_what_is_right_is_saved_and_there_when_one_comes_back(page, store, frame):
    app = page(part="power")
    first = app.session_state["typed_shown"].began_with.index[0]
    right = {"value": "3", "needed": 4.0, "evidence_grade": "interview", "cause": "staff"}
    save(fill(app, first, **right, answered_on=date(2026, 3, 30)))
    assert "1 row is saved in the draft" in said(app.success)
    row = held(store, side="unpol").iloc[0]
    assert (row["item_code"], row["state"], row["value"]) == (first, "answered", 3)
    again = page(part="power")
    assert field(again, first, "value").value == "3"
    assert "Questions answered: 1 of" in said(again.caption)


def test_one_saves_and_goes_on_to_the_next_area_and_then_to_the_next_site(page, store):
    app = page(part="power")
    first = app.session_state["typed_shown"].began_with.index[0]
    right = {"value": "3", "needed": 4.0, "evidence_grade": "interview", "cause": "staff"}
    fill(app, first, **right, answered_on=date(2026, 3, 30))
    areas = list(app.selectbox(key="part").options)
    app.button(key="entry_save_next").click().run()
    assert not app.exception
    assert "1 row is saved in the draft. This is what comes next" in said(app.success)
    assert held(store, side="unpol")["item_code"].tolist() == [first]
    assert app.selectbox(key="part").value == reference.codes("areas")[2]
    assert len(areas) > 3
    app = page(part="link")
    site = app.selectbox(key="site").value
    assert app.button(key="entry_save_next").label.startswith("Save and next: ")
    app.button(key="entry_save_next").click().run()
    assert app.selectbox(key="site").value != site
    assert app.selectbox(key="part").value == reference.codes("areas")[0]


def test_one_does_not_go_on_while_something_is_wrong(page, store):
    app = page(part="power")
    first = app.session_state["typed_shown"].began_with.index[0]
    fill(app, first, value="3")
    app.button(key="entry_save_next").click().run()
    assert "Nothing was saved" in said(app.error)
    assert app.selectbox(key="part").value == "power"
    assert field(app, first, "value").value == "3"


def test_what_is_typed_stays_when_one_looks_at_another_area_first(page, store):
    app = page(part="power")
    first = app.session_state["typed_shown"].began_with.index[0]
    fill(app, first, value="3")
    app.selectbox(key="part").set_value("communications").run()
    assert not app.exception
    app.selectbox(key="part").set_value("power").run()
    assert field(app, first, "value").value == "3"
    assert "1 cell typed, not saved yet" in said(app.caption)


def test_a_remote_interview_says_date_and_evidence_once(page, store):
    app = page(part="power")
    first = app.session_state["typed_shown"].began_with.index[0]
    app.date_input(key="once_answers_answered_on").set_value(date(2026, 3, 30))
    app.selectbox(key="once_answers_evidence_grade").set_value("remote")
    save(fill(app, first, value="3", needed=4.0))
    row = held(store, side="unpol").iloc[0]
    assert (row["evidence_grade"], row["answered_on"].date()) == ("remote", date(2026, 3, 30))


def test_one_starts_from_what_counts_now_but_says_date_and_evidence_anew(frame, store):
    app = frame(store, url_path="enter", site=HQ, part="power", sheet="equipment")
    app.segmented_control(key="entry_how").set_value(entry_form.ONE_BY_ONE).run()
    app.button(key="entry_start").click().run()
    assert not app.exception
    assert "cells typed, not saved yet" in said(app.caption)
    save(app)
    assert {"Evidence", "Counted on"} == set(app.table[0].value["Column"])


def test_a_correction_somebody_else_made_meanwhile_is_shown_beside_ones_own(page, store):
    app = page(part="site")
    fill(app, TEAM, users=50.0)
    engine = open_store(f"sqlite:///{store}")
    with reading(engine) as connection:
        nothing = contents.site_facts(connection, DRAFT, LOCAL)
    row = {"site_code": TEAM, "name": "Agok", "site_kind": "team_site", "unpol_served": 70}
    entry.save(
        engine,
        "sites",
        pd.DataFrame([{**row, "users": 45}], dtype="object"),
        assessment_id=DRAFT,
        read=nothing,
        viewer=LOCAL,
        today=TODAY,
    )
    engine.dispose()
    save(app)
    assert "changed on another screen" in said(app.warning)
    both = app.table[0].value.iloc[0]
    assert "Users of the link 45" in both["In the draft now"]
    assert "Users of the link 50" in both["Typed here"]
    app.button(key="entry_mine").click().run()
    assert field(app, TEAM, "users").value == 50
    save(app)
    assert held(store, contents.site_facts)["users"].tolist() == [50]


def test_a_new_site_is_described_and_then_chosen(page, store, frame):
    app = frame(store, url_path="enter", site="new")
    new = {"site_code": "UNISFA-TODAJ", "name": "Todaj", "site_kind": "team_site"}
    fill(app, "New site", **new, unpol_served=12.0, users=15.0)
    save(app)
    assert app.selectbox(key="site").value == "UNISFA-TODAJ"


def test_a_measurement_of_the_link_is_saved(page, store):
    app = page(part="link")
    save(fill(app, "1", measured_on=date(2026, 3, 30), downlink_mbps=4.5))
    rows = held(store, contents.measurements)
    assert rows[["measure", "value"]].to_numpy().tolist() == [["downlink_mbps", 4.5]]


def test_who_may_not_record_is_told_so(frame, store, monkeypatch):
    monkeypatch.setattr(sign_in, "LOCAL", Viewer("ada", None, 2, frozenset({"viewer"})))
    app = frame(store, url_path="enter")
    assert "not enter answers" in said(app.info)
    assert not app.button


def test_with_nothing_in_the_store_a_new_draft_is_asked_for(frame, empty_file):
    app = frame(empty_file, url_path="enter")
    assert not app.exception
    assert app.text_input(key="entry_round")
