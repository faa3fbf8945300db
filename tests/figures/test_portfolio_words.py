"""What is said of a choice of options, in words a planner can act on."""

from datetime import date

import pandas as pd

from unpol_data.figures import portfolio_words as told

TITLES = {"A": "Solar back-up", "B": "Radio course", "C": "Slow link"}


def clash(*conditions, needed=None, budget=10_000) -> str:
    given = [{"kind": kind, "about": about} for kind, about in conditions]
    return told.clash(given, budget=budget, needed=needed, at_least={"UNISFA": 2}, titles=TITLES)


def test_clashing_conditions_are_named_with_what_would_help():
    said = clash(("at_least", "UNISFA"), ("budget", ""), needed=33_900.2)
    assert said == (
        "These conditions cannot all be met: UNISFA is to have 2 options; the budget of USD "
        "10,000. Drop one of them, or raise the budget to USD 33,901."
    )
    said = clash(("gate", "hrddp"), ("must", "A"))
    assert said.startswith(
        "These conditions cannot all be met: the gate human rights due diligence; Solar back-up "
        "must be in. Drop one of them."
    )
    said = clash(("exclusive", "A C"), ("parents", ""), ("must_not", "B"), ("gate", "priority"))
    for words in (
        "only one is taken of Solar back-up and Slow link",
        "an option comes only with the one it builds on",
        "Radio course must stay out",
        "only the chosen A4P+ priorities are served",
    ):
        assert words in said


def test_one_condition_that_cannot_be_met_alone_says_so():
    assert clash(("must", "Z9")) == "This cannot be met: Z9 must be in. Drop it."


def test_what_the_next_dollars_buy():
    said = told.next_dollars(10_000, ["A", "B"], ["C"], 4.26, TITLES)
    assert said == (
        "USD 10,000 more, with what is left, buy Solar back-up and Radio course in place of Slow "
        "link: gain + 4.3."
    )
    assert "nothing further" in told.next_dollars(10_000, [], [], 0, TITLES)


def test_how_the_set_stands_to_the_sum_of_its_options():
    assert told.together(100, 104) == "4 % more than the sum of each alone"
    assert told.together(100, 90) == "10 % less than the sum of each alone"
    assert told.together(100, 100.1) == "the same as the sum of each alone"
    assert told.together(0, 0) == "nothing is gained"


def test_missions_without_an_option_are_listed():
    rows = pd.DataFrame(
        {
            "mission_code": ["UNISFA", "UNMIK"],
            "option_count": [1, 0],
            "total_usd": [11_300.0, 0.0],
            "value": [45.0, 0.0],
        }
    )
    assert told.mission_bars(rows)["words"].tolist() == ["USD 11,300, 1 option"]
    assert told.without(rows) == "Nothing for UNMIK."
    assert told.without(rows.head(1)) == ""


def test_core_borderline_and_exterior_are_counted_and_explained():
    counts = told.firmness_counts(pd.Series(["core", "core", "exterior"]), core=0.95, exterior=0.05)
    assert [title for title, _ in counts] == ["Core: 2", "Borderline: 0", "Exterior: 1"]
    assert counts[0][1] == "chosen in at least 95 % of the draws"


def test_options_are_said_to_be_those_of_now_or_of_the_date_chosen():
    assert "as recorded now" in told.recorded(None)
    assert "had been recorded by 20 Nov 2026" in told.recorded(date(2026, 11, 20))


def test_a_clash_gains_nothing_that_could_be_told():
    assert told.gained(50_000, 12.0, 40.0) == "Gain by budget: USD 50,000 gain 12 of 40"
    assert told.gained(50_000, None, 40.0) == "Gain by budget: no choice for USD 50,000"


def test_without_any_option_it_is_said_what_to_do():
    assert "import options" in told.no_option(None)
    assert "recorded by 20 Nov 2026" in told.no_option(date(2026, 11, 20))
