"""Which pages are there, under which heading and at which path?"""

from dataclasses import dataclass
from pathlib import Path

import streamlit as st

PAGES = Path(__file__).parent.parent


@dataclass(frozen=True)
class Entry:
    """One page of the menu; its title on the page may depend on the filters (`headings`)."""

    section: str
    title: str
    url_path: str
    file: str


KNOWN = (
    Entry("Situation", "Overview", "overview", "situation/overview.py"),
    Entry("Situation", "Mission", "mission", "situation/mission.py"),
    Entry("Situation", "Connectivity", "connectivity", "situation/connectivity.py"),
    Entry("Situation", "Equipment", "equipment", "situation/equipment.py"),
    Entry("Situation", "Signals", "signals", "situation/signals.py"),
    Entry("Priorities", "Capability gaps", "capability_gaps", "priorities/capability_gaps.py"),
    Entry("Priorities", "Crime threats", "crime_threats", "priorities/crime_threats.py"),
    Entry("Priorities", "Ranking", "ranking", "priorities/ranking.py"),
    Entry("Priorities", "Portfolio", "portfolio", "priorities/portfolio.py"),
    Entry("Programme", "Assessments plan", "plan", "programme/plan.py"),
    Entry("Programme", "Guidance and training", "guidance", "programme/guidance.py"),
    Entry("Programme", "Expertise and partners", "expertise", "programme/expertise.py"),
    Entry("Programme", "Mandate and goals", "goals", "programme/goals.py"),
    Entry("Programme", "Decisions", "decisions", "programme/decisions.py"),
    Entry("Evidence", "Assessments", "assessments", "evidence/assessments.py"),
    Entry("Evidence", "Enter answers", "enter", "evidence/entry.py"),
    Entry("Evidence", "Import", "import", "evidence/importing.py"),
    Entry("Evidence", "Sources and quality", "sources", "evidence/sources.py"),
    Entry("Evidence", "Method", "method", "evidence/method.py"),
)


def entries() -> tuple[Entry, ...]:
    """The pages that exist, in menu order; the first is the start page."""
    return tuple(entry for entry in KNOWN if (PAGES / entry.file).is_file())


def entry(url_path: str) -> Entry:
    """The page at a path; the start page answers to the empty path as well."""
    for known in entries():
        if url_path == known.url_path or (not url_path and known == entries()[0]):
            return known
    raise KeyError(f"{url_path!r} is no page; known are {', '.join(url_paths())}.")


def url_paths() -> list[str]:
    """The paths of all pages, the start page's first."""
    return [known.url_path for known in entries()]


def sections() -> dict[str, list[st.Page]]:
    """What st.navigation takes: pages under their headings."""
    start = entries()[0]
    menu: dict[str, list[st.Page]] = {}
    for known in entries():
        page = st.Page(
            str(PAGES / known.file),
            title=known.title,
            url_path=known.url_path,
            default=known == start,
        )
        menu.setdefault(known.section, []).append(page)
    return menu
