"""A table with HXL tags, CSV or workbook: the tags say what the columns hold."""

from unpol_data import reference
from unpol_data.ingest import foreign_table
from unpol_data.ingest.foreign_table import ForeignTable
from unpol_data.ingest.mapped import mapped
from unpol_data.ingest.mapping import SHEET_OF_KIND, ColumnMap, required_of
from unpol_data.ingest.raw import Raw
from unpol_data.ingest.read import Asked, Read
from unpol_data.ingest.readers.foreign import kept, needed, read_table

NAME = "table with HXL tags"
# A place and a day are tagged in many tables; with a third column of ours it is one of ours.
NEEDED_COLUMNS, COLUMNS = 2, 3


def recognises(raw: Raw) -> bool:
    """Whether one of the first rows holds HXL tags."""
    return foreign_table.tagged(foreign_table.beginning(raw)) is not None


def read(raw: Raw, asked: Asked) -> Read:
    """The rows by their tags; by a mapping where one was given or kept.

    Raises MappingNeeded where the tags are not those of one of our tables.
    """
    table = foreign_table.tagged(raw)
    if asked.mapping is not None or kept(table, asked) is not None:
        return read_table(table, asked, form=NAME)
    kinds = [asked.kind] if asked.kind in SHEET_OF_KIND else list(SHEET_OF_KIND)
    told = {kind: told_by_tags(table, kind) for kind in kinds}
    best = max(kinds, key=lambda kind: (_needed_told(told[kind]), len(told[kind].columns)))
    if _needed_told(told[best]) < NEEDED_COLUMNS or len(told[best].columns) < COLUMNS:
        raise needed(table, asked)
    return mapped(table, told[best], asked, form=NAME)


def told_by_tags(table: ForeignTable, kind: str) -> ColumnMap:
    """What the tags say the columns hold; of two for one column the more exact one."""
    by_tag = {plain_tag(tag): heading for heading, tag in reversed(table.tags.items())}
    rows = reference.table("hxl_tags")
    columns: dict[str, tuple[str, str]] = {}
    for row in rows[rows["kind"] == kind].itertuples(index=False):
        heading = by_tag.get(row.tag)
        taken = {column for column, _ in columns.values()}
        if heading is not None and heading not in columns and row.column not in taken:
            columns[heading] = (row.column, row.unit if isinstance(row.unit, str) else "")
    return ColumnMap(kind, columns)


def plain_tag(tag: str) -> str:
    """A tag without blanks and capitals, its attributes in order: "#geo +lat" is "#geo+lat"."""
    word, *attributes = "".join(tag.split()).casefold().split("+")
    return "+".join([word, *sorted(attributes)])


def _needed_told(mapping: ColumnMap) -> int:
    return len(set(required_of(mapping.kind)) & {column for column, _ in mapping.columns.values()})
