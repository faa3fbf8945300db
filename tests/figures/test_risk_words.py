"""What is said of risks and of what the figures say of them."""

from dataclasses import dataclass

import pandas as pd
import pytest

from unpol_data import reference
from unpol_data.figures import risk_words

RISK = {
    "risk_code": "R",
    "title": "No flights",
    "risk_kind": "travel",
    "likelihood": "high",
    "impact": "medium",
    "mitigation": "Make it hybrid.",
    "state": "open",
    "office": "Assessment team",
    "review_on": pd.Timestamp("2026-03-01"),
    "mission_code": "UNISFA",
    "weight": 6,
    "is_open": True,
    "is_overdue": True,
}
VALUES = {
    "travel": {"away": 2, "visits": 6, "remote_answers": 18, "answers": 100},
    "data_sensitivity": {"unclassified": 0, "assessments": 40},
    "connectivity": {"below": 44, "known": 62, "unknown": 14},
    "host_consent": {"open_services": 3, "services": 9, "open_options": 3, "options": 6},
    "budget": {"approved_usd": 50_000.0, "left_usd": 190.0},
    "thin_evidence": {"thin": 17, "answers": 100, "without_figure": 28, "areas": 143},
}
READ = {
    "travel": "2 of 6 visits of the plan are not made in person. Of the answers of the newest "
    "rounds 18 % were given from afar, which counts as weaker evidence.",
    "budget": "25 % of the approved USD 50,000 is committed or will be; USD 190 is left.",
    "thin_evidence": "25 % of the newest answers rest on a remote answer or a self-report; 28 of "
    "143 areas of the missions have too little evidence for a figure.",
}


@pytest.mark.parametrize("kind", VALUES)
def test_each_kind_of_risk_has_its_sentence(kind):
    told = risk_words.reading(kind, 0.25, VALUES[kind])
    assert "{" not in told
    assert told == READ.get(kind, told)


def test_every_kind_is_measured_or_said_not_to_be():
    measured = set(risk_words.SENTENCES)
    assert set(reference.codes("risk_kinds")) - measured == {"other"}
    assert risk_words.reading("other", None, {}) == risk_words.NOT_MEASURED


def test_where_nothing_is_known_no_figure_is_said():
    assert risk_words.reading("budget", None, {}) == risk_words.NOT_KNOWN


def test_the_grave_the_late_and_what_nobody_wrote_down_come_first():
    rows = pd.DataFrame([RISK])
    assert list(risk_words.findings(rows, {"travel": "Travel", "budget": "Overrun"})) == [
        "Likely and grave: UNISFA: No flights.",
        "To be looked at again since 1 Mar 2026: No flights.",
        "The figures show it and no open risk says so: “Overrun”.",
    ]


def test_where_no_risk_is_open_that_is_said():
    rows = pd.DataFrame([RISK | {"is_open": False, "is_overdue": False}])
    assert list(risk_words.findings(rows, {})) == ["No risk is open."]


def test_a_risk_is_told_in_words():
    told = risk_words.risks(pd.DataFrame([RISK, RISK | {"review_on": None, "mission_code": None}]))
    assert told.iloc[0].to_dict() == {
        "title": "No flights",
        "kind": "Travel becomes impossible",
        "level": "High, medium",
        "mitigation": "Make it hybrid.",
        "mission": "UNISFA",
        "office": "Assessment team",
        "review": "1 Mar 2026: passed",
        "state": "Open",
    }
    assert told.iloc[1][["mission", "review"]].tolist() == ["All", "–"]


def test_the_download_holds_the_measure_and_its_limit():
    @dataclass
    class Read:
        risk_kind: str = "budget"
        name: str = "Overrun"
        measure: float = 0.25
        is_over: bool = False
        answer: str = "Held against the budget."

        @property
        def values(self) -> dict:
            return VALUES["budget"]

    told = risk_words.readings([Read()]).iloc[0]
    assert (told["measure"], told["look_above"], told["kind"]) == (0.25, 0.95, "Overrun")
