"""What would each site have answered?"""

from collections.abc import Iterator
from functools import cache

import numpy as np
import pandas as pd

from sample_data.making.inputs import (
    HOST_KINDS,
    attainment,
    chance,
    characters,
    is_reported,
    modality,
)
from unpol_data import reference

GRADES = {
    "in_person": {
        "inspected": 0.42,
        "measured": 0.16,
        "document": 0.20,
        "interview": 0.18,
        "self_report": 0.04,
    },
    "hybrid_far": {"remote": 0.55, "interview": 0.15, "document": 0.15, "self_report": 0.15},
    "remote": {"remote": 0.66, "self_report": 0.22, "document": 0.12},
}
CAUSES = {
    "personnel": ["staff", "training", "staff", "training"],
    "facilities": ["power", "supplies", "finance", "security"],
    "software": ["finance", "training", "connectivity", "legal_or_consent"],
    "equipment": ["equipment", "supplies", "finance", "equipment"],
    "working_methods": ["training", "legal_or_consent", "staff", "training"],
}
ROLES = {
    "personnel": ["Personnel officer", "Training officer", "Team leader"],
    "facilities": ["Logistics officer", "Camp manager", "Team leader"],
    "software": ["ICT officer", "Database officer", "Team leader"],
    "equipment": ["Logistics officer", "ICT officer", "FPU equipment officer"],
    "working_methods": ["Operations officer", "Team leader", "SOC focal point"],
}
SHORT_BELOW = 1.0
# Sites beyond this remoteness were spoken to from afar in a hybrid visit.
FAR = 0.6
OLD_REPORT = ("2023-10-16", "2023-10-27")


def _grade(visit: pd.Series, site: pd.Series, area: str, random: np.random.Generator) -> str:
    if is_reported(visit, site, area):
        return "document"
    how = modality(visit)
    if how == "hybrid":
        how = "hybrid_far" if site["remoteness"] > FAR else "in_person"
    grades = GRADES[how]
    return str(random.choice(list(grades), p=np.array(list(grades.values()))))


def _value(item: pd.Series, level: float, site: pd.Series, random: np.random.Generator) -> dict:
    """The answer as an assessor writes it; `level` is the attainment on the 0-1 scale."""
    level = float(np.clip(level, 0, 1))
    if item["answer_type"] == "level":
        return {"value": int(round(level * 4))}
    if item["answer_type"] == "yes_partly_no":
        return {"value": "yes" if level >= 0.72 else "partly" if level >= 0.34 else "no"}
    if item["answer_type"] == "count":
        needed = max(2, round(float(site["unpol_served"]) ** 0.5 * random.uniform(0.5, 1.1)))
        return {"value": int(round(level * needed)), "needed": needed}
    span = item["value_at_full"] - item["value_at_none"]
    value = item["value_at_none"] + level * span
    return {"value": round(value) if abs(span) >= 12 else round(value, 1)}


def _state(character: pd.Series, site: pd.Series, random: np.random.Generator) -> str:
    """The state of one answer, or an empty text where nobody answered at all."""
    well_known = site["site_kind"] == "mission_hq" and character["answered_share"] > 0.5
    unknown = character["unknown_share"] * (0.3 if well_known else 1)
    if random.random() > character["answered_share"] + character["unknown_share"]:
        return ""
    if random.random() < unknown:
        return "unknown"
    other = random.random()
    return "not_applicable" if other < 0.015 else "not_provided" if other < 0.03 else "answered"


def _days(visit: pd.Series, site: pd.Series, area: str) -> np.ndarray:
    """The working days on which an area was seen; what is out of reach is from a report."""
    if is_reported(visit, site, area):
        return pd.bdate_range(*OLD_REPORT).date
    return pd.bdate_range(visit["assessed_from"], visit["assessed_to"]).date


def _answer(visit: pd.Series, site: pd.Series, item: pd.Series) -> dict | None:
    random = chance("answer", visit["step"], site["site_code"], item["item_code"], item["side"])
    state = _state(characters().loc[visit["mission_code"]], site, random)
    if not state:
        return None
    answer = {
        "site_code": site["site_code"],
        "item_code": item["item_code"],
        "side": item["side"],
        "state": state,
        "answered_on": str(random.choice(_days(visit, site, item["area_code"]))),
        "respondent_role": str(random.choice(ROLES[item["dimension_code"]])),
    }
    if modality(visit) == "hybrid":
        answer["modality"] = "remote" if site["remoteness"] > FAR else "in_person"
    if state == "answered":
        reached = attainment(visit, site, item["area_code"], item["dimension_code"])
        reached += random.normal(0, 0.13) - (0.14 if item["side"] == "host_state" else 0)
        answer |= _value(item, reached * item["required_now"], site, random)
        answer["evidence_grade"] = _grade(visit, site, item["area_code"], random)
        if reached < SHORT_BELOW:
            answer["cause"] = str(random.choice(CAUSES[item["dimension_code"]]))
    return answer


@cache
def _items_at(site_kind: str) -> pd.DataFrame:
    """One row per item and side asked at this kind of site."""
    framework = reference.table("framework").drop(columns=["side", "source"])
    asked = reference.table("requirements").query("site_kind == @site_kind")
    if site_kind not in HOST_KINDS:
        asked = asked[asked["side"] == "unpol"]
    return asked.merge(framework, on="item_code")


def _all(visit: pd.Series, sites: pd.DataFrame) -> Iterator[dict]:
    for _, site in sites.iterrows():
        for _, item in _items_at(site["site_kind"]).iterrows():
            answer = _answer(visit, site, item)
            if answer:
                yield answer


def answers(visit: pd.Series, sites: pd.DataFrame) -> pd.DataFrame:
    """One row per answer of one visit, in the columns of the workbook's sheet."""
    columns = reference.table("columns").query("sheet == 'answers'")["column"]
    return pd.DataFrame(_all(visit, sites)).reindex(columns=columns)
