"""Are gaps named as readers know them, and never a zero where nothing is known?"""

import pandas as pd

from unpol_data.figures import gap_words

CELL = {
    "mission_code": "UNMISS",
    "area_code": "cyber",
    "gap_points": 72,
    "gap_class": "large",
    "low_points": 66,
    "high_points": 78,
    "change_points": 7,
    "limiting_dimension": "software",
    "worst_site_name": "Wau",
    "sites_scored": 11,
    "sites_total": 13,
    "served": 2040,
    "published_on": pd.Timestamp("2026-03-15"),
}
UNKNOWN = {
    "gap_points": None,
    "low_points": 10,
    "high_points": 95,
    "gap_class": "not_enough_evidence",
    "change_points": None,
    "limiting_dimension": None,
    "worst_site_name": None,
    "sites_scored": None,
    "sites_total": None,
    "served": None,
}


def cells() -> pd.DataFrame:
    rows = pd.DataFrame([CELL, CELL | {"mission_code": "MINURSO"} | UNKNOWN])
    return rows.astype({"gap_points": "Int64", "change_points": "Int64"})


def test_a_gap_is_told_with_its_limits_and_what_it_rests_on():
    row = gap_words.cell_table(cells()).iloc[0]
    assert row["area"] == "Cybercrime investigation and cyber protection"
    assert (row["change"], row["limiting"], row["sites"]) == ("▲ 7", "Software", "11 of 13")
    assert (row["served"], row["dated"], row["bounds"]) == ("2,040", "15 Mar 2026", "66–78")


def test_an_unknown_gap_has_dashes_and_no_zero():
    row = gap_words.cell_table(cells()).iloc[1]
    assert row["bounds"] == "10–95"
    assert (row["change"], row["limiting"], row["sites"], row["served"]) == ("–", "–", "–", "–")


def test_the_choice_of_missions_and_areas_says_their_gap():
    assert gap_words.choices(cells(), "mission") == {
        "UNMISS": "UNMISS · largest gap 72",
        "MINURSO": "MINURSO · not enough evidence",
    }
    area = gap_words.choices(cells().head(1), "area")
    assert area == {"cyber": "Cybercrime investigation and cyber protection · gap 72"}


def test_the_matrix_begins_with_each_mission_over_all_areas():
    overall = pd.DataFrame(
        [
            {"mission_code": "UNMISS", "gap_points": 54, "gap_class": "large"}
            | {"areas_scored": 12, "areas_total": 13, "published_on": CELL["published_on"]}
        ]
    )
    matrix = gap_words.mission_matrix(cells().head(1), overall)
    assert list(matrix["column_name"]) == ["All areas", "Cyber investigation"]
    assert list(matrix["overall"]) == [True, False]
    assert matrix["basis"].iloc[0] == "12 of 13 areas with a figure"
    assert matrix["basis"].iloc[1] == "11 of 13 sites with a figure, 2,040 served"
