"""Browsing, approving and withdrawing assessments on their page."""

import re

import pytest

from pages.ui import sign_in
from unpol_data.access import LOCAL, Viewer
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
    assert re.search(r"\d of \d", shown(app))


def test_the_url_chooses_the_assessment(page):
    app = page(assessment="21")
    assert app.selectbox(key="assessment").value == "21"
    assert "What MINUSCA · 2025 says" in texts(app).replace("\\", "")


def test_a_number_nobody_may_see_is_left_out_with_a_notice(page):
    app = page(assessment="4711")
    assert [notice for notice in app.info if "4711" in notice.value]


def test_approving_says_what_changed_and_the_draft_counts(page):
    app = page()
    app.button(key="approve_it").click().run()
    assert not app.exception
    said = app.success[0].value.replace("\\", "")
    assert "is approved and counts from" in said
    assert re.search(r"gaps? ha(s|ve) changed", said)
    assert "approve_it" not in [button.key for button in app.button]


def test_withdrawing_says_that_it_counts_no_more(page):
    app = page()
    app.button(key="withdraw_it").click().run()
    assert "It was a draft, so no figure has changed" in app.success[0].value.replace("\\", "")
    assert "Withdrawn" in texts(app)


def test_a_refused_approval_is_one_sentence(page, monkeypatch):
    def refused(*arguments, **more):
        raise StoreError("The store is in use by another program; wait for it, then try again.")

    app = page()
    monkeypatch.setattr("unpol_data.work.running.approve", refused)
    app.button(key="approve_it").click().run()
    assert "in use by another program" in app.error[0].value
    assert not app.exception


def test_who_may_only_read_sees_no_buttons(page, monkeypatch):
    reader = Viewer("ada", None, 2, frozenset({"viewer"}))
    monkeypatch.setattr(sign_in, "LOCAL", reader)
    keys = {button.key for button in page().button}
    assert LOCAL.may("approve_assessment")
    assert not keys & {"approve_it", "withdraw_it"}


def test_filters_that_change_nothing_are_said_to(page):
    assert "The horizon filter changes nothing" in " ".join(
        caption.value for caption in page(horizon="emerging").caption
    )


def test_nothing_yet_leads_to_the_import(frame, empty_file):
    app = frame(empty_file, url_path="assessments")
    assert "No approved assessment yet" in app.info[0].value.replace("\\", "")
