"""What is said of one option, in words a planner can act on."""

import pandas as pd
import pytest

from unpol_data.figures import option_words as told

TITLES = {"A": "Solar back-up", "B": "Radio course", "C": "Slow link"}


@pytest.mark.parametrize(
    ("reason", "because", "said"),
    [
        ("gate", "gender", "Kept out: gender check not passed."),
        ("gate", "hrddp priority", "human rights due diligence not passed and it serves another"),
        ("parent", "A", "It builds on Solar back-up, which is not chosen."),
        ("exclusive", "C", "Only one of its group makes sense, and Slow link is chosen."),
        ("better_use", "", "The same money gains more elsewhere."),
        ("not_known", "", "no figure at its sites yet"),
    ],
)
def test_why_an_option_is_not_chosen(reason, because, said):
    assert said in told.why(reason, because, TITLES)


def option(**more) -> pd.DataFrame:
    row = {
        "option_code": "A",
        "mission_code": "UNISFA",
        "title": "Solar back-up",
        "option_kind": "equipment",
        "cost_once_usd": 10_000.0,
        "cost_yearly_usd": None,
        "total_usd": 11_300.0,
        "value": 45.0,
        "lead_months": 6,
        "tech_share": 0.9,
        "tech_reason": "In use elsewhere",
        "adopt_share": 0.5,
        "adopt_reason": "Asked for",
        "a4p_priority": "capabilities",
        "strategy_goal": None,
        "agenda_tags": "our_common_agenda",
        "hrddp_status": "cleared_with_measures",
        "gender_check": "checked",
        "why": "too_dear",
        "because": "",
    }
    return pd.DataFrame([row | more])


def test_a_chosen_option_is_told_with_cost_gain_chance_and_time():
    row = told.chosen(option()).iloc[0]
    assert row.tolist() == ["UNISFA · Solar back-up", "11,300", "45", "45 %", "6"]
    firm = told.chosen(option(), {"A": ("core", 0.98)}).iloc[0]
    assert firm["firm"] == "Core, 98 %"
    assert told.chosen(option(), {}).iloc[0]["firm"] == "–"


def test_reasons_checks_and_what_is_served_stand_by_each_option():
    row = told.reasons(option()).iloc[0]
    assert row["kind"] == "Equipment"
    assert row["cost"] == "10,000 + 0"
    assert (row["works"], row["adopted"]) == ("90 %: In use elsewhere", "50 %: Asked for")
    assert row["checks"] == "human rights cleared with measures, gender checked"
    assert row["serves"] == "Capabilities and mindsets; Our Common Agenda"


def test_the_file_has_every_option_and_why_it_is_not_chosen():
    more = {name: None for name in ("parent_code", "exclusive_group", "state")}
    rows = told.table(option(**more), option(option_code="B", **more), TITLES)
    assert list(rows.columns) == told.FILE
    assert rows["is_chosen"].tolist() == [True, False]
    assert rows["why_not"].tolist() == ["", "It costs more than the whole budget."]
