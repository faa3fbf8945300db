"""How is told what was answered before the answer that counts now?"""

import pandas as pd

from unpol_data import reference
from unpol_data.figures import answer_words, formats

NOTHING = "–"
HEADINGS = {
    "question": "Question",
    "answer": "Earlier answer",
    "how": "How",
    "evidence": "Evidence",
    "told_by": "Told by",
    "assessment": "Assessment",
    "counted": "Counted from",
    "approved": "Approved by",
}


def table(answers: pd.DataFrame) -> pd.DataFrame:
    """One row per earlier answer, in the given order, as text under HEADINGS."""
    rows = list(answers.itertuples(index=False))
    return pd.DataFrame(
        {
            "question": [row.question for row in rows],
            "answer": [answer_words.said(row) for row in rows],
            "how": [_name("modality", row.modality) for row in rows],
            "evidence": [_evidence(row) for row in rows],
            "told_by": [_text(row.respondent_role) for row in rows],
            "assessment": [_assessment(row) for row in rows],
            "counted": [formats.day(row.published_on) for row in rows],
            "approved": [_text(row.approved_by) for row in rows],
        },
        columns=list(HEADINGS),
    )


def _evidence(row: tuple) -> str:
    if pd.isna(row.evidence_grade):
        return NOTHING
    return f"{reference.name('evidence_grade', row.evidence_grade)}, {formats.day(row.answered_on)}"


def _assessment(row: tuple) -> str:
    number = f"no. {row.assessment_id}"
    return number if pd.isna(row.round_label) else f"{row.round_label}, {number}"


def _name(kind: str, code: str | None) -> str:
    return NOTHING if pd.isna(code) else reference.name(kind, code)


def _text(text: str | None) -> str:
    return NOTHING if pd.isna(text) else text
