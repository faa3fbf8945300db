"""Browsing assessments on their page, and taking each of their steps there."""

import re
import sqlite3
import time
from contextlib import closing
from datetime import UTC, date, datetime

import pytest
from streamlit.testing.v1 import AppTest

from pages.ui import sign_in
from tests.pages.assessment_page import keys, press, shown, texts, told
from tests.pages.conftest import FRAME
from unpol_data.access import LOCAL, Viewer


@pytest.fixture
def page(frame, sample_copy):
    return lambda **query: frame(sample_copy, url_path="assessments", **query)


def test_the_draft_is_opened_first_with_its_answers_in_words(page):
    app = page()
    assert not app.exception
    assert "Draft" in texts(app)
    assert re.search(r"\d+ answers and", shown(app))
    assert re.search(r"\d of \d", texts(app))


def test_the_url_chooses_the_assessment(page):
    app = page(assessment="21")
    assert app.selectbox(key="assessment").value == "21"
    assert "What MINUSCA · 2025 says" in texts(app).replace("\\", "")


def test_a_number_nobody_may_see_is_left_out_with_a_notice(page):
    app = page(assessment="4711")
    assert [notice for notice in app.info if "4711" in notice.value]


def test_a_draft_is_submitted_reviewed_previewed_and_approved(page):
    app = press(page(), "submit_it")
    assert "is submitted and waits for review" in told(app)
    assert "1 waits for review" in texts(app)
    assert "approve_it" not in keys(app)
    press(app, "review_it", "preview_it")
    said = texts(app).replace("\\", "")
    assert "would change this" in said
    assert re.search(r"\d+ gaps? in \d+ areas? would change", said)
    assert "→" in shown(app)
    assert "Reviewed" in said
    press(app, "approve_it")
    assert "is approved and counts from" in told(app)
    assert re.search(r"gaps? ha(s|ve) changed", told(app))
    assert "approve_it" not in keys(app)


def changed(file, *statements: str) -> None:
    """Change the store behind the page's back."""
    with closing(sqlite3.connect(file)) as store, store:
        for statement in statements:
            store.execute(statement)


def test_a_draft_in_which_something_is_wrong_is_not_submitted_and_told_row_by_row(
    page, sample_copy
):
    app = page()
    number = app.selectbox(key="assessment").value
    changed(sample_copy, f"UPDATE answers SET side = 'host_state' WHERE assessment_id = {number}")
    app = page()
    app.button(key="submit_it").click().run()
    assert not app.exception
    refused = app.error[0].value.replace("\\", "")
    assert re.search(r"Not submitted: \d+ problems to put right first", refused)
    (problems,) = (one.value for one in app.table if "Column" in one.value)
    assert "Side" in set(problems["Column"])
    assert "is asked of unpol only" in problems.to_csv().replace("\\", "")
    assert "submit_it" in keys(app)


def test_a_correction_counts_at_the_earliest_when_what_it_corrects_does(page, sample_copy):
    app = press(page(assessment="21"), "correct_it")
    press(app, "submit_it", "review_it")
    number = int(app.selectbox(key="assessment").value)
    with closing(sqlite3.connect(sample_copy)) as store:
        statement = "SELECT published_on FROM assessments WHERE assessment_id = 21"
        (from_on,) = store.execute(statement).fetchone()
    day = app.date_input(key=f"published_on_{number}")
    assert day.min == date.fromisoformat(from_on)
    assert day.max == datetime.now(UTC).date()


def test_what_is_sent_back_says_why_in_its_history(page):
    app = press(page(), "submit_it")
    number = app.selectbox(key="assessment").value
    app.text_input(key=f"reason_return_{number}").input("Two sites are missing").run()
    press(app, "return_it")
    assert "is a draft again" in told(app)
    history = len(app.segmented_control(key=f"sheet_{number}").options) - 1
    app.segmented_control(key=f"sheet_{number}").set_value(history).run()
    assert "Two sites are missing" in shown(app)
    assert "Submitted for review" in shown(app)
    assert any("Sent back by local" in notice.value for notice in app.warning)
    assert any("Change its answers" in link.label for link in app.get("page_link"))


def test_sending_back_without_a_reason_is_refused_in_words(page):
    app = press(page(), "submit_it")
    app.button(key="return_it").click().run()
    assert "say what has to change" in app.error[0].value


def test_withdrawing_a_draft_says_that_no_figure_changed(page):
    app = page()
    number = app.selectbox(key="assessment").value
    app.text_input(key=f"reason_withdraw_{number}").input("Entered twice").run()
    press(app, "withdraw_it")
    assert "It did not count yet, so no figure has changed" in told(app)
    assert "Withdrawn" in texts(app)


def test_correcting_opens_a_draft_that_names_what_it_corrects(page):
    app = press(page(assessment="21"), "correct_it")
    assert "is a draft with all that no. 21 says" in told(app)
    assert app.selectbox(key="assessment").value != "21"
    assert "Corrects no. 21" in texts(app).replace("\\", "")


def test_the_history_says_what_a_correction_changes(page):
    app = press(page(assessment="21"), "correct_it")
    number = app.selectbox(key="assessment").value
    sheet = app.segmented_control(key=f"sheet_{number}")
    sheet.set_value(len(sheet.options) - 1).run()
    assert not app.exception
    said = texts(app).replace("\\", "")
    assert f"What no. {number} changes against no. 21" in said
    assert "Nothing of what it says was changed" in said


def test_who_may_only_read_sees_no_buttons(page, monkeypatch):
    reader = Viewer("ada", None, 2, frozenset({"viewer"}))
    monkeypatch.setattr(sign_in, "LOCAL", reader)
    assert LOCAL.may("approve_assessment")
    assert not keys(page()) & {"submit_it", "withdraw_it", "correct_it"}


def test_who_submitted_it_is_told_that_somebody_else_reviews_it(page, monkeypatch):
    ada = Viewer("ada", None, 2, frozenset({"assessor", "reviewer"}))
    monkeypatch.setattr(sign_in, "LOCAL", ada)
    app = press(page(), "submit_it")
    assert "review_it" not in keys(app)
    assert any("somebody else has to review" in one.value for one in app.caption)


def test_without_sign_in_the_page_says_that_a_second_person_should_approve(page):
    app = press(page(), "submit_it")
    assert any("cannot tell persons apart" in one.value for one in app.caption)


def test_an_approval_shows_on_another_open_screen_at_its_next_interaction(page, frame, sample_copy):
    app = press(page(), "submit_it", "review_it")
    other = AppTest.from_file(str(FRAME), default_timeout=60)
    other._page_hash = app._page_hash
    other.run()
    assert "1 waits for approval" in texts(other)
    press(app, "preview_it", "approve_it")
    started = time.monotonic()
    other.run()
    assert time.monotonic() - started < 5, "a rerun; room for a busy machine"
    assert "waits for approval" not in texts(other)
    assert other.metric[0].value == app.metric[0].value


def test_filters_that_change_nothing_are_said_to(page):
    assert "The horizon filter changes nothing" in " ".join(
        caption.value for caption in page(horizon="emerging").caption
    )


def test_nothing_yet_leads_to_the_import(frame, empty_file):
    app = frame(empty_file, url_path="assessments")
    assert "No approved assessment yet" in app.info[0].value.replace("\\", "")
