"""How is an answer from the field, and what is required of it, said in words?"""

import pandas as pd

from unpol_data import reference
from unpol_data.figures import formats

NOTHING = "–"
CHOICES = {0.0: "no", 0.5: "partly", 1.0: "yes"}
HEADINGS = {
    "dimension": "Dimension",
    "question": "Question",
    "answer": "Answer",
    "required_now": "Required today",
    "required_emerging": "Required in two to three years",
    "attained": "Reached",
    "cause": "Held back by",
    "evidence": "Evidence",
    "how": "How",
    "told_by": "Told by",
    "assessment": "Assessment",
}
WITH_NOTES = {**HEADINGS, "note": "Note"}


def table(answers: pd.DataFrame) -> pd.DataFrame:
    """One row per question, in the given order, as text under HEADINGS.

    For a download also item_code, weight and attainment (0-1), to repeat the sums with.
    """
    rows = list(answers.itertuples(index=False))
    return pd.DataFrame(
        {
            "dimension": [reference.name("dimension", row.dimension_code) for row in rows],
            "question": [row.question for row in rows],
            "answer": [said(row) for row in rows],
            "required_now": [required(row, row.value_now, row.required_now) for row in rows],
            "required_emerging": [
                required(row, row.value_emerging, row.required_emerging) for row in rows
            ],
            "attained": [_attained(row) for row in rows],
            "cause": [_name("cause", row.cause) for row in rows],
            "evidence": [_evidence(row) for row in rows],
            "how": [_name("modality", row.modality) for row in rows],
            "told_by": [_text(row.respondent_role) for row in rows],
            "note": [_text(row.note) for row in rows],
            "assessment": [_assessment(row) for row in rows],
            "item_code": answers["item_code"],
            "weight": answers["weight"],
            "attainment": answers["attainment"],
        }
    )


def headings(rows: pd.DataFrame) -> dict[str, str]:
    """HEADINGS, with notes where there are any."""
    return WITH_NOTES if (rows["note"] != NOTHING).any() else HEADINGS


def said(row: tuple) -> str:
    """The answer in words: "2 of 4: routine messages on every shift", "9 of 12 posts", "partly".

    A state that is no answer is said by its name.
    """
    if row.state != "answered":
        return reference.name("state", row.state)
    if row.answer_type == "count":
        return f"{formats.number(row.value)} of {formats.number(row.needed)} {row.unit}"
    return _value(row, row.value)


def required(row: tuple, value: float | None, share: float) -> str:
    """The least answer that meets the requirement, in words: "at least 11 of 12 posts"."""
    if row.answer_type == "count":
        if pd.isna(row.needed):
            return f"{formats.percent(share)} of the {row.unit} needed"
        if value >= row.needed:
            return f"all {formats.number(row.needed)} {row.unit}"
        return f"at least {formats.number(value)} of {formats.number(row.needed)} {row.unit}"
    if row.answer_type == "yes_partly_no":
        return _value(row, value)
    if row.answer_type == "level" and value >= reference.parameter("item_level_top"):
        return _value(row, value)
    lower = row.answer_type == "measure" and row.value_at_full < row.value_at_none
    return f"at {'most' if lower else 'least'} {_value(row, value)}"


def _value(row: tuple, value: float) -> str:
    if row.answer_type == "yes_partly_no":
        return CHOICES.get(value, f"{value:g}")
    if row.answer_type == "level":
        top = reference.parameter("item_level_top")
        anchor = anchors(row.level_anchors).get(value, "")
        level = f"{value:g} of {top:g}"
        return f"{level}: {anchor}" if anchor else level
    return formats.quantity(value, row.unit)


def anchors(text: str) -> dict[float, str]:
    """What each level means, from "0 = no radio; 1 = one radio; ..."."""
    pairs = (part.partition("=") for part in text.split(";"))
    return {float(level): meaning.strip() for level, _, meaning in pairs}


def _attained(row: tuple) -> str:
    if not pd.isna(row.attainment):
        return formats.percent(row.attainment)
    return formats.NOT_ENOUGH_EVIDENCE if row.state in ("unknown", "answered") else "not counted"


def _evidence(row: tuple) -> str:
    """ "Inspected on site, 17 Feb 2026 · stale"; a dash where nobody was asked."""
    if pd.isna(row.evidence_grade):
        return NOTHING
    grade = reference.name("evidence_grade", row.evidence_grade)
    return f"{grade}, {formats.day(row.answered_on)}{' · stale' if row.is_stale else ''}"


def _assessment(row: tuple) -> str:
    if pd.isna(row.assessment_id):
        return "not answered in any assessment"
    number = f"no. {row.assessment_id:.0f}"
    said = number if pd.isna(row.round_label) else f"{row.round_label}, {number}"
    return said if pd.isna(row.reference) else f"{said}, from {row.reference}"


def _name(kind: str, code: str | None) -> str:
    return NOTHING if pd.isna(code) else reference.name(kind, code)


def _text(text: str | None) -> str:
    return NOTHING if pd.isna(text) else text
