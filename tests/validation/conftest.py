"""A sound delivery, which each test breaks in one place."""

from datetime import date

import pandas as pd
import pytest

from unpol_data import reference
from unpol_data.validation import Context, judge

TODAY = date(2026, 4, 1)


def item(answer_type: str, *, side: str = "unpol") -> str:
    """The first item of an answer type that is asked of the side at a team site."""
    asked = reference.table("requirements").query("site_kind == 'team_site' and side == @side")
    rows = reference.table("framework")
    fits = (rows["answer_type"] == answer_type) & rows["item_code"].isin(asked["item_code"])
    return rows.loc[fits, "item_code"].iloc[0]


def _answer(item_code: str, value: object, **more: object) -> dict:
    row = {
        "site_code": "UNMISS-MALAKAL",
        "item_code": item_code,
        "side": "unpol",
        "state": "answered",
        "value": value,
        "needed": None,
        "evidence_grade": "inspected",
        "answered_on": "2026-03-05",
        "respondent_role": "signals officer",
        "cause": "training",
        "note": None,
    }
    return {**row, **more}


def _measured(measured_on: str, **values: object) -> dict:
    return {
        "site_code": "UNMISS-MALAKAL",
        "measured_on": measured_on,
        "downlink_mbps": 4.5,
        "uplink_mbps": 1,
        "latency_ms": 640,
        "availability_pct": 97.5,
        "radio_coverage_pct": 60,
        "power_hours_per_day": 22,
        "note": None,
        **values,
    }


def _frame(*rows: dict) -> pd.DataFrame:
    return pd.DataFrame(list(rows), dtype="object", index=range(2, len(rows) + 2))


ASSESSMENT = {
    "mission_code": "UNMISS",
    "round_label": "2026 first round",
    "assessed_from": date(2026, 3, 1),
    "assessed_to": "2026-03-20",
    "modality": "in_person",
    "sensitivity": "confidential",
    "source": "Assessment team report",
    "illustrative": "yes",
    "summary": None,
}
SITE = {
    "site_code": "UNMISS-MALAKAL",
    "name": "Malakal",
    "site_kind": "team_site",
    "latitude": 9.533,
    "longitude": "31,660",
    "unpol_served": 40,
    "users": 60,
    "host_officers_served": 0,
    "closed": "no",
    "note": None,
}
LINE = {
    "site_code": "UNMISS-MALAKAL",
    "side": "unpol",
    "equipment_code": "",
    "required": 10,
    "held": 9,
    "serviceable": 7,
    "evidence_grade": "inspected",
    "counted_on": "2026-03-05",
    "note": None,
}
RATING = {
    "threat_code": "cattle_raiding",
    "level_now": 3,
    "level_emerging": 4,
    "rated_on": "2026-03-10",
    "source": "JMAC note",
}


@pytest.fixture
def tables() -> dict[str, pd.DataFrame]:
    """One frame per sheet, without any problem; row numbers start at 2."""
    return {
        "assessment": _frame(ASSESSMENT),
        "sites": _frame(SITE),
        "answers": _frame(
            _answer(item("level"), 2),
            _answer(item("yes_partly_no"), "Partly"),
            _answer(item("count"), 3, needed=6),
            _answer(item("measure"), _middle(item("measure"))),
        ),
        "equipment": _frame({**LINE, "equipment_code": reference.codes("equipment")[0]}),
        "connectivity": _frame(_measured("2026-03-02"), _measured("2025-11-02")),
        "threats": _frame(RATING),
    }


def _middle(item_code: str) -> float:
    row = reference.table("framework").set_index("item_code").loc[item_code]
    return (row["value_at_none"] + row["value_at_full"]) / 2


@pytest.fixture
def found():
    """The problems a delivery has, optionally of one rule only."""

    def problems(tables, rule=None, **context):
        judgement = judge(tables, context=Context(**{"today": TODAY, **context}))
        return [one for one in judgement.problems if rule in (None, one.rule)]

    return problems


@pytest.fixture
def item_code():
    """The first item of an answer type asked at a team site."""
    return item
