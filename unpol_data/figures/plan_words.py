"""How are the plan of visits, its money and its coverage told to a reader?"""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

from unpol_data import reference
from unpol_data.figures import formats
from unpol_data.figures.visit_timeline import MODALITIES

MONEY = {
    "visit": "Visit",
    "budgeted_usd": "Budgeted",
    "committed_usd": "Committed",
    "spent_usd": "Spent",
    "left_usd": "Left",
}
COVERAGE = {
    "mission_code": "Mission",
    "last": "Last assessed",
    "how": "How",
    "sites": "Sites seen",
    "answers": "Answers, by how obtained",
    "next": "Next visit",
}
CONFIDENCE = {
    "area": "Capability area",
    "now": "Without a visit",
    "planned": "As planned",
    "instead": "Instead",
}
TIMELINE = (
    "Outlined: as planned. Filled: as made. Dates in the plan are edited below; who may, are "
    "planners and administrators."
)
OF_CHOSEN = (
    "The table is of the chosen missions and of what is for no visit in particular; the key "
    "figures and warnings are of the whole plan."
)
IN_PART = (
    "These are the visits and budget lines you see; the money and time of the whole plan are for "
    "those who see all of it."
)
GRADES = "Answers of each mission's newest approved round, by the strength of their evidence."
REPLAN_NOTE = (
    "Confidence on the last day of the visit, in per cent. What is answered today is answered "
    "anew: in person as inspected, else as a remote answer. Sites outside the visit only grow "
    "older, and a hybrid visit as "
    "planned sees the first of its sites. High from 70, low under 40. Method note, section 5."
)
FINDINGS = {
    "over_budget": "**Money runs out:** what is planned and booked costs {over} more than there "
    "is.",
    "money_ends": "**Money runs out:** at {each} a visit, the {left} left pay for none more. "
    "Another visit needs {lacking} more, {lacking_support} with programme support.",
    "money_lasts": "At {each} a visit, the {left} left pay for {lasts} more.",
    "overdue": "**Late:** {mission_code} was to begin on {planned_from} and is {state}.",
    "beyond_the_plan": "**Time runs out:** the visit of {named} would end after the plan does, "
    "on {last_on}.",
    "unfiled": "**No assessment filed:** {mission_code} was visited until "
    "{made_to}; it was due on {due_on}.",
}
FIRST = {
    "money": "Money runs out before time: the days left would allow {time}.",
    "time": "Time runs out before money: the days left allow {time}.",
    "both": "Time and money allow as much: {time}.",
}


def recorded(on: date, *, chosen: bool, sample: bool) -> str:
    """Which records are shown, and from which day they are looked at."""
    if chosen:
        return f"Visits and money as they had been recorded by {formats.day(on)}, on that day."
    why = ", the newest day of the sample, which does not grow older" if sample else ""
    return f"Visits and money as recorded now, seen on {formats.day(on)}{why}."


def no_visit(on: date | None, *, of_missions: bool) -> str:
    """What to do where there is no visit; `on`: the as-of date where one is chosen."""
    said = "No visit is recorded here."
    if on is not None:
        said = (
            f"No visit had been recorded here by {formats.day(on)}. Choose a later date, or none."
        )
    if of_missions:
        return f"{said} Clear the mission filter to see the visits of others."
    return said if on else f"{said} Add one below, or import the programme workbook."


def finding(kind: str, values: Mapping[str, Any]) -> str:
    """One sentence on what to act on, in Markdown; `values` as in views.plan."""
    said: dict[str, Any] = {
        name: formats.day(value) if hasattr(value, "year") else value
        for name, value in values.items()
    }
    if "left_usd" in values:
        share = 1 + reference.parameter("programme_support_share")
        lacking = values["lacking_usd"] or 0
        said |= {
            "left": formats.money(max(0, values["left_usd"])),
            "over": formats.money(-values["left_usd"]),
            "each": formats.money(values["each_usd"]),
            "lacking": formats.money(lacking),
            "lacking_support": formats.money(lacking * share),
            "lasts": _visits(values["lasts"]),
        }
    if kind == "first_out":
        return FIRST[values["first"]].format(time=_further(values["time"]))
    if kind == "beyond_the_plan":
        said["named"] = formats.listed(list(values["missions"]))
    if kind == "overdue":
        said["state"] = _state(values["state"]).lower()
    return FINDINGS[kind].format(**said)


def _visits(count: int | None) -> str:
    return formats.count(count or 0, "visit", "visits")


def _further(count: int) -> str:
    return formats.count(count, "more visit", "more visits") if count else "no more visit"


def _state(code: str) -> str:
    return reference.records.state_name("visits", "state", code)


