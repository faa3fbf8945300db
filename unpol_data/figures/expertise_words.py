"""What is said of those who can help: officers, requests, advice, partners and lessons?"""

from collections.abc import Mapping

import pandas as pd

from unpol_data import reference
from unpol_data.figures import formats, record_words

NOTHING = record_words.NOTHING
ANY_MISSION, ALL_MISSIONS, ALL_AREAS = "any mission", "All missions", "All areas"
# What stands in the address for each list, and what it is called on the page.
LISTS = {
    "expertise": "Expertise",
    "expertise_requests": "Requests",
    "advisory_services": "Advice to host-State police",
    "engagements": "Partners",
    "lessons": "Lessons",
}
# What one record of each list is called.
ONE = {
    "expertise": "Expertise",
    "expertise_requests": "Request",
    "advisory_services": "Advice",
    "engagements": "Partner",
    "lessons": "Lesson",
}
AREAS = {
    "area": "Capability area",
    "gaps": "Large gaps",
    "unhelped": "Nobody can help",
    "spc": "Standing Police Capacity",
    "spt": "Specialised teams",
    "deployed": "Deployed officers",
    "women": "Women",
}
UNHELPED = {"gap": "Mission and area", "gap_class": "Gap", "elsewhere": "Such officers serve in"}
POOLS = {
    "role": "Role",
    "area": "Capability area",
    "holder": "Held by",
    "where": "For",
    "officers": "Officers",
    "women": "Women",
    "available": "Available",
}
ENGAGEMENTS = {
    "partner": "Partner",
    "kind": "Kind",
    "subject": "Subject",
    "area": "Capability area",
    "where": "Mission",
    "state": "State",
    "period": "Period",
}
LESSONS = {
    "title": "Lesson or practice",
    "kind": "Kind",
    "state": "State",
    "where": "Mission",
    "area": "Capability area",
    "threat": "Crime threat",
    "recorded": "Recorded",
}


def name(kind: str, row: Mapping) -> str:
    """What a record is called where there is one line: never by its code."""
    if kind == "expertise":
        where = f"for {place(row['mission_code'], ANY_MISSION)}"
        return f"{row['role']}, {state(kind, 'holder', row['holder'])}, {where}"
    if kind == "expertise_requests":
        area = reference.short_name("area", row["area_code"])
        return f"{row['mission_code']}, {area}, asked {formats.day(row['asked_on'])}"
    if kind == "engagements":
        return f"{row['partner']}: {row['subject']}"
    return str(row["title"])


def state(kind: str, column: str, code: str) -> str:
    """The name of a code of these records."""
    return reference.records.state_name(kind, column, code)


def place(mission_code: object, otherwise: str = ALL_MISSIONS) -> str:
    """The mission, or what stands where none is named."""
    return mission_code if isinstance(mission_code, str) else otherwise


def area(code: object) -> str:
    """The capability area, or all of them."""
    return reference.short_name("area", code) if isinstance(code, str) else ALL_AREAS


def threat(code: object) -> str:
    """The crime threat; a dash where none in particular is named."""
    return reference.name("threat", code) if isinstance(code, str) else NOTHING


def period(row: tuple) -> str:
    """From when until when: "16 Mar 2026, no last day"; a dash where no day is set."""
    begins, ends = row.from_on, row.to_on
    if pd.isna(begins) and pd.isna(ends):
        return NOTHING
    begin = "no first day" if pd.isna(begins) else formats.day(begins)
    return f"{begin}, no last day" if pd.isna(ends) else f"{begin} to {formats.day(ends)}"


def women(row: tuple) -> str:
    """How many of them are women, and the share: "2 of 7 (29 %)"; a dash where there is nobody."""
    if not row.officers:
        return NOTHING
    return f"{row.women} of {row.officers} ({formats.percent(row.women_share)})"


def areas(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per area, as text under AREAS; nobody on record is a dash."""
    told = {
        "area": rows["area_name"],
        "gaps": rows["severe"].map(_count),
        "unhelped": rows["unhelped"].map(_count),
    }
    told |= {holder: rows[holder].map(_count) for holder in ("spc", "spt", "deployed")}
    return pd.DataFrame(told | {"women": [women(row) for row in rows.itertuples(index=False)]})


def _count(amount: int) -> str:
    return formats.number(amount) if amount else NOTHING


def unhelped(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per gap under UNHELPED; gap_class and gap_points stay codes, for the badge."""
    return pd.DataFrame(
        {
            "gap": rows["mission_code"] + " · " + rows["area_name"],
            "gap_class": rows["gap_class"],
            "gap_points": rows["gap_points"],
            "elsewhere": [
                f"{formats.listed(list(row.elsewhere))} ({row.officers})"
                if row.elsewhere
                else "nowhere: nobody on record"
                for row in rows.itertuples(index=False)
            ],
        }
    )


def pools(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per pool of officers, as text under POOLS."""
    return pd.DataFrame(
        {
            "role": rows["role"],
            "area": rows["area_name"],
            "holder": [state("expertise", "holder", code) for code in rows["holder"]],
            "where": [place(code, ANY_MISSION) for code in rows["mission_code"]],
            "officers": rows["officers"].map(formats.number),
            "women": [women(row) for row in rows.itertuples(index=False)],
            "available": [
                "now" if row.is_available else f"from {formats.day(row.available_from)}"
                for row in rows.itertuples(index=False)
            ],
        }
    )


def engagements(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per engagement, as text under ENGAGEMENTS."""
    return pd.DataFrame(
        {
            "partner": rows["partner"],
            "kind": [state("engagements", "partner_kind", code) for code in rows["partner_kind"]],
            "subject": rows["subject"],
            "area": rows["area_code"].map(area),
            "where": rows["mission_code"].map(place),
            "state": [state("engagements", "state", code) for code in rows["state"]],
            "period": [period(row) for row in rows.itertuples(index=False)],
        }
    )


def lessons(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per lesson, as text under LESSONS."""
    return pd.DataFrame(
        {
            "title": rows["title"],
            "kind": [state("lessons", "lesson_kind", code) for code in rows["lesson_kind"]],
            "state": [state("lessons", "state", code) for code in rows["state"]],
            "where": rows["mission_code"].map(place),
            "area": rows["area_code"].map(area),
            "threat": rows["threat_code"].map(threat),
            "recorded": [formats.day(on) for on in rows["recorded_on"]],
        }
    )


def by_state(kind: str, rows: pd.DataFrame) -> str:
    """How many records are in which state: "5 published, 5 reviewed and 4 draft"."""
    counts = rows["state"].value_counts(sort=False)
    said = [f"{counts[code]} {state(kind, 'state', code).lower()}" for code in counts.index]
    return formats.listed(said)


def by_partner(rows: pd.DataFrame) -> str:
    """How many engagements there are with which kind of partner, most first."""
    counts = rows["partner_kind"].value_counts()
    names = {code: state("engagements", "partner_kind", code) for code in counts.index}
    return formats.listed([f"{names[code]} {counts[code]}" for code in counts.index])
