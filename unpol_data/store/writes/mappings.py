"""How is it kept what the columns of a table of others hold?"""

from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Engine, Select, insert, select

from unpol_data.store.engine import writing
from unpol_data.store.tables import ColumnMapping
from unpol_data.store.writes.acts import acting_on


def keep_mapping(
    engine: Engine,
    headings_digest: str,
    *,
    kind: str,
    column_map: Mapping,
    account: str,
    recorded_at: datetime | None = None,
) -> bool:
    """Keep a mapping for the tables of a kind with these headings; whether it is a new one.

    The newest one is used from now on; the same as the newest changes nothing.
    """
    said = dict(column_map)
    with writing(engine) as connection:
        before = connection.execute(_newest(headings_digest, kind)).scalar_one_or_none()
        if before == said:
            return False
        subject = f"{kind} {headings_digest[:12]}"
        by = {"account": account, "recorded_at": recorded_at}
        with acting_on(connection, act="keep_mapping", subject=subject, **by) as act:
            connection.execute(
                insert(ColumnMapping).values(
                    headings_digest=headings_digest,
                    kind=kind,
                    column_map=said,
                    account=account,
                    recorded_at=act.recorded_at,
                    recorded_revision=act.revision,
                )
            )
            act.before, act.after = before, said
    return True


def _newest(headings_digest: str, kind: str) -> Select:
    return (
        select(ColumnMapping.column_map)
        .where(ColumnMapping.headings_digest == headings_digest, ColumnMapping.kind == kind)
        .order_by(ColumnMapping.mapping_id.desc())
        .limit(1)
    )
