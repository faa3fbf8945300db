"""Mandate and goals as a reader opens it: with records, without, through links, and editing."""

from datetime import date

import pytest

from pages.ui import menu, sign_in
from tests.goal_filing import served_goals
from tests.pages.test_frame import texts
from unpol_data import reference
from unpol_data.access import Viewer


@pytest.fixture(scope="module")
def filed(tmp_path_factory):
    return served_goals(tmp_path_factory.mktemp("goals_page"))


@pytest.fixture
def page(frame, filed):
    """Opens the page on the store of goals."""
    return lambda **query: frame(filed, url_path="goals", **query)


def said(app) -> str:
    return texts(app).replace("\\", "")


def tables(app) -> str:
    return "\n".join(element.value.to_string() for element in app.table).replace("\\", "")


def keys(app) -> list[str]:
    return [button.key for button in app.button if button.key]


def test_the_page_says_first_what_nothing_serves(page):
    app = page()
    assert not app.exception
    assert "Nothing on record serves" in said(app)
    assert "“Strategic communications”" in said(app)
    assert "Decisions past the day they were due: Buy the kit." in said(app)
    assert "UNISFA" in tables(app)


def test_a_link_opens_the_goals_of_the_strategy_and_one_of_them(page):
    app = page(show="strategy", of_strategy_goal="threats")
    assert "Make the most of current and new technologies" in tables(app)
    assert "Buy the kit." in tables(app)


def test_what_names_no_priority_can_be_looked_up_and_be_given_one(page):
    app = page(of_a4p_priority="none")
    assert "Draft on cyber" in tables(app)
    app.button(key="change_guidance_documents").click().run()
    assert not app.exception
    field = app.selectbox(key="record_guidance_documents_DRAFT_a4p_priority")
    assert field.label == "A4P+ priority"


def test_women_are_counted_and_who_is_not_is_said(page):
    app = page(show="women")
    assert not app.exception
    assert "No officer with special expertise is on record in" in said(app)
    assert "trained, but not counted by sex" not in tables(app)
    assert "3 of 12, 25 %" in tables(app)
    assert "not answered: 1 site asked" in tables(app)
    assert "Requested, 2 Mar 2026" in tables(app)


def test_risks_stand_beside_what_the_figures_say(page):
    app = page(show="risks")
    assert not app.exception
    assert "Likely and grave: UNISFA: No flights." in said(app)
    assert "Due diligence is not cleared for 1 of 2 advisory services" in said(app)
    assert {"new_risks", "change_risks"} <= set(keys(app))


def test_every_kind_of_risk_leads_to_a_page_of_the_menu():
    assert set(reference.table("risk_kinds")["page"]) <= set(menu.url_paths())


def test_who_may_only_read_is_offered_no_change(page, monkeypatch):
    monkeypatch.setattr(sign_in, "LOCAL", Viewer("ada", None, 1, frozenset({"viewer"})))
    for shown in ("a4p", "risks"):
        app = page(show=shown)
        assert not [key for key in keys(app) if key.startswith(("change_", "new_", "retire_from"))]
    assert "A list is lost" not in tables(app)


def test_with_a_day_chosen_the_page_says_that_records_are_of_that_day(page):
    app = page(as_of=date(2026, 3, 31).isoformat())
    notes = " ".join(note.value for note in app.caption).replace("\\", "")
    assert "had been recorded by 31 Mar 2026" in notes


@pytest.mark.parametrize("shown", ["a4p", "strategy", "agendas", "women", "risks"])
def test_an_empty_store_says_what_to_do(frame, empty_file, shown):
    app = frame(empty_file, url_path="goals", show=shown)
    assert not app.exception
    infos = " ".join(info.value for info in app.info)
    assert "on record here" in infos
    assert "No approved assessment yet" in infos


def test_in_an_empty_store_a_risk_can_be_added(frame, empty_file):
    assert "new_risks" in keys(frame(empty_file, url_path="goals", show="risks"))
