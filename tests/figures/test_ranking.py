"""Does the picture show what each priority is made of?"""

import pandas as pd
import pytest

from unpol_data.figures import ranking as figures


def priorities() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "rank": [1, 2],
            "name": ["UNISFA · Communications", "BINUH · Command and control"],
            "priority": [62.0, 48.4],
            "tier": ["A", "B"],
            "gap_points": [71, 78],
            "gap_class": ["large", "critical"],
            "threat_part": [33.0, 27.0],
            "mandate_part": [18.0, 14.4],
            "exposure_part": [11.0, 7.0],
        }
    )


def rows_with(spec: dict, column: str) -> list[dict]:
    return [row for rows in spec["datasets"].values() for row in rows if column in row]


def test_names_stand_above_their_bars_with_rank_and_total(sound_spec, colours):
    rows = rows_with(sound_spec(figures.priority_parts(priorities(), colours)), "total")
    assert [(row["title"], row["total"]) for row in rows] == [
        ("1. UNISFA · Communications", "62"),
        ("2. BINUH · Command and control", "48"),
    ]


def test_parts_of_a_priority_end_at_its_total(sound_spec, colours):
    parts = rows_with(sound_spec(figures.priority_parts(priorities(), colours)), "ends")
    last = {part["title"]: part["ends"] for part in parts if part["part"] == "Exposure"}
    assert last == pytest.approx(
        {"1. UNISFA · Communications": 62.0, "2. BINUH · Command and control": 48.4}
    )


def test_an_empty_ranking_can_be_drawn(sound_spec, colours):
    assert sound_spec(figures.priority_parts(priorities().head(0), colours))


def test_the_alternative_text_gives_the_parts_of_each():
    assert "1. UNISFA · Communications 62: threat 33, mandate 18, exposure 11" in (
        figures.priority_parts_alt(priorities())
    )
