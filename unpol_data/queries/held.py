"""What of a file that comes in does the store hold already?"""

import pandas as pd
from sqlalchemy import Connection, select

from unpol_data.access import Viewer
from unpol_data.queries.summaries import seen_missions
from unpol_data.store.tables import Assessment, Site, SiteFacts, Submission

WITHDRAWN = "withdrawn"
SAID = ("site_kind", "name", "closed", "unpol_served", "users", "host_officers_served") + (
    "latitude",
    "longitude",
)


def sites(connection: Connection, viewer: Viewer) -> pd.DataFrame:
    """One row per site of the viewer's missions, with what was last said of it.

    Columns site_code, mission_code, site_kind, name, closed, unpol_served, users,
    host_officers_served, latitude and longitude. Of a site that is only named where the viewer may
    not see it, code and kind alone.
    """
    said = [getattr(SiteFacts, column) for column in SAID]
    seen = (Assessment.sensitivity <= viewer.clearance).label("seen")
    query = (
        select(Site.site_code, Site.mission_code, seen, *said)
        .join(SiteFacts, SiteFacts.site_code == Site.site_code)
        .join(Assessment, Assessment.assessment_id == SiteFacts.assessment_id)
        .where(Assessment.state != WITHDRAWN, seen_missions(Site.mission_code, (), viewer))
        .order_by(seen, SiteFacts.assessment_id)
    )
    rows = pd.DataFrame(
        connection.execute(query).all(),
        columns=["site_code", "mission_code", "seen", *SAID],
        dtype="object",
    ).drop_duplicates("site_code", keep="last")
    hidden = ~rows["seen"].astype(bool)
    rows.loc[hidden, [column for column in SAID if column != "site_kind"]] = None
    return rows.drop(columns="seen")


def assessment_with(
    connection: Connection, viewer: Viewer, *, mission_code: str, content_digest: str
) -> tuple[int | None, str] | None:
    """The assessment of this mission with the same content, and its state; None for none.

    Without number and state where it is above the viewer's clearance. None too where the
    mission is not the viewer's, and where that assessment was withdrawn: its file may be
    brought again.
    """
    row = connection.execute(
        select(Assessment.assessment_id, Assessment.state, Assessment.sensitivity).where(
            seen_missions(Assessment.mission_code, (mission_code,), viewer),
            Assessment.content_digest == content_digest,
            Assessment.state != WITHDRAWN,
        )
    ).one_or_none()
    if row is None:
        return None
    return (row.assessment_id, row.state) if row.sensitivity <= viewer.clearance else (None, "")


def submissions(connection: Connection, viewer: Viewer) -> dict[tuple[str, str], int | None]:
    """The assessment that holds each submission, by its uuid and its digest; the last of several.

    Only of the viewer's missions, and not of assessments that were withdrawn. None instead of
    the number where all that hold it are above the viewer's clearance.
    """
    seen = Assessment.sensitivity <= viewer.clearance
    query = (
        select(
            Submission.submission_uuid,
            Submission.submission_digest,
            Submission.assessment_id,
            seen,
        )
        .join(Assessment, Assessment.assessment_id == Submission.assessment_id)
        .where(Assessment.state != WITHDRAWN, seen_missions(Assessment.mission_code, (), viewer))
        .order_by(seen, Submission.assessment_id)
    )
    rows = connection.execute(query)
    return {(uuid, said): number if known else None for uuid, said, number, known in rows}


def state_of(connection: Connection, viewer: Viewer, assessment_id: int) -> str:
    """The state of an assessment of the viewer's missions."""
    return connection.execute(
        select(Assessment.state).where(
            seen_missions(Assessment.mission_code, (), viewer),
            Assessment.assessment_id == assessment_id,
        )
    ).scalar_one()
