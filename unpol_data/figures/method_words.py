"""How are the steps from dimension gaps to a priority told in tables?"""

import pandas as pd

from unpol_data import reference
from unpol_data.figures import answer_words, formats

ANSWERS = {
    "question": "Question",
    "answer": "Answer",
    "required": "Required",
    "attainment": "Attained a",
    "weight": "Weight w",
    "term": "w × a",
}
REQUIRED = {"today": "now", "emerging": "emerging"}
NOT_COUNTED = "not counted"
DIMENSIONS = {
    "dimension": "Dimension",
    "gap": "Gap",
    "level": "Level a = 1 − gap",
    "weight": "Weight w",
    "factor": "a to the power of w",
}
SITES = {"site": "Site", "served": "Serve there", "gap": "Gap", "weighs": "Weighs"}
THREATS = {
    "threat": "Crime threat",
    "severity": "Severity T",
    "bearing": "Bears on the area θ R",
    "counting": "Counts",
    "pressing": "θ T R",
}
PRESSING = {"threat": "Presses on it", "severity": "Severity", "relevance": "Relevance"}
PARTS = {
    "part": "Importance is made of",
    "value": "Value",
    "weight": "Weight",
    "points": "Adds to the priority",
}
SUM = "Together"


def answers(rows: pd.DataFrame, *, horizon: str) -> pd.DataFrame:
    """One row per question of one dimension at a site and one for the sums, under ANSWERS.

    What is required is that of the horizon. Answers that count for nothing say so.
    """
    when = REQUIRED[horizon]
    told = [
        {
            "question": row.question,
            "answer": answer_words.said(row),
            "required": answer_words.required(
                row, getattr(row, f"value_{when}"), getattr(row, f"required_{when}")
            ),
            **_counted(row),
        }
        for row in rows.itertuples(index=False)
    ]
    sums = {name: f"{rows[name].sum():.2f}" for name in ("weight", "term")}
    last = {"question": SUM, "answer": "", "required": "", "attainment": "", **sums}
    return pd.DataFrame([*told, last], columns=list(ANSWERS))


def _counted(row: tuple) -> dict[str, str]:
    if pd.isna(row.attainment):
        return {"attainment": NOT_COUNTED, "weight": "", "term": ""}
    return {
        "attainment": f"{row.attainment:.2f}",
        "weight": f"{row.weight:.2f}",
        "term": f"{row.term:.3f}",
    }


def dimensions(rows: pd.DataFrame, product: float) -> pd.DataFrame:
    """One row per dimension at a site and one for their product, under DIMENSIONS."""
    told = [
        {
            "dimension": reference.name("dimension", row.dimension_code),
            "gap": points(row.gap),
            "level": f"{row.level:.2f}",
            "weight": f"{row.weight:.2f}",
            "factor": f"{row.factor:.3f}",
        }
        for row in rows.itertuples(index=False)
    ]
    last = {"dimension": "Product", "gap": "", "level": "", "weight": f"{rows['weight'].sum():.2f}"}
    return pd.DataFrame([*told, {**last, "factor": f"{product:.3f}"}], columns=list(DIMENSIONS))


def sites(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per site with a figure, and one for those without, under SITES."""
    known, unknown = rows[rows["gap"].notna()], rows[rows["gap"].isna()]
    told = [
        {
            "site": row.name,
            "served": formats.number(row.served),
            "gap": points(row.gap),
            "weighs": formats.percent(row.share),
        }
        for row in known.itertuples(index=False)
    ]
    for row in unknown.itertuples(index=False):
        served = formats.number(row.served)
        lacking = {"gap": formats.NOT_ENOUGH_EVIDENCE, "weighs": "left out"}
        told.append({"site": row.name, "served": served, **lacking})
    return pd.DataFrame(told, columns=list(SITES))


def threats(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per crime threat that counts for the area and one for the sums, under THREATS."""
    told = [
        {
            "threat": reference.name("threat", row.threat_code),
            "severity": f"{row.severity:.2f}",
            "bearing": f"{row.bearing:.2f}",
            "counting": f"{row.counting:.2f}",
            "pressing": f"{row.pressing:.2f}",
        }
        for row in rows.itertuples(index=False)
    ]
    sums = {name: f"{rows[name].sum():.2f}" for name in ("bearing", "counting", "pressing")}
    return pd.DataFrame([*told, {"threat": SUM, "severity": "", **sums}], columns=list(THREATS))


def pressing(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per crime threat in the given order, under PRESSING: "3.0 of 4", "2 of 3"."""
    top, thirds = reference.parameter("threat_level_top"), reference.parameter("relevance_top")
    return pd.DataFrame(
        [
            {
                "threat": reference.name("threat", row.threat_code),
                "severity": f"{formats.short(top * row.severity)} of {top:g}",
                "relevance": f"{formats.short(thirds * row.relevance)} of {thirds:g}",
            }
            for row in rows.itertuples(index=False)
        ],
        columns=list(PRESSING),
    )


def parts(priority: dict, weights: dict[str, float]) -> pd.DataFrame:
    """One row per part of the importance and one for the priority, under PARTS."""
    values = {
        "threat": ("Threat pressure", priority["pressure"]),
        "mandate": ("Mandate relevance", priority["mandate_relevance"]),
        "exposure": ("Exposure share", priority["exposure_share"]),
    }
    told = [
        {
            "part": name,
            "value": f"{value:.2f}",
            "weight": f"{weights[part]:.2f}",
            "points": f"{priority[f'{part}_part']:.1f}",
        }
        for part, (name, value) in values.items()
    ]
    importance, points = f"{priority['importance']:.2f}", f"{priority['priority']:.1f}"
    last = {"part": SUM, "value": importance, "weight": "", "points": points}
    return pd.DataFrame([*told, last], columns=list(PARTS))


def points(gap: float) -> str:
    """A gap of 0-1 as it is printed, 0-100."""
    return formats.number(100 * gap)
