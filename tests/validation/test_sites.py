"""Sites and the rows that refer to them."""

import pandas as pd
import pytest

HELD = pd.DataFrame(
    {
        "site_code": ["UNMISS-BOR"],
        "mission_code": ["UNMISS"],
        "site_kind": ["team_site"],
        "name": ["Bor"],
    }
)


def test_a_site_of_another_mission_is_refused(tables, found):
    tables["sites"].loc[2, "site_code"] = "MINUSCA-BRIA"
    (problem,) = found(tables, "site_of_mission")
    assert "must start with 'UNMISS-'" in problem.words


@pytest.mark.parametrize("sheet", ["answers", "equipment", "connectivity"])
def test_rows_of_a_site_nobody_listed_are_refused_with_the_nearest(tables, found, sheet):
    tables[sheet].loc[2, "site_code"] = "UNMISS-MALAKAI"
    (problem,) = found(tables, "unknown_site")
    assert (problem.sheet, problem.expected) == (sheet, "UNMISS-MALAKAL")


def test_a_site_the_store_holds_may_be_referred_to(tables, found):
    tables["equipment"].loc[2, "site_code"] = "unmiss-bor"
    assert found(tables, known_sites=HELD) == []


def test_a_held_site_of_another_mission_may_not(tables, found):
    tables["equipment"].loc[2, "site_code"] = "UNMISS-BOR"
    held = HELD.assign(mission_code="MINUSCA")
    problems = found(tables, "unknown_site", mission_code="UNMISS", known_sites=held)
    assert len(problems) == 1


@pytest.mark.parametrize("column", ["unpol_served", "users", "host_officers_served"])
def test_nobody_serves_less_than_nobody(tables, found, column):
    tables["sites"].loc[2, column] = -1
    (problem,) = found(tables, "below_zero")
    assert problem.column == column


def test_a_place_under_a_second_code_is_warned_of_by_both_names(tables, found):
    held = pd.DataFrame(
        [{"site_code": "UNMISS-OLD", "mission_code": "UNMISS", "site_kind": "team_site"}]
    ).assign(name=f" {tables['sites']['name'].iloc[0].upper()}")
    problems = found(tables, "same_name", mission_code="UNMISS", known_sites=held)
    assert [problem.severity for problem in problems] == ["warning"]
    assert "is also what UNMISS-OLD is called" in problems[0].words
    elsewhere = held.assign(mission_code="BINUH")
    assert found(tables, "same_name", mission_code="UNMISS", known_sites=elsewhere) == []
