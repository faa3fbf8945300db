"""How are the rows of one assessment told: answers, equipment, measurements, crime threats?"""

import pandas as pd

from unpol_data import reference
from unpol_data.figures import answer_words, formats

NOTHING = "–"
ANSWERS = {
    "site": "Site",
    "about": "Area · dimension",
    "question": "Question",
    "answer": "Answer",
    "evidence": "Evidence",
    "answered_on": "Answered",
    "how": "How",
    "role": "Told by",
    "remark": "Cause, note",
}
EQUIPMENT = {
    "site": "Site",
    "equipment": "Equipment",
    "required": "Required",
    "held": "Held",
    "serviceable": "Serviceable",
    "evidence": "Evidence",
    "counted_on": "Counted",
}
MEASUREMENTS = {"site": "Site", "measured_on": "Measured", "measure": "Measure", "value": "Value"}
THREATS = {
    "threat": "Crime threat",
    "level_now": "Today",
    "level_emerging": "Emerging",
    "rated_on": "Rated",
    "source": "Source",
}


KEY = ["site_code", "item_code", "side"]
BEFORE = "Answered before: "


def answers(rows: pd.DataFrame, replaced: pd.DataFrame) -> pd.DataFrame:
    """One row per answer as text, under the headings ANSWERS.

    Beneath each stand those that it `replaced`, the newest first, and say so.
    """
    places = {key: place for place, key in enumerate(_keys(rows))}
    every = pd.concat([rows.assign(turn=0), replaced]) if len(replaced) else rows.assign(turn=0)
    order = [places.get(key, len(places)) for key in _keys(every)]
    every = every.assign(place=order).sort_values(["place", "turn"], kind="stable")
    told = _answers(every)
    earlier = (every["turn"] > 0).to_numpy()
    told["answer"] = told["answer"].where(~earlier, BEFORE + told["answer"])
    return told.reset_index(drop=True)


def _keys(rows: pd.DataFrame) -> list[tuple]:
    return list(rows[KEY].itertuples(index=False, name=None))


def _answers(rows: pd.DataFrame) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "site": rows["site"],
            "about": [
                f"{reference.short_name('area', area)} · {reference.name('dimension', dimension)}"
                for area, dimension in zip(rows["area_code"], rows["dimension_code"], strict=True)
            ],
            "question": rows["question"],
            "answer": [answer_words.said(row) for row in rows.itertuples(index=False)],
            "evidence": _named(rows["evidence_grade"], "evidence_grade"),
            "answered_on": [_day(day) for day in rows["answered_on"]],
            "how": _named(rows["modality"], "modality"),
            "role": rows["respondent_role"].fillna(NOTHING),
            "remark": [_remark(row) for row in rows.itertuples(index=False)],
        }
    )


def equipment(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per equipment line as text, under the headings EQUIPMENT."""
    return pd.DataFrame(
        {
            "site": rows["site"],
            "equipment": rows["name"],
            "required": rows["required"],
            "held": rows["held"],
            "serviceable": rows["serviceable"],
            "evidence": _named(rows["evidence_grade"], "evidence_grade"),
            "counted_on": [_day(day) for day in rows["counted_on"]],
        }
    )


def measurements(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per site, measure and day as text, under the headings MEASUREMENTS."""
    units = reference.table("measures").set_index("measure")["unit"].to_dict()
    return pd.DataFrame(
        {
            "site": rows["site"],
            "measured_on": [_day(day) for day in rows["measured_on"]],
            "measure": _named(rows["measure"], "measure"),
            "value": [
                formats.quantity(value, units[measure])
                for value, measure in zip(rows["value"], rows["measure"], strict=True)
            ],
        }
    )


def threats(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per crime threat as text, under the headings THREATS."""
    return pd.DataFrame(
        {
            "threat": _named(rows["threat_code"], "threat"),
            "level_now": [_level(level) for level in rows["level_now"]],
            "level_emerging": [_level(level) for level in rows["level_emerging"]],
            "rated_on": [_day(day) for day in rows["rated_on"]],
            "source": rows["source"],
        }
    )


def _remark(row: tuple) -> str:
    cause = "" if pd.isna(row.cause) else reference.name("cause", row.cause)
    note = "" if pd.isna(row.note) else row.note
    return ". ".join(part for part in (cause, note) if part) or NOTHING


def _named(codes: pd.Series, kind: str) -> list[str]:
    return [NOTHING if pd.isna(code) else reference.name(kind, code) for code in codes]


def _day(day: object) -> str:
    return NOTHING if pd.isna(day) else formats.day(day)


def _level(level: float | None) -> str:
    top = reference.parameter("threat_level_top")
    return "not rated" if pd.isna(level) else f"{formats.short(level)} of {top:.0f}"
