"""Do the tables of the mission page say what they mean, in words?"""

from datetime import date

import pandas as pd

from unpol_data.figures import mission_words as said


def cells() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "row_name": ["Cyber investigation"] * 3,
            "dimension_code": ["", "software", "equipment"],
            "column_name": ["Capability", "Software", "Equipment"],
            "gap_points": pd.array([72, 84, None], dtype="Int64"),
            "gap_class": ["large", "critical", "not_enough_evidence"],
            "limiting": [False, True, False],
        }
    )


def test_the_table_twin_has_every_figure_and_names_what_limits():
    row = said.matrix_rows(cells()).iloc[0]
    assert row.tolist() == ["Cyber investigation", "72", "84", "not enough evidence", "Software"]


def test_a_cell_that_is_not_asked_says_so():
    rows = said.matrix_rows(cells().assign(gap_class="not_applicable", limiting=False))
    assert rows.at[0, "Software"] == "n/a"


def test_column_heads_have_a_short_form_for_a_phone():
    assert said.matrix(cells())["column_short"].tolist() == ["Cap.", "Soft.", "Equip."]


def test_a_shortfall_says_what_was_never_held_and_what_is_broken():
    lines = pd.DataFrame(
        {
            "name": ["Handheld radio", "Armoured vehicle"],
            "required": [36, 2],
            "short": [26, 2],
            "never_held": [16, 2],
            "unserviceable": [10, 0],
            "cost_to_close_usd": [15600.0, 340000.0],
        }
    )
    rows = said.short_rows(lines)
    assert rows["short"].tolist() == [
        "26 of 36, 16 never held, 10 unserviceable",
        "2 of 2, 2 never held",
    ]
    assert rows["cost"].tolist() == ["USD 15,600", "USD 340,000"]


def test_threat_levels_are_given_of_their_top():
    rated = pd.DataFrame({"level_now": [3.0], "level_emerging": [4.0], "top_level": [4.0]})
    row = said.threat_rows(rated).iloc[0]
    assert (row["now"], row["emerging"]) == ("3 of 4", "4 of 4")


def facts() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "fact": ["police_authorised", "police_deployed", "mandate_expires_on"],
            "value": ["2101", None, "2026-04-30"],
            "dated_on": [date(2025, 5, 31)] * 3,
            "is_verified": [True, False, False],
            "has_passed": [False, False, True],
            "source": ["A resolution", "Nobody", "A resolution"],
        }
    )


def test_facts_say_their_date_and_source_and_what_is_not_verified():
    context = pd.DataFrame(
        columns=["indicator", "year", "value", "first_year", "first_value", "source"]
    )
    rows = said.fact_rows(facts(), context)
    assert rows["value"].tolist() == ["2,101", "not found", "30 Apr 2026, has passed: verify"]
    assert rows["origin"].tolist()[0] == "As known on 31 May 2025. A resolution."
    assert rows["origin"].tolist()[2].startswith("Not verified. ")


def test_host_figures_name_their_years():
    context = pd.DataFrame(
        {
            "indicator": ["internet_users_pct", "electricity_access_pct"],
            "year": [2022, 2023],
            "value": [12.1, 5.4],
            "first_year": [2013, 2023],
            "first_value": [2.2, 5.4],
            "source": ["ITU", "World Bank"],
        }
    )
    rows = said.fact_rows(facts().iloc[:0], context)
    assert rows["value"].tolist() == ["12 % in 2022; 2.2 % in 2013", "5.4 % in 2023"]
    assert rows["origin"].tolist() == ["Host State. ITU.", "Host State. World Bank."]


def test_the_latest_round_is_told_in_one_line():
    latest = {
        "round_label": "2025",
        "assessed_from": date(2025, 11, 3),
        "assessed_to": date(2025, 11, 24),
        "modality": "hybrid",
    }
    line = said.latest_round(latest, answer_count=1780, median_age_months=4.6)
    assert line == (
        "Latest round 2025: 3 Nov 2025 to 24 Nov 2025, hybrid, partly remote. In force, of all "
        "rounds: 1,780 answers, median age 5 months."
    )


def test_a_grade_that_is_there_never_prints_as_nothing():
    grades = pd.DataFrame(
        {"grade_name": ["Measured", "Remote"], "answer_count": [905, 1], "share": [0.999, 0.001]}
    )
    assert said.grade_rows(grades)["share"].tolist() == ["100 %", "under 1 %"]


def test_stale_answers_are_said_to_be_stale():
    assert said.stale(12, 1780) == "12 of 1,780 answers: older than 2 half-lives of the dimension."
