"""A table of others, CSV or workbook: its columns are told once and then remembered."""

from unpol_data.ingest import foreign_table, suggesting
from unpol_data.ingest.foreign_table import ForeignTable
from unpol_data.ingest.mapped import mapped
from unpol_data.ingest.mapping import (
    SHEET_OF_KIND,
    ColumnMap,
    MappingNeeded,
    columns_of,
    headings_digest,
    required_of,
)
from unpol_data.ingest.raw import Raw
from unpol_data.ingest.read import Asked, Read
from unpol_data.ingest.refusal import Refused

NAME = "table with other headings"
# More than any list of sites, counts or links has, and more than anybody goes through.
MOST_TO_TELL = 500


def recognises(raw: Raw) -> bool:
    """Whether there is any table in it at all."""
    return foreign_table.headed(foreign_table.beginning(raw)) is not None


def read(raw: Raw, asked: Asked) -> Read:
    """The rows by the mapping given, else by the one kept for the same headings.

    Raises MappingNeeded, with what the headings probably mean, where there is neither.
    """
    return read_table(foreign_table.headed(raw), asked, form=NAME)


def read_table(table: ForeignTable, asked: Asked, *, form: str) -> Read:
    """The same of a table that was found already."""
    if asked.kind is not None and asked.kind not in SHEET_OF_KIND:
        kinds = ", ".join(SHEET_OF_KIND)
        raise Refused(f"The file is a single table; it holds one of {kinds}, not {asked.kind}.")
    mapping = asked.mapping or kept(table, asked)
    if mapping is None:
        raise needed(table, asked)
    return mapped(table, mapping, asked, form=form)


def kept(table: ForeignTable, asked: Asked) -> ColumnMap | None:
    """The mapping kept for these headings and the kind asked for, or the only one kept."""
    digest = headings_digest(table.rows.columns)
    fits = [
        mapping
        for (known, kind), mapping in asked.kept_mappings.items()
        if known == digest and asked.kind in (None, kind)
    ]
    return fits[0] if len(fits) == 1 else None


def needed(table: ForeignTable, asked: Asked) -> MappingNeeded:
    """What is to be said of the columns before the table can be read."""
    found = table.headed
    if len(found.headings) > MOST_TO_TELL:
        raise Refused(
            f"The table has {len(found.headings):,} columns, and nobody has said what they hold; "
            f"of at most {MOST_TO_TELL} it can be said. Keep only those that are wanted."
        )
    kind = asked.kind or suggesting.kind_of(found)
    names = ", ".join(found.headings[:12])
    if not kind:
        return MappingNeeded(
            f"The headings do not tell what kind of table this is ({', '.join(SHEET_OF_KIND)}). "
            f"Found: {names}.",
            found=found,
            suggested=ColumnMap(""),
        )
    others = [one for one in columns_of(kind) if one not in required_of(kind)]
    return MappingNeeded(
        f"The headings are not ours; say which of them holds which column of {kind}. "
        f"Found: {names}. Needed: {', '.join(required_of(kind))}; read too: {', '.join(others)}.",
        found=found,
        suggested=suggesting.suggested(found, kind=kind),
    )
