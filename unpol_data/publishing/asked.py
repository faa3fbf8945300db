"""What is asked at each site of a mission, and what was answered to it?"""

from datetime import date

import pandas as pd

from unpol_data.publishing.rules import Rules
from unpol_data.scoring.attainment import attainment
from unpol_data.scoring.confidence import age_months, answer_confidence

REQUIRED = {"today": "required_now", "emerging": "required_emerging"}
SERVED = {"unpol": "unpol_served", "host_state": "host_officers_served"}
ITEM = [
    "item_code",
    "area_code",
    "dimension_code",
    "answer_type",
    "value_at_none",
    "value_at_full",
    "weight",
]
COUNTED = ["side", "area_code", "dimension_code", "state", "evidence_grade", "answered_on"]
GIVEN = ["state", "value", "needed", "evidence_grade", "answered_on"]


def asked_items(sites: pd.DataFrame, answers: pd.DataFrame, rules: Rules) -> pd.DataFrame:
    """One row per open site, side and item asked there: its answer, or the state unknown.

    What is asked follows from the kind of the site; an answer to anything else is left
    out. Method note, section 1.
    """
    kinds = sites.loc[~sites["closed"].astype(bool), ["site_code", "site_kind"]]
    requirements = rules.tables.requirements.drop(columns="source", errors="ignore")
    key = ["site_code", "item_code", "side"]
    rows = (
        kinds.merge(requirements, on="site_kind")
        .merge(rules.tables.framework[ITEM], on="item_code")
        .merge(answers[[*key, *GIVEN]], on=key, how="left")
    )
    return rows.assign(state=rows["state"].astype(object).fillna("unknown"))


def attained_items(asked: pd.DataFrame, rules: Rules, *, on: date) -> pd.DataFrame:
    """One row per row of `asked` and horizon, with attainment, and confidence on the day."""
    half_lives = rules.tables.dimensions.set_index("dimension_code")["half_life_months"]
    grades = rules.tables.evidence_grades.set_index("evidence_grade")["weight"]
    confidence = answer_confidence(
        asked["evidence_grade"].map(grades).astype("float64"),
        age_months(asked["answered_on"], on),
        asked["dimension_code"].map(half_lives).astype("float64"),
    )
    rows = pd.concat(
        [
            asked.assign(horizon=horizon, required=asked[column], confidence=confidence)
            for horizon, column in REQUIRED.items()
        ],
        ignore_index=True,
    )
    level_top = rules.parameters.item_level_top
    return rows.assign(attainment=attainment(rows, level_top=level_top))


def evidence_counts(asked: pd.DataFrame) -> pd.DataFrame:
    """One row per side, area, dimension, state, grade and date: how many items share them.

    An item that is asked and was not answered counts among the unknown.
    """
    return summed_counts(asked[COUNTED].assign(answer_count=1))


def summed_counts(counts: pd.DataFrame) -> pd.DataFrame:
    """The counts with equal rows added up; what comes to 0 is left out."""
    kinds = counts.astype({"answered_on": "datetime64[us]", "answer_count": "int64"})
    sums = kinds.groupby(COUNTED, dropna=False)["answer_count"].sum().reset_index()
    return sums[sums["answer_count"] > 0].reset_index(drop=True)


def served(rows: pd.DataFrame, sites: pd.DataFrame) -> pd.Series:
    """How many are served at the site of each row, on the side of the row.

    Rows without a side are about UNPOL. Missing where the number is not known.
    """
    numbers = sites.set_index("site_code")[list(SERVED.values())].astype("float64")
    unpol = rows["site_code"].map(numbers["unpol_served"]).astype("float64")
    if "side" not in rows:
        return unpol
    host = rows["site_code"].map(numbers["host_officers_served"]).astype("float64")
    return unpol.where(rows["side"] == "unpol", host)
