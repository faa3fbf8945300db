"""What is typed on the page enters a draft by the same judgement as a file."""

from datetime import date

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from unpol_data import reference
from unpol_data.access import LOCAL, NotPermitted, Viewer
from unpol_data.filters import Filters
from unpol_data.ingest import drafts, entry
from unpol_data.ingest.refusal import Refused
from unpol_data.queries import contents
from unpol_data.store import StoreError, open_store, reading
from unpol_data.store.writes import acting, withdraw_assessment
from unpol_data.views import entry as view

TODAY = date(2026, 11, 27)
SAID = {
    "mission_code": "UNMISS",
    "round_label": "Nov 2026",
    "assessed_from": date(2026, 11, 20),
    "assessed_to": date(2026, 11, 27),
    "modality": "hybrid",
    "sensitivity": "confidential",
    "source": "Police component",
}
SITE = {
    "site_code": "unmiss-yei",
    "name": "Yei",
    "site_kind": "team_site",
    "latitude": 4.09,
    "longitude": 30.68,
    "unpol_served": 40,
    "users": 60,
}
ABOUT = {"site_code": "UNMISS-YEI", "side": "unpol"}
KNOWN = {"evidence_grade": "interview", "answered_on": "2026-11-25"}
NOTHING = pd.DataFrame()


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request, tmp_path):
    """An empty store, on each database in turn."""
    if request.param == "sqlite":
        engine = open_store(f"sqlite:///{tmp_path / 'store.db'}")
    else:
        engine = open_store(request.getfixturevalue("postgres_url"))
    yield engine
    engine.dispose()


@pytest.fixture
def begun(store):
    """A store with a draft in which one site is described."""
    entry.begin(store, SAID, viewer=LOCAL, today=TODAY, document="S/2026/1")
    _save(store, "sites", SITE)
    return store


def _save(store, sheet: str, *rows: dict, read: pd.DataFrame = NOTHING, viewer=LOCAL):
    typed = pd.DataFrame(list(rows), dtype="object")
    return entry.save(store, sheet, typed, assessment_id=1, read=read, viewer=viewer, today=TODAY)


def _answer(item_code: str, value: object, **more: object) -> dict:
    return {**ABOUT, "item_code": item_code, "state": "answered", "value": value, **KNOWN, **more}


def _held(store, sheet: str) -> pd.DataFrame:
    with reading(store) as connection:
        return drafts.sheet_rows(connection, 1, sheet)


def _read(store) -> pd.DataFrame:
    with reading(store) as connection:
        return contents.answers(connection, 1, LOCAL, side="unpol")


def _digest(store) -> tuple[str, str]:
    """The digest that is kept, and the one that the content has."""
    with reading(store) as connection:
        kept = connection.exec_driver_sql("SELECT content_digest FROM assessments").scalar_one()
        return kept, drafts.digest(connection, 1)


def test_a_draft_begins_with_what_it_says_of_itself(store):
    begun = entry.begin(store, SAID, viewer=LOCAL, today=TODAY, document=" S/2026/1 ")
    assert (begun.assessment_id, begun.already_known, begun.errors) == (1, False, ())
    with reading(store) as connection:
        said = drafts.assessment_row(connection, 1).iloc[0]
        row = view.drafts(connection, Filters(), LOCAL).iloc[0]
    assert {name: said[name] for name in SAID} == SAID
    assert (row["reference"], row["state"]) == ("S/2026/1", "draft")
    assert pd.isna(row["file_name"])


def test_the_same_draft_is_begun_only_once(store):
    entry.begin(store, SAID, viewer=LOCAL, today=TODAY)
    again = entry.begin(store, SAID, viewer=LOCAL, today=TODAY)
    assert (again.assessment_id, again.already_known) == (1, True)


def test_a_draft_that_says_too_little_is_told_all_it_lacks(store):
    said = {**SAID, "round_label": "", "source": " ", "assessed_to": date(2026, 12, 24)}
    refused = entry.begin(store, said, viewer=LOCAL, today=TODAY)
    assert refused.assessment_id is None
    assert {one.column for one in refused.errors} == {"round_label", "source", "assessed_to"}


