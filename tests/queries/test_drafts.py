"""A draft read from the store, as if it had come as a file."""

from datetime import date

import pandas as pd

from unpol_data.queries import drafts
from unpol_data.store import reading

VISITED = date(2026, 1, 5)
SITE = {"site_code": "UNMISS-BOR", "name": "Bor", "site_kind": "team_site", "closed": False}
ANSWER = {
    "site_code": "UNMISS-BOR",
    "item_code": "COM-SOF-1",
    "side": "unpol",
    "state": "answered",
    "value": 0.5,
    "evidence_grade": "inspected",
    "answered_on": VISITED,
}
RATED = {"threat_code": "ieds", "level_now": 3, "rated_on": VISITED, "source": "Invented"}


def test_a_draft_says_of_itself_what_a_workbook_would(record, store):
    number = record(round_label="Jan 2026", sensitivity=1, modality="hybrid")
    with reading(store) as connection:
        (row,) = drafts.assessment_row(connection, number).to_dict("records")
        assert drafts.kind(connection, number) == "assessment"
    assert (row["mission_code"], row["round_label"]) == ("UNMISS", "Jan 2026")
    assert (row["sensitivity"], row["illustrative"]) == ("confidential", "no")
    assert row["assessed_to"] == date(2026, 1, 9)


def test_every_sheet_is_told_and_what_a_later_visit_replaced(record, store):
    facts = {
        "site_facts": [SITE],
        "answers": [ANSWER],
        "replaced_answers": [{**ANSWER, "value": 0.0, "turn": 1, "modality": "remote"}],
        "threat_ratings": [RATED],
    }
    number = record(facts=facts)
    with reading(store) as connection:
        sheets = drafts.sheets(connection, number)
    assert list(sheets["sites"]["closed"]) == ["no"]
    assert list(sheets["answers"]["answered_on"]) == [VISITED]
    replaced = sheets["replaced_answers"]
    assert replaced[["value", "modality", "turn"]].to_numpy().tolist() == [[0.0, "remote", 1.0]]
    assert pd.isna(sheets["threats"]["level_emerging"].iloc[0])
    assert sheets["equipment"].empty


def test_a_sheet_without_rows_has_its_columns_all_the_same(connection):
    rows = drafts.sheet_rows(connection, 1, "connectivity")
    assert rows.empty
    assert {"site_code", "measured_on", "downlink_mbps"} <= set(rows.columns)
