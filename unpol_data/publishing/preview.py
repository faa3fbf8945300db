"""Which figures would change if an assessment were approved or withdrawn now?"""

from dataclasses import dataclass
from datetime import date

import pandas as pd
from sqlalchemy import Connection, Engine

from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.publishing.life import acting_on_assessment
from unpol_data.publishing.publication import (
    Publication,
    Tell,
    Work,
    approval,
    changed,
    quiet,
    withdrawal,
)
from unpol_data.views.priorities import priorities

FIRST = 5
RANKED = ["rank", "mission_code", "area_code", "priority", "rank_before"]
NO_PRIORITIES = pd.DataFrame(columns=RANKED)


@dataclass(frozen=True)
class Preview:
    """What would change, worked out as for good and then taken back.

    `publication` is what the act would return. `first`: one row for each of the first five
    priorities of UNPOL today over all missions the viewer may see, on the day from which the
    change would hold, with RANKED; rank_before is missing where there was none.
    """

    publication: Publication
    first: pd.DataFrame


def preview_approval(
    engine: Engine,
    assessment_id: int,
    *,
    viewer: Viewer,
    published_on: date,
    tell: Tell = quiet,
) -> Preview:
    """What approving would change; nothing is kept. Raises what approving raises."""
    name = "approve_assessment"
    viewer.must(name)
    with acting_on_assessment(engine, name, assessment_id, viewer, None, rehearsal=True) as (
        act,
        described,
    ):
        return _rehearsed(approval(act, described, viewer, published_on), tell)


def preview_withdrawal(
    engine: Engine, assessment_id: int, *, reason: str, viewer: Viewer, tell: Tell = quiet
) -> Preview:
    """What withdrawing would change; nothing is kept. Raises what withdrawing raises."""
    name = "withdraw_assessment"
    viewer.must(name)
    with acting_on_assessment(engine, name, assessment_id, viewer, None, rehearsal=True) as (
        act,
        described,
    ):
        return _rehearsed(withdrawal(act, described, viewer, reason), tell)


def _rehearsed(work: Work, tell: Tell) -> Preview:
    """Make the change, read what there is to read, and leave it to the act to take it back."""
    connection, viewer, on = work.act.connection, work.viewer, work.from_on
    if on is None:
        return Preview(changed(work, tell=tell, rehearsal=True), NO_PRIORITIES)
    before = _ranked(connection, viewer, on)
    publication = changed(work, tell=tell, rehearsal=True)
    tell("Ranking anew", 0.9)
    after = _ranked(connection, viewer, on).head(FIRST)
    before = before[["mission_code", "area_code", "rank"]]
    before = before.rename(columns={"rank": "rank_before"})
    first = after.merge(before, how="left", on=["mission_code", "area_code"])
    return Preview(publication, first[RANKED])


def _ranked(connection: Connection, viewer: Viewer, on: date) -> pd.DataFrame:
    """The priorities there are on the day, sharpest first."""
    rows = priorities(connection, Filters(as_of=on), viewer)
    return rows[rows["priority"].notna()]
