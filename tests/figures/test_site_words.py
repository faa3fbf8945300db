"""What is said of each site, cell by cell?"""

from datetime import date

import pandas as pd

from unpol_data.figures import site_words


def sites() -> pd.DataFrame:
    here = {"mission_code": "UNISFA", "site_kind": "team_site", "served": 60}
    known = {"gap_points": 80, "connectivity_class": "none", "is_stale": True}
    measured = {"limiting_factor": "power_hours_per_day", "measured_on": date(2025, 1, 5)}
    unknown = {"gap_points": None, "connectivity_class": "not_known", "is_stale": False}
    never = {"limiting_factor": None, "measured_on": None}
    return pd.DataFrame(
        [
            {"site_code": "UNISFA-AGOK", "name": "Agok"} | here | known | measured,
            {"site_code": "UNISFA-DIFFRA", "name": "Diffra"} | here | unknown | never,
        ]
    )


def measures() -> pd.DataFrame:
    return pd.DataFrame(
        [
            ("UNISFA-AGOK", "power_hours_per_day", 4.0, 20.0),
            ("UNISFA-AGOK", "latency_ms", 620.0, 600.0),
            ("UNISFA-AGOK", "downlink_mbps", 3.0, None),
            ("UNISFA-DIFFRA", "latency_ms", None, 600.0),
        ],
        columns=["site_code", "measure", "value", "required"],
    )


def test_a_cell_says_what_there_is_of_what_is_required():
    first, second = site_words.table(sites(), measures()).to_dict("records")
    assert first["power_hours_per_day"] == "4 of 20 h a day"
    assert first["latency_ms"] == "620, at most 600 ms"
    assert first["downlink_mbps"] == "3 Mbit/s"
    assert (second["latency_ms"], second["gap"], second["held_back_by"]) == ("–", "–", "–")


def test_stale_and_missing_measurements_are_marked():
    table = site_words.table(sites(), measures())
    assert list(table["measured"]) == ["5 Jan 2025 · stale", "never"]


def test_the_table_has_a_column_for_every_heading():
    assert set(site_words.table(sites(), measures())) == set(site_words.HEADINGS)


def test_police_held_back_are_said_with_their_sites():
    factors = pd.DataFrame(
        {"limiting_factor": ["uplink_mbps", None], "served": [1098, 5], "site_count": [3, 1]}
    )
    bars = site_words.held_back(factors)
    assert list(bars["name"]) == ["Up link", "Not known"]
    assert list(bars["words"]) == ["1,098 at 3 sites", "5 at 1 site"]
    assert list(bars["known"]) == [True, False]


def test_missions_nobody_measured_are_listed_with_their_sites():
    missions = pd.DataFrame({"mission_code": ["MINURSO", "UNMIK"], "site_count": [2, 1]})
    assert site_words.not_known(missions) == "MINURSO (2 sites) and UNMIK (1 site)"


def test_the_trend_names_measure_and_site():
    title = site_words.trend_title("availability_pct", "UNISFA-AGOK", sites())
    assert title == "Availability against requirement, Agok"
