"""Browsing assessments on their page, and taking each of their steps there."""

import re
import time

import pytest
from streamlit.testing.v1 import AppTest

from pages.ui import preview_parts, sign_in
from tests.pages.conftest import FRAME
from unpol_data import publishing
from unpol_data.access import LOCAL, Viewer
from unpol_data.store import open_store
from unpol_data.store.errors import StoreError


def texts(app) -> str:
    """All Markdown of a page, one after the other."""
    return "\n".join(element.value for element in app.markdown)


def shown(app) -> str:
    """What the tables of a page say."""
    return "\n".join(table.value.to_csv() for table in app.table)


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


def press(app, *keys: str):
    """Press buttons one after the other; none of them fails."""
    for key in keys:
        app.button(key=key).click().run()
        assert not app.exception
        assert not app.error
    return app


def told(app) -> str:
    """What the page says on top of the last step."""
    return app.success[0].value.replace("\\", "")


def keys(app) -> set[str]:
    """The buttons there are."""
    return {button.key for button in app.button}


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


def drawn(app, wanted: str) -> int:
    """At which turn an element with these words or this key is drawn on the page."""
    for turn, element in enumerate(app.main):
        said = f"{getattr(element, 'value', '')}".replace("\\", "")
        if wanted in said or wanted == getattr(element, "key", None):
            return turn
    raise AssertionError(f"{wanted} is not on the page")


def test_what_a_step_would_change_and_did_stands_right_below_its_button(page):
    app = press(page(), "submit_it")
    assert drawn(app, "review_it") < drawn(app, "is submitted and waits") < drawn(app, "Imported")
    press(app, "review_it", "preview_it")
    assert drawn(app, "preview_it") < drawn(app, "would change this") < drawn(app, "Imported")


def test_a_preview_can_be_left(page):
    app = press(page(), "submit_it", "review_it", "preview_it", "leave_it")
    assert "would change this" not in texts(app)
    assert "preview_it" in keys(app)
    assert "preview" not in app.query_params


def test_a_preview_that_a_lost_connection_broke_off_is_worked_out_anew(page):
    app = press(page(), "submit_it", "review_it", "preview_it")
    del app.session_state[preview_parts.SHOWN]
    assert "would change this" in texts(app.run())


def test_a_session_that_was_lost_says_that_the_preview_has_to_be_asked_anew(page):
    app = page(assessment="21", preview="21")
    assert [one for one in app.info if "the connection to the dashboard was lost" in one.value]
    assert "preview" not in app.query_params
    assert not [one for one in app.run().info if "was lost" in one.value]


def test_a_preview_is_dropped_and_said_to_be_once_something_else_was_recorded(page, sample_copy):
    app = press(page(), "submit_it", "review_it", "preview_it")
    engine = open_store(f"sqlite:///{sample_copy}")
    publishing.withdraw(engine, 21, viewer=LOCAL, reason="Entered twice")
    engine.dispose()
    app.run()
    assert "would change this" not in texts(app)
    assert [one for one in app.info if "Something was recorded since" in one.value]


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


def test_withdrawing_what_counts_shows_first_what_it_would_change(page):
    app = page(assessment="21")
    app.text_input(key="reason_withdraw_21").input("Wrong sites").run()
    press(app, "preview_withdrawal")
    assert "would change this" in texts(app).replace("\\", "")
    press(app, "withdraw_it")
    assert "is withdrawn" in told(app)


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


def test_a_comment_holds_back_the_review_until_it_is_resolved(page):
    app = press(page(), "submit_it")
    number = app.selectbox(key="assessment").value
    sheet = f"sheet_{number}"
    comments = len(app.segmented_control(key=sheet).options) - 2
    app.segmented_control(key=sheet).set_value(comments).run()
    site = app.selectbox(key=f"comment_site_{number}").options[1]
    app.selectbox(key=f"comment_site_{number}").select(site).run()
    app.text_area(key=f"words_new_{number}_0").input("Inspected, or told?").run()
    press(app, f"send_new_{number}_0")
    assert "Inspected, or told?" in texts(app)
    assert "1 comment is open" in texts(app).replace("\\", "")
    app.button(key="review_it").click().run()
    assert "1 comment is open on assessment" in app.error[0].value.replace("\\", "")
    press(app, "resolve_0", "review_it")
    assert "is reviewed" in told(app)


def test_a_comment_is_begun_from_the_answer_one_reads(page):
    app = page()
    (first, *_) = (key for key in sorted(keys(app)) if key.startswith("comment_on_"))
    press(app, first)
    (field,) = (area for area in app.text_area if area.key.startswith("words_row_"))
    app = field.input("Inspected, or told?").run()
    press(app, field.key.replace("words_", "send_"))
    assert not [area for area in app.text_area if area.key.startswith("words_row_")]
    assert "1 open" in texts(app)
    number = app.selectbox(key="assessment").value
    sheet = app.segmented_control(key=f"sheet_{number}")
    sheet.set_value(len(sheet.options) - 2).run()
    assert "Inspected, or told?" in texts(app)


def test_an_empty_comment_is_refused_where_it_is_written(page):
    app = page()
    (first, *_) = (key for key in sorted(keys(app)) if key.startswith("comment_on_"))
    press(app, first)
    (send,) = (key for key in keys(app) if key.startswith("send_row_"))
    app.button(key=send).click().run()
    assert "The comment is empty" in app.error[0].value
    assert drawn(app, send) < drawn(app, "The comment is empty")


def test_a_refused_approval_is_one_sentence(page, monkeypatch):
    def refused(*arguments, **more):
        raise StoreError("The store is in use by another program; wait for it, then try again.")

    app = press(page(), "submit_it", "review_it", "preview_it")
    monkeypatch.setattr("unpol_data.work.running.approve", refused)
    app.button(key="approve_it").click().run()
    assert "in use by another program" in app.error[0].value
    assert not app.exception


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
