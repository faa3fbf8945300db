"""How it is said which gaps become large or critical."""

import pandas as pd

from unpol_data.figures import becoming_words

ROWS = pd.DataFrame(
    {
        "mission_code": ["UNMISS", "BINUH"],
        "area_code": ["cyber", "safety"],
        "limiting_dimension": ["software", None],
        "rise_points": [5, 1],
        "gap_points_today": [72, 49],
        "gap_class_today": ["large", "moderate"],
        "gap_points_emerging": [77, 50],
        "gap_class_emerging": ["critical", "large"],
        "pressure_today": [0.744, 0.9],
        "pressure_emerging": [0.816, 0.9],
        "rank_today": pd.array([17, None], dtype="Int64"),
        "rank_emerging": pd.array([14, 3], dtype="Int64"),
    }
)


def test_both_horizons_stand_beside_each_other():
    first = becoming_words.table(ROWS).iloc[0]
    assert first["name"] == "UNMISS · Cybercrime investigation and cyber protection"
    assert (first["pressure"], first["rank"]) == ("74 → 82", "17 → 14")
    assert (first["rise"], first["limiting"]) == ("▲ 5 points", "Software")


def test_what_stays_the_same_is_told_once_and_what_is_missing_not_at_all():
    second = becoming_words.table(ROWS).iloc[1]
    assert (second["pressure"], second["rank"], second["limiting"]) == ("90", "–", "–")
    assert second["rise"] == "▲ 1 point"


def test_the_summary_counts_both_classes():
    assert becoming_words.summary(ROWS) == "1 gap becomes critical that is not yet, 1 large."
    assert becoming_words.summary(ROWS.head(0)) == (
        "0 gaps become critical that are not yet, 0 large."
    )
