"""The signals page as a reader opens it: with data, without, through links; and says something."""

import pytest

from tests.pages.test_frame import texts

GAP = "UNISFA~gap_rise~unpol~today~communications~2026-03-27"


@pytest.fixture
def page(frame, sample_copy):
    """Opens the page on a copy of the sample that it may change."""
    return lambda **query: frame(sample_copy, url_path="signals", **query)


def said(app) -> str:
    return texts(app).replace("\\", "")


def tables(app) -> str:
    return "\n".join(element.value.to_string() for element in app.table).replace("\\", "")


def test_the_page_says_what_needs_a_look_with_its_evidence(page):
    app = page()
    assert not app.exception
    assert "UNISFA · Gap up: Communications and connectivity" in said(app)
    assert "Gap 86 of 100, ▲ 11 points from 75 in the round of Mar 2025." in said(app)
    assert "Raised 27 Mar 2026" in said(app)
    assert "MINURSO: too little is known for signals about gaps." in said(app)


def test_every_rule_stands_there_with_threshold_and_source(page):
    rules = said(page())
    assert "10 points: Smallest rise of the printed gap that raises a signal" in rules
    assert "Mandate date passed" in rules
    assert "Method note, section 5" in rules


def test_a_link_chooses_one_rule(page):
    app = page(rule="stale_evidence")
    assert "UNSMIL · Evidence is stale: Border and movement control" in said(app)
    assert "Gap up: Communications" not in said(app)


def test_a_signal_is_marked_as_seen_and_as_new_again(page):
    app = page()
    new = int(app.metric[0].value)
    app.button(key=f"seen_{GAP}").click().run()
    assert not app.exception
    assert int(app.metric[0].value) == new - 1
    app = page(mission="UNISFA", area="communications", rule="gap_rise")
    assert "Seen by local" in said(app)
    app.button(key=f"reopen_{GAP}").click().run()
    assert "Seen by local" not in said(app)


def test_a_signal_is_dismissed_with_a_reason_and_stands_below(page):
    app = page()
    app.text_input(key=f"reason_{GAP}").input("Moved to *another* site").run()
    app.button(key=f"dismiss_it_{GAP}").click().run()
    assert [expander.label for expander in app.expander][0].startswith("Dismissed (1)")
    assert "Moved to *another* site" in said(app)


def test_a_dismissal_without_a_reason_is_refused_in_words(page):
    app = page()
    app.button(key=f"dismiss_it_{GAP}").click().run()
    assert "say why it is no concern" in app.error[0].value
    assert not app.exception


def test_the_dimension_filter_is_said_to_change_nothing(page):
    notes = [note.value for note in page(dimension="software").caption]
    assert any("The dimension filter changes nothing on this page" in note for note in notes)


def test_where_nothing_is_open_the_page_says_so(page):
    app = page(mission="UNMIK")
    assert any("No signal is open" in note.value for note in app.caption)
    assert not app.selectbox


def test_an_empty_store_says_what_to_do(frame, empty_file):
    app = frame(empty_file, url_path="signals", as_of="2026-01-01")
    assert "No approved assessment yet" in app.info[0].value
    assert not app.metric


def test_the_overview_names_the_sharpest_and_how_many_are_new(frame, sample_file):
    app = frame(sample_file, url_path="overview")
    assert "Signals: what needs a look now" in said(app)
    assert "Gap up 11 points to 86: Communications" in tables(app)
