"""Records are written for readers: names for codes, and what changed between versions."""

from datetime import UTC, date, datetime

import pandas as pd
import pytest

from tests.programme_rows import row, rows
from unpol_data import reference
from unpol_data.figures import record_words


@pytest.mark.parametrize(
    ("kind", "column", "value", "written"),
    [
        ("visits", "state", "under_way", "Under way"),
        ("visits", "mission_code", "UNMISS", "UNMISS"),
        ("visits", "planned_from", date(2026, 7, 6), "2026-07-06"),
        ("visits", "planned_from", pd.Timestamp("2026-07-06"), "2026-07-06"),
        ("visits", "site_codes", "UNMISS-BOR UNMISS-WAU", "UNMISS-BOR, UNMISS-WAU"),
        ("budget_lines", "spent_usd", 11420.5, "11,420.5"),
        ("budget_lines", "spent_usd", 12000.0, "12,000"),
        ("options", "agenda_tags", "our_common_agenda", "Our Common Agenda"),
        ("lessons", "area_code", "power", "Power, mobility and facilities ICT"),
        ("lessons", "sensitivity", 1, "Confidential"),
        ("lessons", "sensitivity", "unclassified", "Unclassified"),
        ("lessons", "illustrative", True, "yes"),
        ("lessons", "note", None, "–"),
        ("lessons", "recorded_on", pd.NaT, "–"),
    ],
)
def test_a_cell_is_written_for_its_reader(kind, column, value, written):
    assert record_words.cell(reference.records.column(kind, column), value) == written


def test_rows_are_named_and_other_columns_stay():
    found = record_words.named("lessons", rows("lessons").assign(version=3)).iloc[0]
    assert (found["state"], found["mission_code"], found["version"]) == ("Reviewed", "UNMISS", 3)


def test_headings_are_the_words_of_the_dictionary():
    assert record_words.headings("visits", ["visit_code", "planned_from"]) == {
        "visit_code": "Code of the visit",
        "planned_from": "Planned from",
    }


def test_changes_name_the_column_what_was_and_what_is():
    before, after = row("visits"), row("visits", state="planned", note="Late")
    assert record_words.changes("visits", before, after) == "State: Made → Planned; Note: – → Late"
    assert record_words.changes("visits", None, after) == "Recorded for the first time"
    assert record_words.changes("visits", before, before) == "nothing"


def test_a_history_begins_with_the_newest_and_tells_of_retiring():
    noon = datetime(2026, 7, 1, 12, tzinfo=UTC)
    told = {"recorded_at": pd.Timestamp(noon), "recorded_by": "ada", "retired_reason": None}
    versions = pd.DataFrame(
        [
            row("lessons") | told | {"version": 3, "retired": False},
            row("lessons") | told | {"version": 2, "retired": True, "retired_reason": "Old"},
            row("lessons", title="Older") | told | {"version": 1, "retired": False},
        ]
    )
    what = record_words.history("lessons", versions)["what"].tolist()
    assert what == ["Taken up again; nothing", "Retired: Old", "Recorded for the first time"]
    assert record_words.history("lessons", versions)["when"][0] == "2026-07-01 12:00 UTC"


def test_a_record_is_called_by_its_code_and_what_it_is_about():
    assert record_words.title("lessons", row("lessons")).startswith("LESSON-1: Spare batteries")
    assert record_words.title("visits", row("visits")) == "VISIT-1: UNMISS, 2026-07-06"
    reading = record_words.title("considerations", row("considerations"))
    assert reading == "SGF-COMMAND / Command, control and situational awareness"
    assert record_words.title("budget_lines", row("budget_lines")) == "LINE-1: Travel, VISIT-1"
    long = row("lessons", title="word " * 20)
    assert record_words.title("lessons", long).endswith("...")
