"""One form writes every kind of record: what is wrong stands beside its field."""

from datetime import date

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.pages.record_page import page
from unpol_data.store import open_store

PREFIX = "record_lessons_new_"
FILLED = {
    "text_input": {
        "lesson_code": "lesson-1",
        "title": "Spare batteries travel with the radios",
        "source": "Invented for tests",
    },
    "text_area": {"words": "Radios failed for want of batteries."},
    "selectbox": {"lesson_kind": "lesson", "state": "draft"},
    "date_input": {"recorded_on": date(2026, 8, 3)},
}


@pytest.fixture
def app(tmp_path, monkeypatch):
    """The page on an empty store."""
    url = f"sqlite:///{tmp_path / 'unpol.db'}"
    open_store(url).dispose()
    monkeypatch.setenv("UNPOL_STORE_URL", url)
    st.cache_resource.clear()
    st.cache_data.clear()
    yield AppTest.from_function(page, default_timeout=60).run()
    st.cache_resource.clear()
    st.cache_data.clear()


def fill(app: AppTest, prefix: str, filled: dict) -> None:
    """Fill the fields of the open form."""
    for kind, values in filled.items():
        for column, value in values.items():
            getattr(app, kind)(key=prefix + column).set_value(value)


def save(app: AppTest) -> AppTest:
    """Press the button of the form."""
    return next(one for one in app.button if one.label == "Save").click().run()


def said(app: AppTest) -> str:
    """All that the page says in messages and texts."""
    return "\n".join(str(one.value) for one in (*app.success, *app.error, *app.markdown))


def test_a_record_is_written_changed_and_looked_back_on(app):
    app.button(key="new").click().run()
    assert app.selectbox(key=PREFIX + "mission_code").value == "UNMISS"
    fill(app, PREFIX, FILLED)
    save(app)
    assert "LESSON\\-1 saved" in said(app)
    app.button(key="change").click().run()
    assert app.text_input(key="record_lessons_LESSON-1_lesson_code").disabled
    fill(app, "record_lessons_LESSON-1_", {"selectbox": {"state": "published"}})
    save(app)
    assert "State\\: Draft → Published" in said(app)
    assert "Draft → Published" in app.table[0].value.to_string()
    assert len(app.table[0].value) == 2
    (bring_back,) = app.get("download_button")
    assert bring_back.label.startswith("Lessons and good practices as CSV")


def test_what_is_wrong_stands_beside_its_field_and_nothing_is_kept(app):
    app.button(key="new").click().run()
    fill(app, PREFIX, FILLED | {"text_area": {"words": " "}})
    save(app)
    assert "nothing stands here" in said(app)
    assert "1 problem to put right" in said(app)
    assert len(app.run().table) == 0


def test_a_record_is_retired_with_a_reason(app):
    app.button(key="new").click().run()
    fill(app, PREFIX, FILLED)
    save(app)
    app.button(key="retire").click().run()
    app.button(key="retire_it_lessons").click().run()
    assert "Say why" in said(app)
    app.text_input(key="retire_lessons").set_value("Merged with another")
    app.button(key="retire_it_lessons").click().run()
    assert "LESSON\\-1 retired" in said(app)
    assert len(app.table) == 0
