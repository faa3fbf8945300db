"""Coverage, evidence, age and sources in words."""

import pandas as pd

from unpol_data.figures import source_words as said


def first(**fields):
    told = {
        "mission_code": "UNTMIS",
        "areas": ("cyber", "power"),
        "area_count": 13,
        "served": 28.0,
        "site_count": 2,
        "answered_count": 60,
        "needed_count": 100,
        "missing": (("software", 25), ("personnel", 15)),
    }
    return said.assess_first(pd.DataFrame([told | fields])).iloc[0]


def test_what_to_assess_first_says_where_whom_and_what_is_missing():
    row = first()
    assert row["affected"] == "28"
    assert row["why"] == (
        "No figure in 2 of 13 areas (Cyber investigation, Power and facilities ICT), for want of "
        "answers at 2 sites. 40 of 100 answers missing, most on Software (25) and Personnel (15)"
    )


def test_where_nothing_was_asked_that_is_said():
    areas = ("cyber",)
    row = first(areas=areas, area_count=1, served=None, site_count=0, needed_count=0)
    assert row["affected"] == "not known"
    assert row["why"] == "No figure in any area. Nothing has been asked there yet"


def test_the_table_of_coverage_marks_what_is_not_enough():
    rows = pd.DataFrame(
        [("UNMISS", "cyber", 0.9, True), ("UNTMIS", "cyber", 0.4, False)],
        columns=["mission_code", "area_code", "coverage_share", "enough"],
    )
    table = said.coverage_table(rows)
    assert table.to_dict("records") == [
        {"area": "Cyber investigation", "UNMISS": "90 %", "UNTMIS": "40 % *"}
    ]
    assert said.coverage_headings(table)["area"] == "Area"


def test_what_is_unknown_has_no_grade_and_is_said_to():
    rows = pd.DataFrame(
        [("UNMISS", "measured", 3, 0.75), ("UNMISS", None, 1, 0.25)],
        columns=["mission_code", "evidence_grade", "answer_count", "share"],
    )
    assert list(said.by_grade(rows)["part"]) == ["Measured", "No answer"]
    ages = pd.DataFrame(
        [("UNMISS", "stale", 3, 1.0)], columns=[*rows.columns[:1], "age", *rows.columns[2:]]
    )
    table = said.evidence_table(rows, ages).iloc[0]
    assert (table["needed"], table["grades"]) == (4, "Measured 75 %, No answer 25 %")
    assert table["ages"] == "Stale: older 100 %"


def test_the_grades_are_named_strongest_first():
    assert said.grades()[0] == "Measured"
    assert said.grades()[-1] == "Self-report"


def test_many_sources_are_named_in_part_and_counted():
    rows = pd.DataFrame(
        [("Missions", "", 16, ("A", "B", "C", "D", "E"))],
        columns=["subject", "version", "rows", "sources"],
    )
    told = said.reference_tables(rows).iloc[0]
    assert (told["version"], told["sources"]) == ("dated by row", "A, B, C and 2 more")
