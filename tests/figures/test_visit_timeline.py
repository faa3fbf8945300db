"""Does the timeline say of each visit how and when it was planned and made?"""

from datetime import date

import pandas as pd
import pytest

from unpol_data.figures.visit_timeline import visit_timeline, visit_timeline_alt

ON = date(2026, 11, 16)
PLAN = {"first_on": date(2026, 7, 1), "last_on": date(2026, 12, 31), "on": ON}


def visits(*changed: dict) -> pd.DataFrame:
    made = {
        "mission_code": "UNMISS",
        "modality": "in_person",
        "state": "made",
        "planned_from": "2026-07-06",
        "planned_to": "2026-07-17",
        "made_from": "2026-07-28",
        "made_to": "2026-08-05",
    }
    rows = pd.DataFrame(
        [{**made, "visit_code": f"V{turn}"} | one for turn, one in enumerate(changed)]
    )
    days = ["planned_from", "planned_to", "made_from", "made_to"]
    return rows.assign(**{name: pd.to_datetime(rows[name]) for name in days})


def titles(chart: dict) -> list[str]:
    return [row["title"] for row in chart["datasets"]["rows"]]


UNDER_WAY = {"state": "under_way", "modality": "hybrid", "made_from": "2026-11-16", "made_to": None}
PLANNED = {"state": "planned", "modality": "remote", "made_from": None, "made_to": None}
CALLED_OFF = {**PLANNED, "state": "cancelled"}


def test_each_row_says_how_and_when(sound_spec, colours):
    chart = sound_spec(visit_timeline(visits({}, UNDER_WAY, PLANNED, CALLED_OFF), colours, **PLAN))
    assert titles(chart) == [
        "UNMISS · in person, made 28 Jul – 5 Aug",
        "UNMISS · hybrid, under way since 16 Nov",
        "UNMISS · remote, planned 6–17 Jul",
        "UNMISS · cancelled, planned 6–17 Jul",
    ]


def test_a_visit_under_way_reaches_to_the_day(sound_spec, colours):
    chart = sound_spec(visit_timeline(visits(UNDER_WAY, PLANNED), colours, **PLAN))
    begun, planned = chart["datasets"]["rows"]
    assert begun["made_end"].startswith("2026-11-17")
    assert planned["made_end"] is None
    assert chart["datasets"]["today"][0]["words"] == "on 16 Nov"


def axis_ends(chart: dict) -> list[dict]:
    return chart["layer"][0]["encoding"]["x"]["scale"]["domain"]


def test_the_axis_runs_over_the_plan_and_further_where_a_visit_does(sound_spec, colours):
    of_plan = axis_ends(sound_spec(visit_timeline(visits({}), colours, **PLAN)))
    assert [(day["year"], day["month"], day["date"]) for day in of_plan] == [
        (2026, 7, 1),
        (2027, 1, 1),
    ]
    late = visits({**PLANNED, "planned_to": "2027-01-15"})
    assert axis_ends(sound_spec(visit_timeline(late, colours, **PLAN)))[1]["date"] == 16


@pytest.mark.parametrize(
    ("on", "side"),
    [(date(2026, 7, 3), "left"), (date(2026, 10, 1), "center"), (date(2026, 12, 28), "right")],
)
def test_the_name_of_the_day_stays_inside(sound_spec, colours, on, side):
    chart = sound_spec(visit_timeline(visits({}), colours, **{**PLAN, "on": on}))
    names = [layer for layer in chart["layer"] if layer.get("data", {}).get("name") == "today"]
    assert names[-1]["mark"]["align"] == side


def test_in_words_each_visit_is_told_in_order():
    said = visit_timeline_alt(visits({}, UNDER_WAY), on=ON)
    assert said == (
        "Visits on 16 Nov 2026. UNMISS · in person, made 28 Jul – 5 Aug; "
        "UNMISS · hybrid, under way since 16 Nov."
    )
