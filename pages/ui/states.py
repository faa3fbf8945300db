"""In what state is an assessment, and which of its sheets hold something to show?"""

from functools import partial

import pandas as pd

from unpol_data.figures import content_words
from unpol_data.views.assessments import Contents

BADGES = {
    "draft": ":primary-badge[:material/edit_note: Draft]",
    "submitted": ":primary-badge[:material/outbox: Submitted]",
    "reviewed": ":primary-badge[:material/rate_review: Reviewed]",
    "approved": ":green-badge[:material/task_alt: Approved]",
    "superseded": ":gray-badge[:material/history: Superseded]",
    "withdrawn": ":gray-badge[:material/undo: Withdrawn]",
}


def badge(state: str) -> str:
    """The state of an assessment as a badge in Markdown."""
    return BADGES[state]


def sheets(contents: Contents) -> dict[str, tuple[pd.DataFrame, dict[str, str]]]:
    """The rows as text and their headings, by the sheet's name with its count of rows."""
    known = (
        (
            "Answers",
            contents.answers,
            partial(content_words.answers, replaced=contents.replaced),
            content_words.ANSWERS,
        ),
        ("Equipment", contents.equipment, content_words.equipment, content_words.EQUIPMENT),
        (
            "Measurements",
            contents.measurements,
            content_words.measurements,
            content_words.MEASUREMENTS,
        ),
        ("Crime threats", contents.threats, content_words.threats, content_words.THREATS),
    )
    return {
        f"{name} {len(rows):,}": (told(rows), headings)
        for name, rows, told, headings in known
        if len(rows)
    }