def test_nobody_begins_a_draft_of_another_mission_than_their_own(store):
    ada = Viewer("ada", ("UNISFA",), 2, frozenset({"focal_point"}))
    refused = entry.begin(store, SAID, viewer=ada, today=TODAY)
    assert refused.refusal == "ada may not record assessments of UNMISS."
    assert not refused.stored


def test_who_may_not_record_may_not_begin_nor_save(begun):
    reader = Viewer("ada", None, 2, frozenset({"viewer"}))
    with pytest.raises(NotPermitted):
        entry.begin(begun, SAID, viewer=reader, today=TODAY)
    with pytest.raises(NotPermitted):
        _save(begun, "answers", _answer("COM-PER-3", 2), viewer=reader)


def test_a_draft_one_may_not_see_cannot_be_changed(begun):
    stranger = Viewer("ada", ("UNISFA",), 2, frozenset({"assessor"}))
    with pytest.raises(Refused, match="no draft 1 that ada may change"):
        _save(begun, "answers", _answer("COM-PER-3", 2), viewer=stranger)


def test_a_new_site_is_described_by_its_code_in_capitals(begun):
    assert list(_held(begun, "sites")["site_code"]) == ["UNMISS-YEI"]


def test_answers_are_kept_as_typed_and_known_by_their_content(begun):
    saved = _save(
        begun,
        "answers",
        _answer("COM-PER-1", "3", needed=4, cause="staff"),
        _answer("COM-SOF-1", "Partly"),
    )
    assert (saved.changed, saved.errors) == (2, ())
    rows = _held(begun, "answers").set_index("item_code")
    assert dict(rows["value"]) == {"COM-PER-1": 3.0, "COM-SOF-1": 0.5}
    assert rows.at["COM-PER-1", "needed"] == 4
    assert rows.at["COM-PER-1", "answered_on"] == date(2026, 11, 25)
    kept, now = _digest(begun)
    assert kept == now


def test_nothing_is_stored_while_one_row_is_wrong_and_it_is_told_where(begun):
    before = _digest(begun)
    saved = _save(begun, "answers", _answer("COM-PER-3", 2), _answer("COM-PER-1", 3))
    assert [(one.row, one.column) for one in saved.errors] == [(1, "needed")]
    assert not saved.stored
    assert _held(begun, "answers").empty
    assert _digest(begun) == before


def test_a_warning_stops_nothing(begun):
    saved = _save(begun, "answers", _answer("COM-PER-3", 0))
    assert [one.rule for one in saved.warnings] == ["cause_of_shortfall"]
    assert saved.changed == 1


def test_only_what_differs_is_written(begun):
    rows = [_answer("COM-PER-3", 2), _answer("COM-FAC-1", 3)]
    _save(begun, "answers", *rows)
    rows[1]["value"] = 4
    assert _save(begun, "answers", *rows, read=_read(begun)).changed == 1
    assert _save(begun, "answers", *rows, read=_read(begun)).changed == 0


def test_what_is_typed_back_to_what_it_was_has_the_digest_it_had(begun):
    rows = [_answer("COM-PER-3", 2)]
    _save(begun, "answers", *rows)
    before = _digest(begun)
    _save(begun, "answers", _answer("COM-PER-3", 3), read=_read(begun))
    assert _digest(begun) != before
    _save(begun, "answers", *rows, read=_read(begun))
    assert _digest(begun) == before


def test_what_somebody_else_changed_meanwhile_is_shown_and_not_overwritten(begun):
    read = _read(begun)
    _save(begun, "answers", _answer("COM-PER-3", 2))
    saved = _save(begun, "answers", _answer("COM-PER-3", 4), read=read)
    assert not saved.stored
    assert list(saved.held["value"]) == [2]
    assert list(_held(begun, "answers")["value"]) == [2]


def test_a_draft_that_was_withdrawn_meanwhile_is_not_changed(begun):
    with acting(begun, act="withdraw_assessment", subject="1", account="ben") as act:
        withdraw_assessment(act, 1)
    with pytest.raises(StoreError, match="is withdrawn"):
        _save(begun, "answers", _answer("COM-PER-3", 2))


