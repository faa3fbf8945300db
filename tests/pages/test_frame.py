"""The frame around every page: title, filters in words, notices, errors."""

import logging
import sqlite3
from contextlib import closing

import pytest

from pages.ui import headings, menu, reads, sign_in
from unpol_data.access import ROLES, Viewer
from unpol_data.store.errors import StoreError

NOBODYS = Viewer("ada", (), 2, frozenset(ROLES))
# Filters that leave nothing: one for each way out, and all together.
NOTHING_LEFT = (
    {"mission": "MINURSO"},
    {"threat": "heroin"},
    {"as_of": "2020-01-01"},
    {"side": "host_state", "mission": "MINURSO", "area": "cyber", "threat": "heroin"},
)


def texts(app) -> str:
    """All Markdown of a page, one after the other."""
    return "\n".join(element.value for element in app.markdown)


@pytest.mark.parametrize("url_path", menu.url_paths())
@pytest.mark.parametrize("store", ["sample_file", "empty_file"])
def test_every_page_runs_in_the_frame(frame, request, store, url_path):
    app = frame(request.getfixturevalue(store), url_path=url_path)
    assert not app.exception
    assert not app.error
    title = app.title[0].value
    assert title == menu.entry(url_path).title or url_path in headings.BY_FILTERS


NOTHING_TO_SEE = {
    "enter": "No mission is open to you yet",
    "plan": "No visit is recorded here",
    "portfolio": "No option is recorded for these missions",
}


@pytest.mark.parametrize("url_path", menu.url_paths())
def test_every_page_runs_for_a_viewer_with_no_missions(frame, sample_file, monkeypatch, url_path):
    monkeypatch.setattr(sign_in, "LOCAL", NOBODYS)
    for query in ({}, {"mission": "UNMISS", "threat": "extortion"}):
        app = frame(sample_file, url_path=url_path, **query)
        assert not app.exception
        assert not app.error
        if url_path != "import":
            said = "".join(notice.value for notice in app.info)
            assert NOTHING_TO_SEE.get(url_path, "No approved assessment yet") in said


@pytest.mark.parametrize("url_path", menu.url_paths())
def test_every_page_runs_with_filters_that_leave_nothing(frame, sample_file, url_path):
    for query in NOTHING_LEFT:
        app = frame(sample_file, url_path=url_path, **query)
        assert not app.exception
        assert not app.error


def test_an_address_of_no_page_is_said_to_be_none(frame, empty_file):
    app = frame(empty_file, no_such_page="yes", mission="UNMISS")
    assert [notice.value for notice in app.info if "There is no such page" in notice.value]
    assert "no_such_page" not in app.query_params
    assert app.query_params["mission"] == "UNMISS"


def test_the_filters_are_printed_in_words_with_the_versions_in_force(frame, empty_file):
    app = frame(empty_file, mission=["UNMISS", "BINUH"], horizon="emerging")
    assert "UNMISS \\+ BINUH, all areas, emerging needs" in texts(app)
    assert "method 1\\.0" in texts(app)


def test_invented_data_is_said_to_be_invented(frame, sample_file, empty_file):
    assert "Illustrative data" in texts(frame(sample_file))
    assert "Illustrative data" not in texts(frame(empty_file))


def test_the_foot_names_the_missions_whose_answers_are_invented(frame, sample_copy):
    assert "All answers and measurements are invented" in frame(sample_copy).caption[-1].value
    with closing(sqlite3.connect(sample_copy)) as store, store:
        store.execute("UPDATE assessments SET illustrative = 0 WHERE mission_code <> 'UNMISS'")
    foot = frame(sample_copy).caption[-1].value
    assert "The answers and measurements of UNMISS are invented" in foot


def test_an_unknown_code_is_left_out_with_a_notice(frame, empty_file):
    app = frame(empty_file, mission=["ATLANTIS", "UNMISS"])
    assert [notice.value for notice in app.info if "ATLANTIS" in notice.value]
    assert "UNMISS, all areas" in texts(app)


def test_a_failure_shows_a_sentence_and_a_number_and_is_logged(
    frame, empty_file, monkeypatch, caplog
):
    def broken(viewer):
        raise ValueError("a secret of the store")

    monkeypatch.setattr(reads, "illustrative", broken)
    with caplog.at_level(logging.ERROR, logger="unpol"):
        app = frame(empty_file)
    shown = app.error[0].value
    number = shown.rpartition(" ")[2].rstrip(".")
    assert "could not be drawn" in shown
    assert "secret" not in shown
    assert number in caplog.text
    assert "a secret of the store" in caplog.text
    assert not app.exception


def test_a_store_that_fails_says_its_own_sentence(frame, empty_file, monkeypatch):
    def gone():
        raise StoreError("The store var/unpol.db cannot be opened; allow this account to read it.")

    monkeypatch.setattr(reads, "begin", gone)
    assert "cannot be opened; allow this account" in frame(empty_file).error[0].value
