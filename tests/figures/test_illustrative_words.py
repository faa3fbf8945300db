"""Whose answers are invented is said exactly, never of more than it is true of."""

import pandas as pd

from unpol_data.figures import illustrative_words as said


def held(**missions: list[bool]) -> pd.DataFrame:
    """Assessments by mission, each invented or not."""
    rows = [(code, one) for code, invented in missions.items() for one in invented]
    return pd.DataFrame(rows, columns=["mission_code", "illustrative"]).astype(
        {"illustrative": bool}
    )


def test_where_everything_is_invented_it_is_said_of_all():
    assert said.sentence(held(UNMISS=[True], UNISFA=[True, True])) == said.ALL


def test_where_nothing_is_invented_nothing_is_said():
    assert said.sentence(held(UNMISS=[False])) == ""
    assert said.sentence(held()) == ""


def test_where_some_missions_are_invented_they_are_named():
    words = said.sentence(held(UNMISS=[True], MINUSCA=[True], UNISFA=[False]))
    assert words.startswith("The answers and measurements of MINUSCA and UNMISS are invented")
    assert "UNISFA" not in words


def test_a_mission_of_which_some_is_invented_is_told_apart():
    words = said.sentence(held(UNMISS=[True], UNISFA=[False, True], BINUH=[False]))
    assert "The answers and measurements of UNMISS are invented" in words
    assert "Some answers and measurements of UNISFA are invented" in words
    assert "BINUH" not in words
