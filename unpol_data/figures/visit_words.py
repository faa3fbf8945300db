"""How is each visit told: how and why it is made, when, by whom, and which sites it sees?"""

from collections.abc import Mapping

import pandas as pd

from unpol_data import reference
from unpol_data.figures import formats
from unpol_data.figures.visit_timeline import MODALITIES

VISITS = {
    "visit": "Visit",
    "state": "State",
    "how": "How, and why not in person",
    "planned": "Planned",
    "made": "Made",
    "team": "Assessors from",
    "sites": "Sites",
}
SITES = {"site": "Site", "mission": "Mission", "seen": "Last seen", "how": "How", "next": "Next"}
NOTHING = "–"
STATIONS = {"assessors_new_york": "New York", "assessors_brindisi": "Brindisi"}


def visits(rows: pd.DataFrame, site_names: Mapping[str, str]) -> pd.DataFrame:
    """One row per visit under VISITS; sites by their names where they are known."""
    told = [
        {
            "visit": row.mission_code,
            "state": reference.records.state_name("visits", "state", row.state),
            "how": _how(row),
            "planned": _days(row.planned_from, row.planned_to),
            "made": _made(row),
            "team": team(row),
            "sites": sites_of(row.site_codes, site_names),
        }
        for row in rows.itertuples(index=False)
    ]
    return pd.DataFrame(told, columns=list(VISITS))


def _how(row: tuple) -> str:
    how = MODALITIES[row.modality]
    return how if pd.isna(row.modality_reason) else f"{how}: {row.modality_reason}"


def _days(first: pd.Timestamp, last: pd.Timestamp) -> str:
    return f"{formats.day(first)} {formats.RANGE} {formats.day(last)}"


def _made(row: tuple) -> str:
    if pd.isna(row.made_from):
        return NOTHING
    if pd.isna(row.made_to):
        return f"since {formats.day(row.made_from)}"
    return _days(row.made_from, row.made_to)


def team(row: tuple) -> str:
    """The assessors by duty station: "New York 1, Brindisi 1"."""
    counts = [(name, getattr(row, column)) for column, name in STATIONS.items()]
    return ", ".join(f"{name} {int(count)}" for name, count in counts if count) or "none named"


def sites_of(codes: object, site_names: Mapping[str, str]) -> str:
    """The sites of a visit by name: "Juba, Malakal and Bor"."""
    if pd.isna(codes) or not str(codes).split():
        return "not chosen yet"
    return formats.listed([site_names.get(code, code) for code in str(codes).split()])


def sites(rows: pd.DataFrame, *, months: int) -> pd.DataFrame:
    """One row per site under SITES, those longest unseen first; `rows` as views.plan_coverage."""
    told = [
        {
            "site": row.site_name,
            "mission": row.mission_code,
            "seen": f"not in {months} months" if pd.isna(row.seen_on) else formats.day(row.seen_on),
            "how": MODALITIES.get(row.modality, NOTHING),
            "next": NOTHING
            if pd.isna(row.next_on)
            else f"{formats.day(row.next_on)}, {MODALITIES[row.next_modality].lower()}",
        }
        for row in rows.itertuples(index=False)
    ]
    return pd.DataFrame(told, columns=list(SITES))