def test_equipment_and_measurements_come_in_by_the_same_door(begun):
    line = {**ABOUT, "equipment_code": "vhf_handheld", "required": 20, "held": 12}
    line |= {"serviceable": 13, "evidence_grade": "inspected", "counted_on": date(2026, 11, 26)}
    refused = _save(begun, "equipment", line)
    assert [one.column for one in refused.errors] == ["serviceable"]
    assert _save(begun, "equipment", {**line, "serviceable": 9}).changed == 1
    day = {"site_code": "UNMISS-YEI", "measured_on": "2026-11-26"}
    assert (
        _save(begun, "connectivity", {**day, "downlink_mbps": "4,5", "latency_ms": 640}).changed
        == 2
    )
    rows = _held(begun, "connectivity")
    assert rows[["downlink_mbps", "latency_ms"]].to_numpy().tolist() == [[4.5, 640]]
    kept, now = _digest(begun)
    assert kept == now


def test_what_is_said_for_all_stands_where_a_row_says_nothing_else():
    rows = pd.DataFrame(
        [
            {"item_code": "A", "state": None, "value": "2", "evidence_grade": None},
            {"item_code": "B", "state": "answered", "value": "2", "evidence_grade": "measured"},
            {"item_code": "C", "state": "unknown", "value": None, "evidence_grade": None},
            {"item_code": "D", "state": None, "value": " ", "evidence_grade": float("nan")},
        ],
        dtype="object",
    )
    typed = entry.typed(rows, "answers", {"evidence_grade": "interview", "answered_on": TODAY})
    assert list(typed["item_code"]) == ["A", "B", "C"]
    assert list(typed["state"]) == ["answered", "answered", "unknown"]
    assert list(typed["evidence_grade"])[:2] == ["interview", "measured"]
    assert pd.isna(typed["evidence_grade"].iloc[2])


ITEMS = view.asked(site_kind="team_site", side="unpol")
VALUES = {
    "level": st.integers(0, 4),
    "yes_partly_no": st.sampled_from(["yes", "partly", "no"]),
    "count": st.integers(0, 500),
    "measure": st.decimals(0, 24, places=2).map(float),
}
WORDS = {"yes": 1.0, "partly": 0.5, "no": 0.0}


@st.composite
def answers(draw) -> dict:
    """One answer as somebody might type it, in any state."""
    item = draw(st.sampled_from(list(ITEMS.itertuples(index=False))))
    state = draw(st.sampled_from(reference.codes("answer_states")))
    row = {**ABOUT, "item_code": item.item_code, "state": state}
    text = st.text(st.characters(exclude_categories=["C", "Z"]), max_size=20)
    row["note"] = draw(st.none() | text.filter(lambda words: "@" not in words)) or None
    if state == "answered":
        row["value"] = draw(VALUES[item.answer_type])
        row["needed"] = draw(st.integers(1, 500)) if item.answer_type == "count" else None
        row["evidence_grade"] = draw(st.sampled_from(reference.codes("evidence_grades")))
        row["answered_on"] = draw(st.dates(date(2026, 9, 1), TODAY))
        row["cause"] = draw(st.none() | st.sampled_from(reference.codes("causes")))
    return row


@given(st.lists(answers(), max_size=8, unique_by=lambda row: row["item_code"]))
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_what_is_typed_and_saved_is_what_is_read_back(begun, rows):
    saved = _save(begun, "answers", *rows, read=_read(begun))
    assert saved.errors == ()
    read = _held(begun, "answers").set_index("item_code")
    assert set(read.index) == {row["item_code"] for row in rows}
    for row in rows:
        kept = read.loc[row["item_code"]]
        value = WORDS.get(row.get("value"), row.get("value"))
        assert (None if pd.isna(kept["value"]) else kept["value"]) == value
        for name in ("state", "note", "needed", "evidence_grade", "answered_on", "cause"):
            assert (None if pd.isna(kept[name]) else kept[name]) == row.get(name)
    kept, now = _digest(begun)
    assert kept == now
