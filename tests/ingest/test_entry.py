"""What is typed on the page enters a draft by the same judgement as a file."""

from datetime import date

import pandas as pd
import pytest

from tests.ingest.entering import ABOUT, SAID, TODAY, answer, digests, held, read, save
from unpol_data.access import LOCAL, NotPermitted, Viewer
from unpol_data.filters import Filters
from unpol_data.ingest import entry
from unpol_data.ingest.refusal import Refused
from unpol_data.queries import drafts
from unpol_data.store import StoreError, reading
from unpol_data.store.writes import By, acting, withdraw_assessment
from unpol_data.views import entry as view


def test_a_draft_begins_with_what_it_says_of_itself(entered_into):
    said = {**SAID, "reference": f" {SAID['reference']} "}
    begun = entry.begin(entered_into, said, viewer=LOCAL, today=TODAY)
    assert (begun.assessment_id, begun.already_known, begun.errors) == (1, False, ())
    with reading(entered_into) as connection:
        said = drafts.assessment_row(connection, 1).iloc[0]
        row = view.drafts(connection, Filters(), LOCAL).iloc[0]
    assert {name: said[name] for name in SAID} == SAID
    assert (row["reference"], row["state"]) == ("S/2026/1", "draft")
    assert pd.isna(row["file_name"])


def test_the_same_draft_is_begun_only_once(entered_into):
    entry.begin(entered_into, SAID, viewer=LOCAL, today=TODAY)
    again = entry.begin(entered_into, SAID, viewer=LOCAL, today=TODAY)
    assert (again.assessment_id, again.already_known) == (1, True)


def test_the_same_draft_of_somebody_else_is_refused_in_words(entered_into):
    entry.begin(entered_into, SAID, viewer=LOCAL, today=TODAY)
    other = Viewer("other", None, 2, frozenset({"assessor"}))
    refused = entry.begin(entered_into, SAID, viewer=other, today=TODAY)
    assert refused.assessment_id is None
    assert "Somebody else has begun the same draft already (no. 1)" in refused.refusal


def test_a_draft_that_says_too_little_is_told_all_it_lacks(entered_into):
    said = {**SAID, "round_label": "", "source": " ", "assessed_to": date(2026, 12, 24)}
    refused = entry.begin(entered_into, said, viewer=LOCAL, today=TODAY)
    assert refused.assessment_id is None
    assert {one.column for one in refused.errors} == {"round_label", "source", "assessed_to"}


def test_nobody_begins_a_draft_of_another_mission_than_their_own(entered_into):
    ada = Viewer("ada", ("UNISFA",), 2, frozenset({"focal_point"}))
    refused = entry.begin(entered_into, SAID, viewer=ada, today=TODAY)
    assert refused.refusal == "ada may not record assessments of UNMISS."
    assert not refused.stored


def test_who_may_not_record_may_not_begin_norsave(begun):
    reader = Viewer("ada", None, 2, frozenset({"viewer"}))
    with pytest.raises(NotPermitted):
        entry.begin(begun, SAID, viewer=reader, today=TODAY)
    with pytest.raises(NotPermitted):
        save(begun, "answers", answer("COM-PER-3", 2), viewer=reader)


def test_a_draft_one_may_not_see_cannot_be_changed(begun):
    stranger = Viewer("ada", ("UNISFA",), 2, frozenset({"assessor"}))
    with pytest.raises(Refused, match="no draft 1 that ada may change"):
        save(begun, "answers", answer("COM-PER-3", 2), viewer=stranger)


def test_a_new_site_is_described_by_its_code_in_capitals(begun):
    assert list(held(begun, "sites")["site_code"]) == ["UNMISS-YEI"]


def test_answers_are_kept_as_typed_and_known_by_their_content(begun):
    saved = save(
        begun,
        "answers",
        answer("COM-PER-1", "3", needed=4, cause="staff"),
        answer("COM-SOF-1", "Partly"),
    )
    assert (saved.changed, saved.errors) == (2, ())
    rows = held(begun, "answers").set_index("item_code")
    assert dict(rows["value"]) == {"COM-PER-1": 3.0, "COM-SOF-1": 0.5}
    assert rows.at["COM-PER-1", "needed"] == 4
    assert rows.at["COM-PER-1", "answered_on"] == date(2026, 11, 25)
    kept, now = digests(begun)
    assert kept == now


