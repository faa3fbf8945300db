"""The reference tables as the rest of the product reads them."""

from functools import cache

import pandas as pd

from unpol_data.reference.reading import ReferenceDataError, typed_table
from unpol_data.reference.schema import TABLES

KINDS = {
    "mission": "missions",
    "area": "areas",
    "dimension": "dimensions",
    "threat": "threats",
    "site_kind": "site_kinds",
    "measure": "measures",
    "equipment": "equipment",
    "evidence_grade": "evidence_grades",
    "cause": "causes",
    "state": "answer_states",
    "answer_type": "answer_types",
    "modality": "modalities",
    "sensitivity": "sensitivities",
    "side": "sides",
    "horizon": "horizons",
    "gap_class": "gap_classes",
    "connectivity_class": "connectivity_classes",
    "signal_rule": "signal_rules",
    "portfolio_gate": "portfolio_gates",
    "a4p_priority": "a4p_priorities",
    "strategy_goal": "strategy_goals",
    "agenda_tag": "agenda_tags",
    "risk_kind": "risk_kinds",
    "record_kind": "record_kinds",
}


def _known_table(table_name: str) -> None:
    if table_name not in TABLES:
        raise ReferenceDataError(
            [f"{table_name!r} is not a reference table; known are {', '.join(sorted(TABLES))}."]
        )


@cache
def _table(table_name: str) -> pd.DataFrame:
    _known_table(table_name)
    return typed_table(table_name)


def table(table_name: str) -> pd.DataFrame:
    """One row per row of the named reference table, in its own order; the caller's own copy.

    Nothing is copied until somebody writes: pandas copies on write.
    Raises ReferenceDataError where there is no such table or its file cannot be read.
    """
    return _table(table_name).copy(deep=False)


@cache
def codes(table_name: str) -> tuple[str, ...]:
    """The codes of a table in its own order: the first column of its key."""
    _known_table(table_name)
    return tuple(dict.fromkeys(_table(table_name)[TABLES[table_name].key[0]]))


@cache
def _names(kind: str, column: str) -> dict[str, str]:
    if kind not in KINDS:
        raise ReferenceDataError([f"{kind!r} has no names; known are {', '.join(KINDS)}."])
    rows = _table(KINDS[kind])
    return dict(zip(rows[TABLES[KINDS[kind]].key[0]], rows[column], strict=True))


def name(kind: str, code: str) -> str:
    """The name a reader knows a code by; raises ReferenceDataError for an unknown code."""
    return _named(kind, code, "name")


def short_name(kind: str, code: str) -> str:
    """The name of a code for axes and narrow places; only capability areas have one."""
    return _named(kind, code, "short_name")


def _named(kind: str, code: str, column: str) -> str:
    names = _names(kind, column)
    if code not in names:
        raise ReferenceDataError([f"{code!r} is not a {kind}; known are {', '.join(names)}."])
    return names[code]


@cache
def _parameters() -> dict[str, float]:
    rows = _table("parameters")
    return dict(zip(rows["parameter"], rows["value"], strict=True))


def parameter(parameter_name: str) -> float:
    """The value of a parameter of the method; raises ReferenceDataError for an unknown one."""
    values = _parameters()
    if parameter_name not in values:
        raise ReferenceDataError(
            [f"{parameter_name!r} is not a parameter; known are {', '.join(values)}."]
        )
    return values[parameter_name]


@cache
def _thresholds() -> dict[str, dict[str, float]]:
    rows = _table("signal_thresholds")
    return {
        rule_code: dict(zip(of_rule["parameter"], of_rule["value"], strict=True))
        for rule_code, of_rule in rows.groupby("rule_code", sort=False)
    }


def thresholds(rule_code: str) -> dict[str, float]:
    """The thresholds of one early-warning rule by name; ReferenceDataError for an unknown rule."""
    rules = _thresholds()
    if rule_code not in rules:
        raise ReferenceDataError(
            [f"{rule_code!r} is not an early-warning rule; known are {', '.join(rules)}."]
        )
    return dict(rules[rule_code])


@cache
def version(subject: str) -> str:
    """The version in force of the method, the question set or the requirements."""
    rows = _table("versions").set_index("subject")["version"]
    if subject not in rows.index:
        raise ReferenceDataError(
            [f"{subject!r} has no version; known are {', '.join(rows.index)}."]
        )
    return str(rows[subject])
