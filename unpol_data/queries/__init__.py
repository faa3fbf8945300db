"""Reading the store: every function takes a connection and says what its rows are."""

from unpol_data.queries import (
    answers,
    assessments,
    comments,
    connectivity,
    draws,
    earlier,
    equipment,
    evidence,
    facts,
    gaps,
    held,
    revisions,
    scenarios,
    signals,
    sites,
    threats,
)

__all__ = [
    "answers",
    "assessments",
    "comments",
    "connectivity",
    "draws",
    "earlier",
    "equipment",
    "evidence",
    "facts",
    "gaps",
    "held",
    "revisions",
    "scenarios",
    "signals",
    "sites",
    "threats",
]
