"""Which mappings of columns are remembered, and when is one remembered?"""

from sqlalchemy import Connection, Engine

from unpol_data.access import Viewer
from unpol_data.ingest.mapping import ColumnMap, headings_digest, of_plain
from unpol_data.ingest.read import Asked, Read
from unpol_data.queries import mappings
from unpol_data.store.writes import keep_mapping


def known(connection: Connection, viewer: Viewer) -> dict[tuple[str, str], ColumnMap]:
    """The mappings kept, by digest of the headings and kind."""
    return {
        (row.headings_digest, row.kind): of_plain(
            row.kind, row.column_map, kept_on=row.recorded_at.date()
        )
        for row in mappings.kept(connection, viewer).itertuples(index=False)
    }


def remember(engine: Engine, asked: Asked, found: Read, viewer: Viewer) -> None:
    """Keep what the person said of the columns of this file, where they said anything."""
    if asked.mapping is None or not found.headings:
        return
    viewer.must("keep_mapping")
    keep_mapping(
        engine,
        headings_digest(found.headings),
        kind=asked.mapping.kind,
        column_map=asked.mapping.kept_form(),
        account=viewer.account,
    )
