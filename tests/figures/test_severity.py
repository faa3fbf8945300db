"""Does the chart of severities show what was rated, and say what was not?"""

import pandas as pd

from unpol_data import reference
from unpol_data.figures import threat_words
from unpol_data.figures.severity import severity, severity_alt


def rated(mission_code: str, now: float | None, emerging: float | None, previous: float | None):
    return {
        "mission_code": mission_code,
        "severity_now": now,
        "severity_emerging": emerging,
        "previous_now": previous,
        "change_now": None if previous is None else now - previous,
    }


def rows() -> pd.DataFrame:
    missions = [rated("UNMISS", 0.75, 1.0, 0.5), rated("MINURSO", None, None, None)]
    return threat_words.severities(pd.DataFrame(missions))


def test_the_chart_is_sound_and_keeps_a_row_for_a_mission_that_did_not_rate(sound_spec, colours):
    spec = sound_spec(severity(rows(), colours, levels=threat_words.LEVELS))
    unmiss, minurso = spec["datasets"]["rows"]
    assert (unmiss["now"], unmiss["emerging"], unmiss["previous"]) == (3, 4, 2)
    assert (minurso["now"], minurso["now_words"]) == (None, "not rated")


def test_the_alternative_text_says_levels_by_name():
    assert severity_alt(rows()) == (
        "Severity of the crime threat by mission: UNMISS widespread (▲ 1 level), emerging "
        "dominant; MINURSO not rated."
    )


def test_the_levels_are_those_the_data_dictionary_explains():
    columns = reference.table("columns").set_index("column")
    meaning = columns.at["level_now", "meaning"]
    assert all(f"{level} {name}" in meaning for level, name in enumerate(threat_words.LEVELS))


def test_a_change_of_no_level_is_equal_and_an_unknown_one_a_dash():
    said = [threat_words.level_change(change) for change in (0.0, 0.25, -0.5, None)]
    assert said == ["=", "▲ 1 level", "▼ 2 levels", "–"]
