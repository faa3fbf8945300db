"""An assessment in a list, at its head, and after a decision."""

from types import SimpleNamespace

import pandas as pd

from unpol_data.figures import assessment_words as said

DAY = pd.Timestamp


def row(**fields):
    told = {
        "assessment_id": 41,
        "mission_code": "UNMISS",
        "kind": "assessment",
        "round_label": "2026",
        "reference": None,
        "assessed_from": DAY("2026-03-02"),
        "assessed_to": DAY("2026-03-17"),
        "modality": "in_person",
        "state": "draft",
        "published_on": pd.NaT,
        "answer_count": 1200,
        "open_comments": 0,
        "sensitivity": "Confidential",
        "illustrative": True,
        "source": "Visit of March",
        "imported_at": DAY("2026-03-20 14:05", tz="UTC"),
        "imported_by": "ada",
        "file_name": "unmiss.xlsx",
        "approved_at": pd.NaT,
        "approved_by": None,
        "superseded_on": pd.NaT,
        "withdrawn_at": pd.NaT,
        "summary": None,
    }
    return SimpleNamespace(**told | fields)


def test_a_period_is_as_short_as_it_can_be():
    assert said.period(row()) == "2–17 Mar 2026"
    assert said.period(row(assessed_from=DAY("2026-03-17"))) == "17 Mar 2026"
    assert said.period(row(assessed_from=DAY("2025-07-04"))) == "4 Jul 2025–17 Mar 2026"
    assert said.months(row()) == "Mar 2026"
    assert said.months(row(assessed_from=DAY("2026-02-04"))) == "Feb–Mar 2026"
    assert said.months(row(assessed_from=DAY("2025-03-04"))) == "Mar 2025–Mar 2026"


def test_the_list_keeps_the_state_as_a_code_and_dashes_what_is_not_said():
    rows = pd.DataFrame([vars(row()), vars(row(kind="threats", round_label=None, answer_count=0))])
    listed = said.listed(rows)
    assert list(listed["state"]) == ["draft", "draft"]
    assert list(listed["answers"]) == ["1,200", "–"]
    assert list(listed["round"]) == ["2026", "–"]
    assert list(listed["comments"]) == ["–", "–"]
    assert "comments" not in said.headings(listed)
    assert said.names(rows) == {"41": "UNMISS · Crime-threat ratings · no. 41"}


def test_the_head_says_what_it_holds_and_who_brought_it():
    counts = dict.fromkeys(said.HELD, 0) | {"site_facts": 1, "answers": 1200}
    head = said.head(row(), counts).set_index("what")["says"]
    assert head["Holds"] == "1 site and 1,200 answers"
    assert head["Assessed"] == "2–17 Mar 2026, in person"
    assert head["Imported"] == "20 Mar 2026, 14:05 UTC by ada, from unmiss.xlsx"
    assert "Approved" not in head
    head = said.head(row(file_name=None), counts).set_index("what")["says"]
    assert head["Begun"] == "20 Mar 2026, 14:05 UTC by ada, on the page"
    approved = row(approved_at=DAY("2026-03-30"), approved_by="bea", published_on=DAY("2026-03-31"))
    head = said.head(approved, counts).set_index("what")["says"]
    assert head["Approved"] == "30 Mar 2026 by bea; counts from 31 Mar 2026"


def test_what_was_superseded_says_up_to_when_it_counts():
    over = row(published_on=DAY("2026-03-31"), superseded_on=DAY("2026-05-04"), open_comments=2)
    listed = said.listed(pd.DataFrame([vars(over)]))
    assert list(listed["published"]) == ["31 Mar 2026–4 May 2026"]
    assert list(listed["comments"]) == ["2"]
    assert said.headings(listed) == said.LISTED
    head = said.head(over, dict.fromkeys(said.HELD, 0)).set_index("what")["says"]
    assert head["Superseded"] == "counts up to 4 May 2026, when its correction takes over"


def test_a_decision_names_the_largest_changes_and_counts_the_rest():
    moved = pd.DataFrame(
        [
            ("cyber", 60, 40),
            ("power", 50, 55),
            ("records", 30, 34),
            ("borders", 20, 21),
            ("safety", None, 70),
            ("command", 70, None),
        ],
        columns=["area_code", "points_before", "points_after"],
    ).astype({"points_before": "Int64", "points_after": "Int64"})
    assert said.changed(moved) == (
        "4 gaps have changed: Cyber investigation 60 → 40, Power and facilities ICT 50 → 55, "
        "Records and cases 30 → 34 and 1 more; 1 area has a figure where there was none; "
        "1 area has no figure any more"
    )
    assert said.changed(moved.head(0)) == "No printed gap has changed"


def test_the_document_of_an_earlier_finding_is_told_with_its_source():
    taken = row(source="SPC", reference="End-of-mission report, 14 Mar 2025")
    assert said.source(taken) == "SPC; End-of-mission report, 14 Mar 2025"
    assert said.source(row(source="SPC")) == "SPC"
    head = said.head(taken, dict.fromkeys(said.HELD, 0)).set_index("what")["says"]
    assert head["Document"] == "End-of-mission report, 14 Mar 2025"
