"""Reading the store: every function takes a connection and says what its rows are."""

from unpol_data.queries import (
    answers,
    assessments,
    connectivity,
    draws,
    earlier,
    equipment,
    evidence,
    facts,
    gaps,
    held,
    mappings,
    revisions,
    scenarios,
    signals,
    sites,
    threats,
)

__all__ = [
    "answers",
    "assessments",
    "connectivity",
    "draws",
    "earlier",
    "equipment",
    "evidence",
    "facts",
    "gaps",
    "held",
    "mappings",
    "revisions",
    "scenarios",
    "signals",
    "sites",
    "threats",
]
