"""Guidance and training as a reader opens it: with records, without, through links, and editing."""

from datetime import date

import pytest

from pages.ui import sign_in
from tests.guidance_filing import COMMAND, POLICY, file_guidance
from tests.pages.test_frame import texts
from unpol_data.access import Viewer
from unpol_data.store import open_store


@pytest.fixture
def page(frame, sample_copy):
    """Opens the page on a copy of the sample with the guidance of the tests."""
    engine = open_store(f"sqlite:///{sample_copy}")
    file_guidance(engine)
    engine.dispose()
    return lambda **query: frame(sample_copy, url_path="guidance", **query)


def said(app) -> str:
    return texts(app).replace("\\", "")


def tables(app) -> str:
    return "\n".join(element.value.to_string() for element in app.table).replace("\\", "")


def test_the_page_says_where_guidance_falls_short(page):
    app = page()
    assert not app.exception
    assert "Gaps that no guidance answers" in said(app)
    assert "Requested, 1 Jun 2026" in tables(app)
    assert "1 Feb 2026: passed" in tables(app)
    assert "Review queue" in said(app)


def test_a_link_chooses_a_document_and_an_area(page):
    app = page(document=COMMAND, about="command")
    assert "Technology is: Mentioned" in said(app)
    assert "Passage: Paragraph 31" in said(app)


def test_a_reading_is_opened_from_its_cell_with_what_it_says(page):
    app = page(document=POLICY, about="power")
    app.button(key="change_considerations").click().run()
    assert not app.exception
    assert app.selectbox(key=f"record_considerations_{POLICY}_power_state").value == "needs_update"


def test_who_may_only_read_is_offered_no_change(page, monkeypatch):
    monkeypatch.setattr(sign_in, "LOCAL", Viewer("ada", None, 2, frozenset({"viewer"})))
    keys = [button.key for button in page().button]
    assert not [key for key in keys if key and key.startswith(("change_", "new_", "retire_from"))]


def test_the_dimension_filter_is_said_to_change_nothing(page):
    notes = [note.value for note in page(dimension="software").caption]
    assert any("The dimension filter changes nothing on this page" in note for note in notes)


def test_before_guidance_was_recorded_the_page_says_what_to_do(page):
    app = page(as_of=date(2020, 1, 1).isoformat())
    assert "had been recorded by 1 Jan 2020" in app.info[0].value.replace("\\", "")


def test_an_empty_store_says_what_to_do_and_offers_the_form(frame, empty_file):
    app = frame(empty_file, url_path="guidance")
    assert "No guidance document is on record yet" in app.info[0].value
    assert app.button(key="new_guidance_documents").label == "Add a document"
