"""What is asked at a site, what does the draft say already, and what counts now?"""

from dataclasses import dataclass

import pandas as pd
from sqlalchemy import Connection

from unpol_data import queries, reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.queries import contents


@dataclass(frozen=True)
class Form:
    """One small form: `lines` to fill in, and what is known of them.

    `read` are the draft's rows of these lines, as the store holds them; `held` those that
    count now, of approved assessments. Both have the columns of their table.
    """

    lines: pd.DataFrame
    read: pd.DataFrame
    held: pd.DataFrame


def drafts(connection: Connection, chosen: Filters, viewer: Viewer) -> pd.DataFrame:
    """One row per draft of the viewer's own of the chosen missions, the newest first."""
    rows = queries.assessments.assessments(connection, chosen, viewer)
    return rows[(rows["state"] == "draft") & (rows["imported_by"] == viewer.account)]


def sites(
    connection: Connection, chosen: Filters, viewer: Viewer, *, assessment_id: int
) -> pd.DataFrame:
    """One row per site of the one chosen mission: as the draft says, else as last said.

    The columns of site_facts; `in_draft` where the draft describes the site. Of a site that no
    approved assessment has described yet the place and the note are missing.
    """
    (mission_code,) = viewer.missions_of(chosen.missions)
    own = contents.site_facts(connection, assessment_id, viewer)
    counting = queries.facts.site_facts(
        connection, mission_code, on=chosen.as_of, clearance=viewer.clearance
    )
    known = queries.held.sites(connection, viewer)
    known = known[known["mission_code"] == mission_code].drop(columns="mission_code")
    rows = pd.concat([own.assign(in_draft=True), counting.assign(in_draft=False)])
    rows = pd.concat([rows, known.assign(in_draft=False)])
    rows = rows.drop_duplicates("site_code").drop(columns="assessment_id")
    return rows.sort_values(["name", "site_code"], ignore_index=True)


def own_site(
    connection: Connection,
    chosen: Filters,
    viewer: Viewer,
    *,
    assessment_id: int,
    site_code: str,
) -> pd.DataFrame:
    """The row in which the draft describes the site; none where it does not yet."""
    rows = contents.site_facts(connection, assessment_id, viewer)
    return rows[rows["site_code"] == site_code].reset_index(drop=True)


def asked(*, site_kind: str, side: str) -> pd.DataFrame:
    """One row per question asked of the side at this kind of site, in the profession's order."""
    wanted = reference.table("requirements")
    wanted = wanted[(wanted["site_kind"] == site_kind) & (wanted["side"] == side)]
    rows = reference.table("framework").drop(columns=["side", "source"])
    return rows[rows["item_code"].isin(wanted["item_code"])].reset_index(drop=True)


def progress(
    connection: Connection,
    chosen: Filters,
    viewer: Viewer,
    *,
    assessment_id: int,
    site_code: str,
    site_kind: str,
) -> pd.DataFrame:
    """One row per capability area: how many questions are asked, and how many have an answer.

    Whatever its state: who says that nobody knows has answered. Of the chosen side.
    """
    questions = asked(site_kind=site_kind, side=chosen.side)
    said = contents.answers(connection, assessment_id, viewer, side=chosen.side)
    said = set(said.loc[said["site_code"] == site_code, "item_code"])
    counted = questions.assign(answered=questions["item_code"].isin(said))
    areas = counted.groupby("area_code", sort=False)["answered"]
    return areas.agg(asked="size", answered="sum").reset_index()


def answers(
    connection: Connection,
    chosen: Filters,
    viewer: Viewer,
    *,
    assessment_id: int,
    site_code: str,
    site_kind: str,
    area_code: str,
) -> Form:
    """The questions of one area, of the chosen side; the answers that count at the as-of date."""
    questions = asked(site_kind=site_kind, side=chosen.side)
    lines = questions[questions["area_code"] == area_code].reset_index(drop=True)
    read = contents.answers(connection, assessment_id, viewer, side=chosen.side)
    here = (read["site_code"] == site_code) & read["item_code"].isin(lines["item_code"])
    held = queries.answers.site_answers(
        connection, site_code, area_code, chosen=chosen, viewer=viewer
    )
    return Form(lines, read[here].reset_index(drop=True), held)


def equipment(
    connection: Connection,
    chosen: Filters,
    viewer: Viewer,
    *,
    assessment_id: int,
    site_code: str,
    area_code: str,
) -> Form:
    """The equipment of one area, of the chosen side and mission; the counts that count."""
    catalogue = reference.table("equipment")
    lines = catalogue[catalogue["area_code"] == area_code].reset_index(drop=True)
    (mission_code,) = viewer.missions_of(chosen.missions)
    read = contents.equipment_lines(connection, assessment_id, viewer, side=chosen.side)
    held = queries.facts.equipment_lines(
        connection, mission_code, on=chosen.as_of, clearance=viewer.clearance
    )
    held = held[held["side"] == chosen.side]
    return Form(lines, *(_here(rows, site_code, lines) for rows in (read, held)))


def own_row(
    connection: Connection, chosen: Filters, viewer: Viewer, *, assessment_id: int
) -> pd.DataFrame:
    """The row in which the draft says what it is; the columns a person fills in."""
    rows = queries.assessments.assessment(connection, assessment_id, viewer)
    columns = reference.table("columns")
    said = columns.loc[columns["sheet"] == "assessment", "column"]
    return rows[[name for name in said if name != "mission_code"]]


def threats(connection: Connection, chosen: Filters, viewer: Viewer, *, assessment_id: int) -> Form:
    """The crime threats, for the whole chosen mission; the ratings that count."""
    (mission_code,) = viewer.missions_of(chosen.missions)
    read = contents.threat_ratings(connection, assessment_id, viewer)
    held = queries.facts.threat_ratings(
        connection, mission_code, on=chosen.as_of, clearance=viewer.clearance
    )
    return Form(reference.table("threats"), read, held)


def _here(rows: pd.DataFrame, site_code: str, lines: pd.DataFrame) -> pd.DataFrame:
    of_lines = rows["equipment_code"].isin(lines["equipment_code"])
    return rows[(rows["site_code"] == site_code) & of_lines].reset_index(drop=True)


def links(
    connection: Connection,
    chosen: Filters,
    viewer: Viewer,
    *,
    assessment_id: int,
    site_code: str,
) -> Form:
    """The measures of a link; of those that count now the newest of each measure."""
    (mission_code,) = viewer.missions_of(chosen.missions)
    read = contents.measurements(connection, assessment_id, viewer)
    held = queries.facts.measurements(
        connection, mission_code, on=chosen.as_of, clearance=viewer.clearance
    )
    held = held[held["site_code"] == site_code].sort_values("measured_on")
    held = held.drop_duplicates("measure", keep="last").reset_index(drop=True)
    read = read[read["site_code"] == site_code].reset_index(drop=True)
    return Form(reference.table("measures"), read, held)
