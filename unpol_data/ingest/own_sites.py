"""Which of our sites do the rows of an official list of missions or sites describe?"""

import pandas as pd

from unpol_data import reference
from unpol_data.ingest import naming
from unpol_data.ingest.read import Asked
from unpol_data.ingest.refusal import SeveralMissions
from unpol_data.validation import Problem
from unpol_data.validation.cells import is_blank
from unpol_data.validation.problems import WARNING, shown

HEADQUARTERS = "mission_hq"
# What a list of places does not say, and what was held of the place stays true of.
CARRIED_OVER = ("name", "site_kind", "unpol_served", "users", "host_officers_served")
PLACE = ("latitude", "longitude")
HELD = ["site_code", "mission_code", *CARRIED_OVER, *PLACE]


def described(rows: pd.DataFrame, asked: Asked) -> tuple[pd.DataFrame, list[Problem]]:
    """The rows as rows of our sites, those of other missions than the one asked for left out.

    A row that names a mission is about its headquarters. A place the store knows by its name
    has the code it has there, a new one gets a code from its name. What a list does not say
    of a site that is held (its kind, how many it serves) is carried over, and told. Raises
    SeveralMissions where the list is of several and none was asked for.
    """
    held = pd.DataFrame() if asked.known_sites is None else asked.known_sites
    held = held.reindex(columns=HELD).drop_duplicates("site_code", keep="last")
    mission = asked.mission.strip().upper() if asked.mission else None
    rows, notes = _of_mission(_coded(rows, held, mission), mission)
    headquarters = rows["headquarters"]
    rows = rows.drop(columns="headquarters")
    rows = _filled(rows, "site_kind", headquarters.map({True: HEADQUARTERS}).astype(object))
    hq_names = reference.table("missions").set_index("mission_code")["hq_name"]
    own = rows["site_code"].map(lambda code: shown(code).partition("-")[0])
    rows = _filled(rows, "name", own.map(hq_names).where(headquarters, None))
    carried = []
    # Half a place of one list and half of another would make a third.
    nowhere = rows.reindex(columns=list(PLACE)).map(is_blank).all(axis=1)
    for column in (*CARRIED_OVER, *PLACE):
        before = rows[column].copy() if column in rows else pd.Series(None, index=rows.index)
        more = rows["site_code"].map(held.set_index("site_code")[column])
        rows = _filled(rows, column, more.where(nowhere, None) if column in PLACE else more)
        after = rows.get(column, before)
        filled = before.map(is_blank) & ~after.map(is_blank)
        carried += [column] if filled.any() and column != "name" else []
    if carried:
        words = f"not in the list and carried over from what is held: {', '.join(carried)}"
        notes.append(Problem("", None, "", "", "", words, "carried_over", WARNING))
    return rows, notes


def _filled(rows: pd.DataFrame, column: str, more: pd.Series) -> pd.DataFrame:
    """The rows with `more` where the column says nothing; no column comes of nothing."""
    more = more.astype(object).where(more.notna(), None)
    if column not in rows:
        return rows.assign(**{column: more}) if more.notna().any() else rows
    return rows.assign(**{column: rows[column].where(~rows[column].map(is_blank), more)})


def _coded(rows: pd.DataFrame, held: pd.DataFrame, mission: str | None) -> pd.DataFrame:
    """With a site code in each row where one can be told, and whether it is a headquarters."""
    none = pd.Series(None, index=rows.index, dtype=object)
    said = rows.get("site_code", none)
    named = rows.get("name", none)
    missions = naming.mission_codes(said)
    missions = missions.where(missions.notna(), naming.mission_codes(named))
    codes = naming.site_codes(said.where(~said.map(is_blank), named), held, mission)
    known = codes.isin(held["site_code"])
    points = {code: _headquarters(code, held) for code in missions.dropna().unique()}
    codes = codes.where(missions.isna() | known, missions.map(points))
    new = codes.map(is_blank) | (said.map(is_blank) & ~known & missions.isna())
    if mission:
        made = named.map(lambda name: naming.site_code_of(mission, shown(name)) or None)
        codes = codes.where(~new, made)
    else:
        codes = codes.where(~new, None)
    at_headquarters = missions.notna() & ~known
    return rows.assign(site_code=codes, headquarters=at_headquarters)


def _headquarters(mission_code: str, held: pd.DataFrame) -> str:
    """The site of the mission that is held as its headquarters, else a new one at its place."""
    own = held[(held["mission_code"] == mission_code) & (held["site_kind"] == HEADQUARTERS)]
    if len(own) == 1:
        return own["site_code"].iloc[0]
    place = reference.table("missions").set_index("mission_code").at[mission_code, "hq_name"]
    return naming.site_code_of(mission_code, place)


def _of_mission(rows: pd.DataFrame, mission: str | None) -> tuple[pd.DataFrame, list[Problem]]:
    known = reference.codes("missions")
    own = rows["site_code"].map(lambda code: shown(code).upper().partition("-")[0])
    if not mission:
        told = tuple(code for code in known if (own == code).any())
        if len(told) > 1:
            raise SeveralMissions(told)
        return rows, []
    other = own.isin(known) & (own != mission)
    if not other.any():
        return rows, []
    words = f"{int(other.sum()):,} rows of other missions than {mission} were left out"
    return rows[~other], [Problem("", None, "", "", "", words, "other_missions", WARNING)]
