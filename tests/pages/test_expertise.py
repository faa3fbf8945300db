"""Expertise and partners as a reader opens it: findings, lists, search, links, editing."""

from datetime import date

import pytest

from pages.ui import sign_in
from tests.expertise_filing import file_expertise
from unpol_data.access import Viewer
from unpol_data.store import open_store


@pytest.fixture
def page(frame, sample_copy):
    """Opens the page on a copy of the sample."""
    return lambda **query: frame(sample_copy, url_path="expertise", **query)


@pytest.fixture
def own_page(frame, sample_copy):
    """Opens the page on the sample with the records of the tests besides."""
    engine = open_store(f"sqlite:///{sample_copy}")
    file_expertise(engine)
    engine.dispose()
    return lambda **query: frame(sample_copy, url_path="expertise", **query)


def said(app) -> str:
    shown = [element.value for element in (*app.markdown, *app.caption)]
    return "\n".join(shown).replace("\\", "")


def tables(app) -> str:
    return "\n".join(element.value.to_string() for element in app.table).replace("\\", "")


def test_the_page_says_first_where_nobody_can_help(page):
    app = page()
    assert not app.exception
    assert "Large gaps and nobody who can help: Surveillance and UAS (5 missions)" in said(app)
    assert "2 of 3 open requests find nobody to send" in said(app)
    assert not app.warning


def test_a_service_that_runs_without_clearance_is_a_warning(own_page):
    warning = own_page().warning[0].value.replace("\\", "")
    assert "runs without clearance under the human rights due diligence policy" in warning
    assert "Phones at stations (UNMISS, not assessed)" in warning


@pytest.mark.parametrize(
    ("kind", "holds"),
    [
        ("expertise", "Digital evidence examiner"),
        ("expertise_requests", "promised to MINUSCA"),
        ("advisory_services", "△ Not cleared: declined"),
        ("engagements", "A think tank in Geneva"),
        ("lessons", "Spare batteries travel with the radios"),
    ],
)
def test_a_link_opens_each_of_the_five_lists(page, kind, holds):
    app = page(list=kind)
    assert not app.exception
    assert holds in tables(app)


def test_a_search_finds_records_of_all_kinds_and_opens_one(page):
    app = page()
    app.text_input(key="expertise_search").set_value("PHONE").run()
    assert "3 records found" in said(app)
    app.button(key="open_lessons_LESSON-05").click().run()
    assert not app.exception
    assert app.selectbox(key="lesson").value == "LESSON-05"
    assert "In words: Two weeks of overlap" in said(app)


def test_a_search_without_result_says_what_to_do(page):
    app = page()
    app.text_input(key="expertise_search").set_value("no such words").run()
    assert "Nothing holds all these words" in app.info[0].value


def test_a_lesson_goes_from_draft_to_reviewed_by_its_form(page):
    app = page(list="lessons", lesson="LESSON-06")
    assert app.button(key="lesson_step").label == "Review it"
    app.button(key="lesson_step").click().run()
    assert not app.exception
    assert app.selectbox(key="record_lessons_LESSON-06_state").value == "reviewed"


def test_a_published_lesson_goes_no_further(page):
    keys = [button.key for button in page(list="lessons", lesson="LESSON-05").button]
    assert "lesson_step" not in keys


def test_who_may_only_read_is_offered_no_change(page, monkeypatch):
    monkeypatch.setattr(sign_in, "LOCAL", Viewer("ada", None, 2, frozenset({"viewer"})))
    keys = [button.key or "" for button in page(list="lessons", lesson="LESSON-06").button]
    offered = ("change_", "new_", "retire_from", "lesson_step")
    assert not [key for key in keys if key.startswith(offered)]


def test_a_focal_point_changes_lessons_of_the_own_mission_only(page, monkeypatch):
    focal = Viewer("ada", ("MONUSCO",), 2, frozenset({"focal_point"}))
    monkeypatch.setattr(sign_in, "LOCAL", focal)
    own = page(list="lessons", lesson="LESSON-06")
    assert "lesson_step" in [button.key for button in own.button]
    of_all = page(list="lessons", lesson="LESSON-12")
    assert "change_lessons" not in [button.key for button in of_all.button]


def test_with_a_date_the_records_of_that_day_are_shown_and_the_page_says_so(own_page):
    app = own_page(as_of=date(2026, 9, 15).isoformat())
    assert "Records as they were known on 15 Sep 2026" in said(app)


def test_before_anything_was_recorded_the_page_says_what_to_do(page):
    app = page(as_of=date(2020, 1, 1).isoformat())
    shown = "".join(notice.value for notice in app.info).replace("\\", "")
    assert "had been recorded by 1 Jan 2020" in shown


def test_an_empty_store_says_what_to_do_and_offers_the_forms(frame, empty_file):
    app = frame(empty_file, url_path="expertise")
    assert "import the programme workbook" in "".join(notice.value for notice in app.info)
    assert app.button(key="new_lessons").label == "Add a lesson"


def test_the_dimension_filter_is_said_to_change_nothing(page):
    notes = [note.value for note in page(dimension="software").caption]
    assert any("The dimension filter changes nothing on this page" in note for note in notes)
