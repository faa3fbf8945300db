"""How new is what the store says, and as of when is it read unless asked otherwise?"""

from datetime import date, datetime

from sqlalchemy import Connection, func, select

from unpol_data.access import Viewer
from unpol_data.queries.facts import COUNTED
from unpol_data.queries.summaries import seen_missions
from unpol_data.store.tables import Assessment, Revision


def current_revision(connection: Connection) -> int:
    """The number of the newest change; 0 where nothing has been recorded yet."""
    return connection.execute(select(func.max(Revision.revision))).scalar_one() or 0


def recorded_at(connection: Connection, revision: int) -> datetime:
    """When the store came to the revision, in UTC; the one before where it was never used."""
    newest = select(Revision.recorded_at).where(Revision.revision <= revision)
    return connection.execute(newest.order_by(Revision.revision.desc()).limit(1)).scalar_one()


def default_as_of(connection: Connection, viewer: Viewer, *, today: date) -> date:
    """The date figures are read at unless another is asked for.

    That is today; but where all that the viewer may see is illustrative, the day the
    newest of it was published, because a sample does not grow older.
    """
    seen = (
        Assessment.state.in_(COUNTED),
        Assessment.sensitivity <= viewer.clearance,
        seen_missions(Assessment.mission_code, (), viewer),
    )
    real = select(func.count()).select_from(Assessment).where(*seen, ~Assessment.illustrative)
    if connection.execute(real).scalar_one():
        return today
    newest = select(func.max(Assessment.published_on)).where(*seen)
    return connection.execute(newest).scalar_one() or today
