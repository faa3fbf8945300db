"""How many women serve and are trained; who is not counted is missing, never 0."""

from datetime import date

import pandas as pd
import pytest

from unpol_data.access import Viewer
from unpol_data.views import women


@pytest.fixture(scope="module")
def found(of_goals):
    return lambda **fields: of_goals(women.women, **fields)


def row(found, code: str) -> pd.Series:
    return found.missions.set_index("mission_code").loc[code]


def test_officers_are_counted_by_sex_at_their_mission(found):
    told = row(found(), "UNISFA")
    # 1 woman and 3 men
    assert (told["women"], told["men"], told["women_share"]) == (1, 3, 0.25)
    assert row(found(), "UNMIK")["women_share"] == 0


def test_a_mission_without_officers_on_record_has_no_share(found):
    assert row(found(), "MINURSO")[["women", "women_share", "women_trained"]].isna().all()


def test_a_training_that_did_not_count_both_is_left_out_and_said(found):
    told = row(found(), "UNISFA")
    assert (told["women_trained"], told["men_trained"]) == (3, 9)
    assert (told["trainings"], told["counted"]) == (2, 1)


def test_a_training_of_long_ago_does_not_count(found):
    assert row(found(), "UNMIK")["trainings"] == 0


def test_what_belongs_to_no_mission_stands_in_a_row_of_its_own(found):
    told = row(found(), "several")
    assert (told["women"], told["women_trained"], told["trained_share"]) == (1, 2, 0.5)


def test_the_key_figures_are_of_all_who_were_counted(found):
    serving, trained, unchecked, uncleared = found().figures
    # Women 1 + 1 + 0 of 4 + 2 + 2; trained 3 + 2 of 12 + 4.
    assert serving.value == pytest.approx(2 / 8)
    assert trained.value == pytest.approx(5 / 16)
    assert unchecked.value == 1
    assert (uncleared.value, uncleared.note) == (2, "of 2")


def test_a_document_nobody_sent_to_the_gender_adviser_is_said_to_be_so(found):
    states = found().reviews.set_index("document_code")["state"].to_dict()
    assert states == {"DUE": "requested", "DRAFT": "not_asked"}


def test_before_anything_was_recorded_there_are_no_figures(found):
    told = found(recorded_by=date(2020, 1, 1))
    assert [one.value for one in told.figures] == [None] * 4


def test_who_may_see_no_mission_sees_nobody_of_one(found):
    told = found(viewer=Viewer("ada", (), 2, frozenset({"viewer"})))
    assert told.missions["mission_code"].tolist() == ["several"]
    assert told.questions.empty
