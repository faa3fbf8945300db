"""How is an assessment told: in a list, at its head, and after a decision?"""

import pandas as pd

from unpol_data import reference
from unpol_data.figures import formats

NOTHING = "–"
KINDS = {
    "assessment": "Assessment",
    "measurements": "Measurements",
    "equipment": "Equipment count",
    "threats": "Crime-threat ratings",
    "answers": "Answers",
    "sites": "Site descriptions",
}
HELD = {
    "site_facts": ("site", "sites"),
    "answers": ("answer", "answers"),
    "equipment_lines": ("equipment line", "equipment lines"),
    "measurements": ("measurement", "measurements"),
    "threat_ratings": ("crime-threat rating", "crime-threat ratings"),
}
LISTED = {
    # State third: on a phone the first three columns are in sight.
    "mission": "Mission",
    "round": "Round",
    "state": "State",
    "kind": "Kind",
    "period": "Assessed",
    "modality": "How",
    "answers": "Answers",
    "comments": "Open comments",
    "published": "Counts from",
    "sensitivity": "Sensitivity",
    "illustrative": "Invented",
}
# Areas named one by one after a decision; the rest are counted.
MOST_NAMED = 3


def listed(assessments: pd.DataFrame) -> pd.DataFrame:
    """One row per assessment as text, under the headings LISTED; the state stays a code."""
    rows = assessments.itertuples(index=False)
    return pd.DataFrame(
        [
            {
                "mission": row.mission_code,
                "kind": KINDS[row.kind],
                "round": NOTHING if pd.isna(row.round_label) else row.round_label,
                "period": months(row),
                "modality": modality(row),
                "state": row.state,
                "answers": formats.number(row.answer_count) if row.answer_count else NOTHING,
                "comments": f"{row.open_comments}" if row.open_comments else NOTHING,
                "published": _counts(row),
                "sensitivity": row.sensitivity,
                "illustrative": "yes" if row.illustrative else "no",
            }
            for row in rows
        ],
        columns=list(LISTED),
    )


def headings(listed: pd.DataFrame) -> dict[str, str]:
    """LISTED, without open comments where there are none: the list is wide as it is."""
    if (listed["comments"] != NOTHING).any():
        return LISTED
    return {column: heading for column, heading in LISTED.items() if column != "comments"}


def names(assessments: pd.DataFrame) -> dict[str, str]:
    """Names by number as text, "MINUSCA · 2026 · no. 41", in the given order."""
    return {
        str(row.assessment_id): f"{row.mission_code} · {label(row)} · no. {row.assessment_id}"
        for row in assessments.itertuples(index=False)
    }


def label(row: tuple) -> str:
    """What one assessment is called: its round, else its kind."""
    return KINDS[row.kind] if pd.isna(row.round_label) else row.round_label


def months(row: tuple) -> str:
    """The months in which the mission was assessed: "Oct 2024", "Feb–Mar 2026"."""
    first, last = formats.month(row.assessed_from), formats.month(row.assessed_to)
    if row.assessed_from.year == row.assessed_to.year:
        first = first.partition(" ")[0]
    return last if last.startswith(first) else f"{first}{formats.RANGE}{last}"


def period(row: tuple) -> str:
    """When the mission was assessed: "1–24 Oct 2024", "4 Oct 2024–23 Jun 2025"."""
    first, last = row.assessed_from, row.assessed_to
    if first == last:
        return formats.day(last)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}{formats.RANGE}{formats.day(last)}"
    return f"{formats.day(first)}{formats.RANGE}{formats.day(last)}"


def modality(row: tuple) -> str:
    """How the mission was assessed: "In person"; a dash for a single table."""
    return NOTHING if pd.isna(row.modality) else reference.name("modality", row.modality)


def source(row: tuple) -> str:
    """Who collected the answers, and the document they were taken from where there is one."""
    return row.source if pd.isna(row.reference) else f"{row.source}; {row.reference}"


def _came(row: tuple, moment: str) -> dict[str, str]:
    if pd.isna(row.file_name):
        return {"Begun": f"{moment} by {row.imported_by}, on the page"}
    return {"Imported": f"{moment} by {row.imported_by}, from {row.file_name}"}


def head(row: tuple, counts: dict[str, int]) -> pd.DataFrame:
    """One row per thing to know of an assessment: what and says."""
    moment = f"{formats.day(row.imported_at)}, {row.imported_at:%H:%M} UTC"
    said = {
        "Holds": holds(counts),
        "Assessed": f"{period(row)}, {modality(row).lower()}",
        "Source": row.source,
        "Document": "" if pd.isna(row.reference) else row.reference,
        **_came(row, moment),
        "Approved": _approved(row),
        "Superseded": _superseded(row),
        "Withdrawn": "" if pd.isna(row.withdrawn_at) else formats.day(row.withdrawn_at),
        "Sensitivity": row.sensitivity,
        "Summary": "" if pd.isna(row.summary) else row.summary,
    }
    if pd.isna(row.modality):
        said["Assessed"] = period(row)
    return pd.DataFrame(
        [{"what": what, "says": says} for what, says in said.items() if says],
        columns=["what", "says"],
    )


def holds(counts: dict[str, int]) -> str:
    """How many rows of each kind: "12 sites, 1,480 answers and 9 crime-threat ratings"."""
    words = [formats.count(counts[name], *nouns) for name, nouns in HELD.items() if counts[name]]
    return formats.listed(words)


def changed(moved: pd.DataFrame) -> str:
    """What a decision did to the printed gaps: the largest changes by name, the rest counted."""
    both = moved.dropna(subset=["points_before", "points_after"])
    first = int(moved["points_before"].isna().sum())
    lost = int(moved["points_after"].isna().sum())
    named = [
        f"{reference.short_name('area', row.area_code)} {row.points_before} → {row.points_after}"
        for row in both.head(MOST_NAMED).itertuples(index=False)
    ]
    parts = []
    if named:
        others = len(both) - len(named)
        more = f" and {others} more" if others else ""
        moved_words = formats.count(len(both), "gap has", "gaps have")
        parts.append(f"{moved_words} changed: {', '.join(named)}{more}")
    if first:
        parts.append(
            f"{formats.count(first, 'area has', 'areas have')} a figure where there was none"
        )
    if lost:
        parts.append(f"{formats.count(lost, 'area has', 'areas have')} no figure any more")
    return "; ".join(parts) or "No printed gap has changed"


def _approved(row: tuple) -> str:
    if pd.isna(row.approved_at):
        return ""
    when = formats.day(row.approved_at)
    return f"{when} by {row.approved_by}; counts from {formats.day(row.published_on)}"


def _superseded(row: tuple) -> str:
    if pd.isna(row.superseded_on):
        return ""
    return f"counts up to {formats.day(row.superseded_on)}, when its correction takes over"


def _counts(row: tuple) -> str:
    """From when it counts, and up to when: "31 Mar 2026", "31 Mar 2026–4 May 2026"."""
    if pd.isna(row.published_on):
        return NOTHING
    first = formats.day(row.published_on)
    if pd.isna(row.superseded_on):
        return first
    return f"{first}{formats.RANGE}{formats.day(row.superseded_on)}"