def test_nothing_is_stored_while_one_row_is_wrong_and_it_is_told_where(begun):
    before = digests(begun)
    saved = save(begun, "answers", answer("COM-PER-3", 2), answer("COM-PER-1", 3))
    assert [(one.row, one.column) for one in saved.errors] == [(1, "needed")]
    assert not saved.stored
    assert held(begun, "answers").empty
    assert digests(begun) == before


def test_a_warning_stops_nothing(begun):
    saved = save(begun, "answers", answer("COM-PER-3", 0))
    assert {one.rule for one in saved.warnings} == {"cause_of_shortfall", "modality_of_answer"}
    assert saved.changed == 1


def test_only_what_differs_is_written(begun):
    rows = [answer("COM-PER-3", 2), answer("COM-FAC-1", 3)]
    save(begun, "answers", *rows)
    rows[1]["value"] = 4
    assert save(begun, "answers", *rows, read=read(begun)).changed == 1
    assert save(begun, "answers", *rows, read=read(begun)).changed == 0


def test_what_is_typed_back_to_what_it_was_has_the_digest_it_had(begun):
    rows = [answer("COM-PER-3", 2)]
    save(begun, "answers", *rows)
    before = digests(begun)
    save(begun, "answers", answer("COM-PER-3", 3), read=read(begun))
    assert digests(begun) != before
    save(begun, "answers", *rows, read=read(begun))
    assert digests(begun) == before


def test_what_somebody_else_changed_meanwhile_is_shown_and_not_overwritten(begun):
    before = read(begun)
    save(begun, "answers", answer("COM-PER-3", 2))
    saved = save(begun, "answers", answer("COM-PER-3", 4), read=before)
    assert not saved.stored
    assert list(saved.held["value"]) == [2]
    assert list(held(begun, "answers")["value"]) == [2]


def test_a_draft_that_was_withdrawn_meanwhile_is_not_changed(begun):
    with acting(begun, act="withdraw_assessment", subject="1", account="ben") as act:
        withdraw_assessment(act, 1, by=By("reviewer", "entered twice"))
    with pytest.raises(StoreError, match="is withdrawn"):
        save(begun, "answers", answer("COM-PER-3", 2))


def test_equipment_and_measurements_come_in_by_the_same_door(begun):
    line = {**ABOUT, "equipment_code": "vhf_handheld", "required": 20, "held": 12}
    line |= {"serviceable": 13, "evidence_grade": "inspected", "counted_on": date(2026, 11, 26)}
    refused = save(begun, "equipment", line)
    assert [one.column for one in refused.errors] == ["serviceable"]
    assert save(begun, "equipment", {**line, "serviceable": 9}).changed == 1
    day = {"site_code": "UNMISS-YEI", "measured_on": "2026-11-26"}
    assert (
        save(begun, "connectivity", {**day, "downlink_mbps": "4,5", "latency_ms": 640}).changed == 2
    )
    rows = held(begun, "connectivity")
    assert rows[["downlink_mbps", "latency_ms"]].to_numpy().tolist() == [[4.5, 640]]
    kept, now = digests(begun)
    assert kept == now


def test_the_missions_own_ratings_of_crime_threats_come_in_by_the_same_door(begun):
    rated = {"threat_code": "ieds", "level_now": 3, "level_emerging": 4, "source": "JMAC"}
    refused = save(begun, "threats", {**rated, "level_now": 5})
    assert {(one.column, one.rule) for one in refused.errors} == {
        ("level_now", "level_range"),
        ("rated_on", "blank"),
    }
    saved = save(begun, "threats", {**rated, "rated_on": "2026-11-20"})
    assert (saved.changed, saved.errors) == (1, ())
    row = held(begun, "threats").iloc[0]
    assert (row["level_now"], row["level_emerging"], row["source"]) == (3, 4, "JMAC")
    kept, now = digests(begun)
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
