"""Link measurements as Ookla and Giga hand them out, recognised by their headings."""

from collections.abc import Iterator

from unpol_data import reference
from unpol_data.ingest import foreign_table, units
from unpol_data.ingest.folding import folded
from unpol_data.ingest.foreign_table import ForeignTable
from unpol_data.ingest.mapped import mapped
from unpol_data.ingest.mapping import ColumnMap, MappingNeeded, required_of
from unpol_data.ingest.raw import Raw
from unpol_data.ingest.read import Asked, Read
from unpol_data.ingest.readers.foreign import kept, read_table

NAME = "speed tests"
KIND = "measurements"


def recognises(raw: Raw) -> bool:
    """Whether all headings that tell such a file are there."""
    table = foreign_table.headed(foreign_table.beginning(raw))
    return table is not None and bool(_shape(table))


def read(raw: Raw, asked: Asked) -> Read:
    """The rows in our columns and units; by a mapping where one was given or kept.

    Raises MappingNeeded where the file does not say which site, or which day, it is of.
    """
    table = foreign_table.headed(raw)
    if asked.mapping is not None or kept(table, asked) is not None:
        return read_table(table, asked, form=_named(table))
    mapping = told_by_headings(table)
    told = {column for column, _ in mapping.columns.values()}
    lacking = [column for column in required_of(KIND) if column not in told]
    if lacking:
        raise MappingNeeded(
            f"These are {_named(table)}, but the file does not say {' and '.join(lacking)}; give "
            "the heading that holds it, or what it is for all rows.",
            found=table.headed,
            suggested=mapping,
        )
    return mapped(table, mapping, asked, form=_named(table))


def told_by_headings(table: ForeignTable) -> ColumnMap:
    """What the headings say the columns hold; a unit in a heading goes before the usual one."""
    by_heading = {folded(heading): heading for heading in reversed(table.rows.columns)}
    columns: dict[str, tuple[str, str]] = {}
    for row in _rows_of(_shape(table)):
        heading = by_heading.get(folded(row.heading))
        taken = {column for column, _ in columns.values()}
        if heading is not None and row.column not in taken:
            usual = row.unit if isinstance(row.unit, str) else ""
            unit = units.unit_in_heading(row.column, heading) or usual
            columns[heading] = (row.column, unit)
    return ColumnMap(KIND, columns)


def _shape(table: ForeignTable) -> str:
    found = {folded(heading) for heading in table.rows.columns}
    shapes = reference.table("table_shapes")
    for shape, rows in shapes[shapes["tells"] == "yes"].groupby("shape", sort=False):
        if set(rows["heading"].map(folded)) <= found:
            return str(shape)
    return ""


def _rows_of(shape: str) -> Iterator:
    rows = reference.table("table_shapes")
    return rows[rows["shape"] == shape].itertuples(index=False)


def _named(table: ForeignTable) -> str:
    return next(_rows_of(_shape(table))).name
