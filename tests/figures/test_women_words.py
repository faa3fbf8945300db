"""What is said of women: counted, not counted, not answered, not asked."""

import pandas as pd
import pytest

from unpol_data.figures import women_words

NOBODY = dict.fromkeys(("women", "men", "women_share", "women_trained", "men_trained"))
NOBODY |= {"trained_share": None, "trainings": 0, "counted": 0}
MISSIONS = pd.DataFrame(
    [
        NOBODY
        | {"mission_code": "UNISFA", "women": 1, "men": 3, "women_share": 0.25}
        | {"trainings": 1},
        NOBODY | {"mission_code": "UNMIK", "women": 0, "men": 2, "women_share": 0.0},
        NOBODY | {"mission_code": "MINURSO"},
        NOBODY
        | {"mission_code": "several", "women_trained": 2, "men_trained": 2, "trained_share": 0.5}
        | {"trainings": 1, "counted": 1},
    ]
)
ANSWER = {"mission_code": "UNISFA", "item_code": "A", "short_name": "on the roster", "asked": 3}
ANSWER |= {"answer_type": "measure", "unit": "%", "answered": 2, "low": 6.0, "high": 19.0}
ANSWER |= {"value": None, "needed": None, "yes": 0, "partly": 0, "no": 0}


def answer(**changed) -> str:
    row = next(pd.DataFrame([ANSWER | changed]).itertuples(index=False))
    return women_words.answer(row)


def test_who_is_not_counted_is_said_to_be_so_and_is_not_0():
    told = women_words.people(MISSIONS).set_index("mission")
    assert told.loc["UNISFA"].tolist() == ["1 of 4, 25 %", "trained, but not counted by sex"]
    assert told.loc["UNMIK"].tolist() == ["0 of 2, 0 %", "no training on record"]
    assert told.loc["MINURSO", "officers"] == "no officer on record"
    assert told.loc["For several missions", "trained"] == "2 of 4, 50 %"


def test_a_bar_of_nobody_is_drawn_as_not_known():
    bars = women_words.bars(MISSIONS, women_words.OFFICERS)
    assert bars["known"].tolist() == [True, True, False, False]
    assert bars["amount"].tolist() == [25, 0, 0, 0]


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({}, "6 to 19 % at 2 of 3 sites"),
        ({"low": 19.0}, "19 % at 2 of 3 sites"),
        ({"asked": 0, "answered": 0}, "not asked"),
        ({"answered": 0}, "not answered: 3 sites asked"),
        (
            {"answer_type": "count", "unit": "shifts", "value": 22.0, "needed": 88.0},
            "22 of 88 shifts at 2 of 3 sites",
        ),
        (
            {"answer_type": "yes_partly_no", "yes": 1, "no": 1},
            "yes 1, partly 0, no 1, at 2 of 3 sites",
        ),
    ],
)
def test_an_answer_is_told_with_how_many_sites_gave_it(changed, said):
    assert answer(**changed) == said


def test_the_findings_name_each_mission_that_did_not_count_answer_or_was_not_asked():
    questions = pd.DataFrame(
        [ANSWER, ANSWER | {"mission_code": "UNMIK", "answered": 0}]
        + [ANSWER | {"mission_code": "MINURSO", "asked": 0, "answered": 0}]
    )
    assert list(women_words.findings(MISSIONS, questions)) == [
        "No officer with special expertise is on record in MINURSO.",
        "No woman is among those officers in UNMIK.",
        "No training on record: UNMIK and MINURSO.",
        "Women and men were not counted apart at a training in UNISFA.",
        "Asked and not answered, on the roster: UNMIK.",
        "Not asked, on the roster: MINURSO.",
    ]


def test_each_question_is_a_column():
    told = women_words.answers(pd.DataFrame([ANSWER, ANSWER | {"item_code": "B", "asked": 0}]))
    assert told.iloc[0].to_dict() == {
        "mission": "UNISFA",
        "A": "6 to 19 % at 2 of 3 sites",
        "B": "not asked",
    }


def test_options_that_ask_for_changes_come_first():
    rows = pd.DataFrame(
        {
            "title": ["A", "B"],
            "mission_code": "UNISFA",
            "gender_check": ["not_checked", "changes_asked"],
            "state": "proposed",
        }
    )
    assert women_words.checks(rows)["title"].tolist() == ["B", "A"]


def test_a_review_nobody_asked_for_comes_first():
    rows = pd.DataFrame(
        {
            "title": ["A", "B"],
            "document_state": "in_force",
            "state": ["cleared", "not_asked"],
            "state_on": [pd.Timestamp("2026-03-01"), pd.NaT],
        }
    )
    told = women_words.reviews(rows)
    assert told["review"].tolist() == ["Not asked yet", "Cleared, 1 Mar 2026"]
