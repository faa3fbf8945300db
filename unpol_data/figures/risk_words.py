"""What is said of the risks, and of what the store says of each kind of them?"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import pandas as pd

from unpol_data import reference
from unpol_data.figures import formats

KIND = "risks"
NOTHING = "–"
NOT_KNOWN, NOT_MEASURED = "Nothing is known of this yet.", "The store measures nothing of this."
RISKS = {
    "title": "Risk",
    "kind": "Kind",
    "level": "Likelihood, impact",
    "mitigation": "What answers it",
    "mission": "Mission",
    "office": "Office",
    "review": "Look again on",
    "state": "State",
}
LIMITS = (
    "A kind of risk shows in the figures where its measure is above its limit; measures and limits "
    "stand in the download."
)
SENTENCES = {
    "travel": "{away} of {visits} visits of the plan are not made in person. Of the answers of the "
    "newest rounds {remote_share} were given from afar, which counts as weaker evidence.",
    "data_sensitivity": "{unclassified} of {assessments} approved assessments may be seen by "
    "everybody.",
    "connectivity": "{below} of {known} sites with a known link have less than they need; of "
    "{unknown} sites the link is not known.",
    "host_consent": "Due diligence is not cleared for {open_services} of {services} advisory "
    "services planned or under way, and for {open_options} of {options} options for host-State "
    "police.",
    "budget": "{used} of the approved {approved} is committed or will be; {left} is left.",
    "thin_evidence": "{thin_share} of the newest answers rest on a remote answer or a self-report; "
    "{without_figure} of {areas} areas of the missions have too little evidence for a figure.",
}


def reading(risk_kind: str, measure: float | None, values: Mapping[str, Any]) -> str:
    """What the store says of one kind of risk, in a sentence."""
    if risk_kind not in SENTENCES:
        return NOT_MEASURED
    if measure is None:
        return NOT_KNOWN
    said = dict(values)
    if risk_kind == "travel":
        answers = values["answers"]
        share = values["remote_answers"] / answers if answers else None
        said["remote_share"] = formats.percent(share)
    elif risk_kind == "budget":
        said["used"] = formats.percent(measure)
        said["approved"] = formats.money(values["approved_usd"])
        said["left"] = formats.money(values["left_usd"])
    elif risk_kind == "thin_evidence":
        said["thin_share"] = formats.percent(measure)
    return SENTENCES[risk_kind].format(**said)


def readings(found: Iterable[Any]) -> pd.DataFrame:
    """One row per reading, for a download: the kind, the sentence, the measure and the limit."""
    limits = reference.table("risk_kinds").set_index("risk_kind")["look_above"]
    return pd.DataFrame(
        [
            {
                "kind": one.name,
                "reading": reading(one.risk_kind, one.measure, one.values),
                "measure": one.measure,
                "look_above": limits[one.risk_kind],
                "shows_in_the_figures": one.is_over,
                "answer": one.answer,
            }
            for one in found
        ]
    )


def findings(rows: pd.DataFrame, over: Mapping[str, str]) -> Iterator[str]:
    """What to know first, in sentences; `over`: names of the kinds that show in the figures."""
    still = rows[rows["is_open"]]
    grave = still[still["weight"] >= reference.parameter("grave_risk_weight")]
    for row in grave.itertuples(index=False):
        where = "" if pd.isna(row.mission_code) else f"{row.mission_code}: "
        yield f"Likely and grave: {where}{row.title}."
    for row in still[still["is_overdue"]].itertuples(index=False):
        yield f"To be looked at again since {formats.day(row.review_on)}: {row.title}."
    bare = [name for kind, name in over.items() if kind not in set(still["risk_kind"])]
    if bare:
        named = formats.listed([f"“{name}”" for name in bare])
        yield f"The figures show it and no open risk says so: {named}."
    if not len(still):
        yield "No risk is open."


def risks(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per risk, as text under RISKS."""
    each = list(rows.itertuples(index=False))
    return pd.DataFrame(
        {
            "title": rows["title"],
            "kind": [reference.name("risk_kind", row.risk_kind) for row in each],
            "level": [
                f"{_level(row, 'likelihood')}, {_level(row, 'impact').lower()}" for row in each
            ],
            "mitigation": rows["mitigation"],
            "mission": rows["mission_code"].fillna("All"),
            "office": rows["office"],
            "review": [_review(row) for row in each],
            "state": [reference.records.state_name(KIND, "state", row.state) for row in each],
        }
    )


def _level(row: tuple, column: str) -> str:
    return reference.records.state_name(KIND, column, getattr(row, column))


def _review(row: tuple) -> str:
    if pd.isna(row.review_on):
        return NOTHING
    return f"{formats.day(row.review_on)}{': passed' if row.is_overdue else ''}"
