"""Rating the crime threats of a mission, and saying what the assessment is."""

from datetime import date

import pandas as pd
import pytest

from tests.pages.entry_page import (
    DRAFT,
    SAID,
    TODAY,
    field,
    filed,
    fill,
    held,
    one_by_one,
    said,
    save,
)
from unpol_data.access import LOCAL
from unpol_data.filters import Filters
from unpol_data.ingest import own_row
from unpol_data.queries import contents
from unpol_data.store import open_store, reading
from unpol_data.views import entry as view


@pytest.fixture
def store(tmp_path):
    return filed(tmp_path)


@pytest.fixture
def whole(frame, store):
    """Opens the page at what is said of the mission, or of the assessment itself."""
    return lambda part: one_by_one(frame(store, url_path="enter", site=part))


def test_a_crime_threat_is_rated_for_the_whole_mission(whole, store):
    app = whole("threats")
    first = app.session_state["typed_shown"].began_with.index[0]
    save(fill(app, first, level_now=3.0, level_emerging=4.0))
    assert set(app.table[0].value["Column"]) == {"Rated on", "Source"}
    save(fill(app, first, rated_on=date(2026, 3, 30), source="JMAC"))
    assert "1 row is saved in the draft" in said(app.success)
    (row,) = held(store, contents.threat_ratings).to_dict("records")
    assert (row["threat_code"], row["level_now"], row["level_emerging"]) == (first, 3, 4)
    assert field(whole("threats"), first, "level_now").value == 3


def test_what_the_assessment_says_of_itself_is_changed(whole, store):
    app = whole("assessment")
    line = "About the assessment"
    assert field(app, line, "round_label").value == "Apr 2026"
    save(fill(app, line, source="", assessed_to=date(2026, 3, 1)))
    assert set(app.table[0].value["Column"]) == {"Source", "Last day"}
    save(fill(app, line, source="Headquarters", assessed_to=date(2026, 3, 31)))
    assert "1 row is saved in the draft" in said(app.success)
    again = whole("assessment")
    assert field(again, line, "source").value == "Headquarters"
    assert field(again, line, "assessed_to").value == date(2026, 3, 31)


def test_two_who_describe_one_draft_are_shown_both(whole, store):
    app = whole("assessment")
    line = "About the assessment"
    fill(app, line, source="Headquarters")
    engine = open_store(f"sqlite:///{store}")
    with reading(engine) as connection:
        read = view.own_row(connection, Filters(), LOCAL, assessment_id=DRAFT)
    rows = pd.DataFrame([{**SAID, "source": "Regional office"}], dtype="object")
    mine = {"assessment_id": DRAFT, "read": read, "viewer": LOCAL, "today": TODAY}
    assert own_row.save(engine, rows, **mine).changed == 1
    engine.dispose()
    save(app)
    assert "changed on another screen" in said(app.warning)
    both = app.table[0].value.iloc[0]
    assert "Source Regional office" in both["In the draft now"]
    assert "Source Headquarters" in both["Typed here"]
    app.button(key="entry_mine").click().run()
    save(app)
    assert "1 row is saved in the draft" in said(app.success)