def money(budget: pd.DataFrame, totals: Mapping[str, Any]) -> pd.DataFrame:
    """One row per visit under MONEY, then the sum, programme support, and both together.

    Sums are of the rows shown. Of what is budgeted, committed and so on support is the share.
    """
    amounts = [name for name in MONEY if name != "visit"]
    rows = budget[amounts].assign(visit=[_visit(row) for row in budget.itertuples(index=False)])
    sums = budget[amounts].sum()
    share = totals["support_share"]
    last = [
        sums.to_dict() | {"visit": "Visits together"},
        (sums * share).to_dict() | {"visit": f"Programme support, {formats.percent(share)}"},
        (sums * (1 + share)).to_dict() | {"visit": "Total"},
    ]
    table = pd.concat([rows, pd.DataFrame(last)], ignore_index=True)
    return table.assign(**{name: table[name].map(formats.number) for name in amounts})[list(MONEY)]


def _visit(row: tuple) -> str:
    if pd.isna(row.mission_code):
        return "For no visit in particular"
    return f"{row.mission_code}, {row.planned_from:%b}, {MODALITIES[row.modality].lower()}"


def one_more(totals: Mapping[str, Any]) -> str:
    """What one more mission would cost, and on what that rests."""
    if totals["each_usd"] is None:
        return "What one more mission would cost is not known: no visit has been made and paid for."
    each = totals["each_usd"]
    support = formats.money(each * (1 + totals["support_share"]))
    return (
        f"One more mission would cost {formats.money(each)}, {support} with programme support: "
        "the mean of the visits made."
    )


def coverage(missions: pd.DataFrame) -> pd.DataFrame:
    """One row per mission under COVERAGE."""
    rows = missions.itertuples(index=False)
    told = [
        {
            "mission_code": row.mission_code,
            "last": "never" if pd.isna(row.assessed_to) else formats.day(row.assessed_to),
            "how": MODALITIES.get(row.modality, "–"),
            "sites": f"{row.sites_seen} of {row.sites_known}",
            "answers": _answers(row),
            "next": "none planned"
            if pd.isna(row.next_on)
            else f"{formats.day(row.next_on)}, {MODALITIES[row.next_modality].lower()}",
        }
        for row in rows
    ]
    return pd.DataFrame(told, columns=list(COVERAGE))


def _answers(row: tuple) -> str:
    counts = [(name, getattr(row, code)) for code, name in MODALITIES.items()]
    return ", ".join(f"{count:,} {name.lower()}" for name, count in counts if count) or "none"


def grades(evidence: pd.DataFrame) -> tuple[pd.DataFrame, dict[str, str]]:
    """One row per mission with a column per evidence grade, strongest first, and its headings."""
    names = reference.table("evidence_grades").sort_values("weight", ascending=False)
    headings = {"mission_code": "Mission"} | dict(
        zip(names["evidence_grade"], names["name"], strict=True)
    )
    table = evidence.pivot(index="mission_code", columns="evidence_grade", values="answer_count")
    table = table.reindex(columns=names["evidence_grade"]).fillna(0).astype("int64")
    return table.reset_index(), headings


def confidence(areas: pd.DataFrame) -> pd.DataFrame:
    """One row per area under CONFIDENCE: "74 high"."""
    told = {"area": [reference.name("area", code) for code in areas["area_code"]]}
    for way in ("now", "planned", "instead"):
        cells = zip(areas[way], areas[f"{way}_class"], strict=True)
        told[way] = [
            "–" if pd.isna(share) else f"{formats.round_half_up(100 * share)} {named}"
            for share, named in cells
        ]
    return pd.DataFrame(told)


def cost_of_replanning(replanned: Any) -> str:
    """What the other way costs: classes lost, and how much wider the rank ranges become."""
    how = MODALITIES[replanned.modality].lower()
    planned = MODALITIES[replanned.visit["modality"]].lower()
    if how == planned:
        return f"The visit is planned {how}. Choose another way to see what it would change."
    off = {way: formats.round_half_up(100 * share) for way, share in replanned.allowance.items()}
    turn = "wider" if off["instead"] > off["planned"] else "narrower"
    ranges = "as wide as planned" if off["instead"] == off["planned"] else f"{turn} than planned"
    return (
        f"Made {how} instead of {planned}: {_falls(replanned)} An answer may then be off by "
        f"{off['instead']} points of 100, not {off['planned']}, so this mission's rank ranges "
        f"are {ranges}. (Without a visit: {off['now']}.)"
    )


def _falls(replanned: Any) -> str:
    count = len(replanned.falls)
    if not count:
        return "no area falls to a lower class of confidence."
    areas = formats.count(count, "area falls", "areas fall")
    if not replanned.below_medium:
        return f"{areas} to a lower class of confidence, none of them under medium."
    named = [reference.short_name("area", code) for code in replanned.below_medium]
    return f"{areas} to a lower class of confidence; under medium: {formats.listed(named)}."
