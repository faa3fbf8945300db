"""What is to be done about those who can help, and who can help here, in sentences?"""

from collections.abc import Mapping

import pandas as pd

from unpol_data import reference
from unpol_data.figures import advice_words, expertise_words, formats

# So many are named before the rest is counted.
NAMED = 3
# Characters that a link on a phone has room for.
LONGEST = 52


def running_without_clearance(rows: pd.DataFrame) -> str:
    """A warning of the services that run without clearance; empty where none does.

    `rows`: those services, as views.expertise_services has them.
    """
    if rows.empty:
        return ""
    one = len(rows) == 1
    count = formats.count(len(rows), "service to host-State police runs", "services run")
    more = "" if one else " for host-State police"
    return (
        f"{count}{more} without clearance under the human rights due diligence policy: "
        f"{_services(rows)}. Pause {'it' if one else 'them'} until the assessment is done."
    )


def findings(
    areas: pd.DataFrame,
    *,
    requests: pd.DataFrame,
    unmatched: pd.DataFrame,
    uncleared: pd.DataFrame,
    unserved: pd.DataFrame,
    severe_of_host: int | None,
) -> list[tuple[str, str]]:
    """What to act on, most pressing first: a few bold words, and the rest of the sentence.

    `areas`: as views.expertise_gaps.areas; `requests`: open ones, `unmatched`: those of them
    that nobody could answer; `uncleared`: services planned without clearance; `unserved`: gaps
    of `severe_of_host` without a service.
    """
    said = [
        _nobody(areas[areas["unhelped"] == areas["severe"]]),
        _some(areas[areas["unhelped"] < areas["severe"]]),
        _requests(requests, unmatched),
        _planned(uncleared),
        _host(unserved, severe_of_host),
    ]
    return [one for one in said if one]


def _nobody(areas: pd.DataFrame) -> tuple[str, str] | None:
    """Areas with large gaps where nobody serves in the missions, nor can be sent."""
    areas = areas[areas["severe"] > 0]
    if areas.empty:
        return None
    listed = [f"{_short(row)} ({_missions(row.severe)})" for row in areas.itertuples(index=False)]
    return (
        f"Large gaps and nobody who can help: {formats.listed(listed)}.",
        "No officer with this expertise serves there or can be sent.",
    )


def _some(areas: pd.DataFrame) -> tuple[str, str] | None:
    areas = areas[areas["unhelped"] > 0]
    if areas.empty:
        return None
    listed = [
        f"{_short(row)} ({row.unhelped} of {_missions(row.severe)})"
        for row in areas.itertuples(index=False)
    ]
    return "Some missions are left without help", f"in {formats.listed(listed)}."


def _requests(requests: pd.DataFrame, unmatched: pd.DataFrame) -> tuple[str, str] | None:
    if unmatched.empty:
        return None
    named = [
        f"{row.mission_code}, {reference.short_name('area', row.area_code)} "
        f"({formats.count(int(row.waiting_days), 'day', 'days')})"
        for row in unmatched.head(NAMED).itertuples(index=False)
    ]
    of = formats.count(len(requests), "open request finds", "open requests find")
    return f"{len(unmatched)} of {of} nobody to send:", f"{_with_rest(named, len(unmatched))}."


def _planned(rows: pd.DataFrame) -> tuple[str, str] | None:
    if rows.empty:
        return None
    count = formats.count(len(rows), "planned service is", "planned services are")
    return f"{count} not cleared on human rights:", f"{_services(rows)}."


def _host(unserved: pd.DataFrame, severe: int | None) -> tuple[str, str] | None:
    if not severe or unserved.empty:
        return None
    named = [
        f"{row.mission_code}, {reference.short_name('area', row.area_code)}"
        for row in unserved.head(NAMED).itertuples(index=False)
    ]
    return (
        f"{len(unserved)} of {severe} large gaps of host-State police have no advice,",
        f"first {formats.listed(named)}.",
    )


def _services(rows: pd.DataFrame) -> str:
    named = [
        f"{row.title} ({row.mission_code}, "
        f"{expertise_words.state(advice_words.SERVICES, 'hrddp_status', row.hrddp_status).lower()})"
        for row in rows.head(NAMED).itertuples(index=False)
    ]
    return _with_rest(named, len(rows))


def _with_rest(named: list[str], count: int) -> str:
    rest = count - len(named)
    return "; ".join([*named, f"{rest} more"] if rest else named)


def _short(row: tuple) -> str:
    return reference.short_name("area", row.area_code)


def _missions(count: int) -> str:
    return formats.count(count, "mission", "missions")


def shown(count: int, *, most: int) -> str:
    """How many records were found, and whether all of them are shown."""
    found = formats.count(count, "record", "records")
    if count <= most:
        return f"{found} found."
    return f"The first {most} of {found}. Add a word to see fewer."


def about(mission_code: str, areas: tuple[str, ...]) -> str:
    """Of what the block speaks: "UNMISS, Digital forensics", "UNMISS, 9 capability areas"."""
    if len(areas) == 1:
        return f"{mission_code}, {reference.short_name('area', areas[0])}"
    return f"{mission_code}, the {len(areas)} areas with the largest gaps"


def here(*, serving: int, can_be_sent: int, requests: int, partners: int, lessons: int) -> str:
    """Who can help a mission, in one line: "3 officers serve there, 8 can be sent; ..."."""
    officers = (
        f"{formats.count(serving, 'officer', 'officers')} with the expertise on the spot"
        if serving
        else "nobody with the expertise on the spot"
    )
    sent = f"{can_be_sent} can be sent" if can_be_sent else "nobody can be sent"
    more = [
        formats.count(requests, "open request", "open requests") if requests else "",
        formats.count(partners, "partner", "partners") if partners else "",
        formats.count(lessons, "lesson published", "lessons published") if lessons else "",
    ]
    said = "; ".join([f"{officers}, {sent}", *filter(None, more)])
    return f"{said[0].upper()}{said[1:]}."


def entry(kind: str, row: Mapping) -> str:
    """One who can help, short enough for a link on a phone: "Lesson: Spare batteries"."""
    if kind == "expertise":
        if row["is_available"]:
            said = formats.count(int(row["officers"]), "officer", "officers")
        else:
            said = f"{int(row['officers'])} from {formats.day(row['available_from'])}"
        told = f"{row['role']}: {said}"
    elif kind == "engagements":
        told = f"Partner: {row['partner']}"
    else:
        told = f"Lesson: {row['title']}"
    return told if len(told) <= LONGEST else f"{told[: LONGEST - 1].rstrip()}…"
