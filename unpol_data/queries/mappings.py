"""What was said before of the columns of tables of others?"""

import pandas as pd
from sqlalchemy import Connection, func, select

from unpol_data.access import Viewer
from unpol_data.store.tables import ColumnMapping


def kept(connection: Connection, viewer: Viewer) -> pd.DataFrame:
    """One row per headings and kind: headings_digest, kind, column_map, account, recorded_at.

    Of several mappings for the same headings and kind, the newest. Headings say nothing of a
    mission: everybody who may read sees them all.
    """
    viewer.must("read")
    key = [ColumnMapping.headings_digest, ColumnMapping.kind]
    newest = select(func.max(ColumnMapping.mapping_id)).group_by(*key).scalar_subquery()
    columns = [*key, ColumnMapping.column_map, ColumnMapping.account, ColumnMapping.recorded_at]
    statement = select(*columns).where(ColumnMapping.mapping_id.in_(newest)).order_by(*key)
    rows = connection.execute(statement).all()
    # As objects: what a mapping says is a document, not a word.
    return pd.DataFrame(rows, columns=[column.key for column in columns], dtype=object)
