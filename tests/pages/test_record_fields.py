"""Each column of a record has the field that fits what may stand in it."""

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from tests.pages.record_page import page
from unpol_data.store import open_store

PREFIX = "record_lessons_new_"


@pytest.fixture
def form(tmp_path, monkeypatch):
    """The open form of a new lesson."""
    url = f"sqlite:///{tmp_path / 'unpol.db'}"
    open_store(url).dispose()
    monkeypatch.setenv("UNPOL_STORE_URL", url)
    st.cache_resource.clear()
    st.cache_data.clear()
    app = AppTest.from_function(page, default_timeout=60).run()
    yield app.button(key="new").click().run()
    st.cache_resource.clear()
    st.cache_data.clear()


def test_a_list_offers_its_names_and_nothing_is_chosen_unseen(form):
    state = form.selectbox(key=PREFIX + "state")
    assert state.options == ["–", "Draft", "Reviewed", "Published"]
    assert state.value == ""


def test_what_is_needed_is_marked_and_explained(form):
    title = form.text_input(key=PREFIX + "title")
    assert title.label == "Title *"
    assert title.help == "The lesson in one line."


def test_each_kind_of_value_has_its_own_field(form):
    assert form.date_input(key=PREFIX + "recorded_on").value is None
    assert form.text_area(key=PREFIX + "words").value == ""
    assert form.checkbox(key=PREFIX + "illustrative").value is False
    assert form.selectbox(key=PREFIX + "sensitivity").value == "confidential"
