"""What is said of requests for expertise and of advice to host-State police?"""

import pandas as pd

from unpol_data.figures import expertise_words, formats

REQUESTS, SERVICES = "expertise_requests", "advisory_services"
WAITING = {
    "where": "Mission",
    "area": "Capability area",
    "asked": "Asked",
    "waiting": "Waits",
    "answer": "Who could answer",
}
ANSWERED = {
    "where": "Mission",
    "area": "Capability area",
    "asked": "Asked",
    "state": "State",
    "holder": "By",
    "period": "Deployment",
}
ADVICE = {
    "title": "Service",
    "where": "Mission",
    "area": "Capability area",
    "threat": "Crime threat",
    "state": "State",
    "clearance": "Human rights due diligence",
    "period": "Period",
}
UNSERVED = {"gap": "Mission and area", "gap_class": "Gap of the host-State police"}
ALARMS = {"under_way": "▲ Runs without clearance:", "planned": "△ Not cleared:"}


def waiting(rows: pd.DataFrame, matches: pd.DataFrame) -> pd.DataFrame:
    """One row per open request, as text under WAITING."""
    return pd.DataFrame(
        {
            "where": rows["mission_code"],
            "area": rows["area_name"],
            "asked": [formats.day(on) for on in rows["asked_on"]],
            "waiting": [formats.count(int(days), "day", "days") for days in rows["waiting_days"]],
            "answer": [
                answer(row, matches[matches["request_code"] == row.request_code])
                for row in rows.itertuples(index=False)
            ],
        },
        columns=list(WAITING),
    )


def answer(request: tuple, matches: pd.DataFrame) -> str:
    """Who could answer one request, from when, and to whom they are promised already."""
    if len(matches):
        return "; ".join(_match(row) for row in matches.itertuples(index=False))
    nobody = "Nobody who can be sent."
    if not request.serving_in:
        return f"{nobody} No such officers are on record."
    return f"{nobody} Such officers serve in {formats.listed(list(request.serving_in))}."


def _match(row: tuple) -> str:
    holder = expertise_words.state("expertise", "holder", row.holder)
    officers = formats.count(int(row.women + row.men), "officer", "officers")
    said = f"{holder}: {row.role}, {officers}"
    if not row.is_in_time:
        said += f", only from {formats.day(row.available_from)}"
    return f"{said}; promised to {formats.listed(list(row.promised))}" if row.promised else said


def answered(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per request that is no longer open, as text under ANSWERED."""
    return pd.DataFrame(
        {
            "where": rows["mission_code"],
            "area": rows["area_name"],
            "asked": [formats.day(on) for on in rows["asked_on"]],
            "state": [expertise_words.state(REQUESTS, "state", code) for code in rows["state"]],
            "holder": [
                expertise_words.state(REQUESTS, "holder", code)
                if isinstance(code, str)
                else expertise_words.NOTHING
                for code in rows["holder"]
            ],
            "period": [
                f"{expertise_words.period(row)}{': over, close it' if row.is_over else ''}"
                for row in rows.itertuples(index=False)
            ],
        },
        columns=list(ANSWERED),
    )


def advice(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per service, as text under ADVICE; what lacks clearance says so first."""
    return pd.DataFrame(
        {
            "title": rows["title"],
            "where": rows["mission_code"],
            "area": rows["area_name"],
            "threat": rows["threat_code"].map(expertise_words.threat),
            "state": [expertise_words.state(SERVICES, "state", code) for code in rows["state"]],
            "clearance": [clearance(row) for row in rows.itertuples(index=False)],
            "period": [expertise_words.period(row) for row in rows.itertuples(index=False)],
        },
        columns=list(ADVICE),
    )


def clearance(row: tuple) -> str:
    """Where the due diligence stands, with a mark where the service should not go on so."""
    said = expertise_words.state(SERVICES, "hrddp_status", row.hrddp_status)
    return f"{ALARMS[row.alarm]} {said.lower()}" if row.alarm else said


def unserved(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per gap under UNSERVED; gap_class and gap_points stay codes, for the badge."""
    return pd.DataFrame(
        {
            "gap": rows["mission_code"] + " · " + rows["area_name"],
            "gap_class": rows["gap_class"],
            "gap_points": rows["gap_points"],
        }
    )
