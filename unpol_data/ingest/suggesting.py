"""What do the columns of a file of others probably hold?"""

from collections.abc import Callable, Iterable
from difflib import SequenceMatcher
from functools import cache

from unpol_data import reference
from unpol_data.ingest import units
from unpol_data.ingest.folding import folded
from unpol_data.ingest.mapping import (
    SHEET_OF_KIND,
    ColumnMap,
    Headed,
    columns_of,
    required_of,
)

# Below this two words are rather different words than one word spelt in two ways.
ALIKE = 0.82
# Words of so few letters are alike by chance.
SHORT = 3


def suggested(found: Headed, *, kind: str) -> ColumnMap:
    """For each heading the column it probably names, and the unit it names; none named twice.

    Our own column names first, then known synonyms, then names that are nearly the same
    or part of the heading.
    """
    chosen = _chosen(found, kind, (_same, _synonym, _similar, _contained))
    return ColumnMap(kind, {name: chosen[name] for name in found.headings if name in chosen})


def _chosen(
    found: Headed, kind: str, rates: Iterable[Callable[[str, list[str], str], str]]
) -> dict[str, tuple[str, str]]:
    left = list(columns_of(kind))
    chosen: dict[str, tuple[str, str]] = {}
    for rate in rates:
        for heading in found.headings:
            if heading in chosen:
                continue
            column = rate(heading, left, kind)
            if column:
                chosen[heading] = (column, units.unit_in_heading(column, heading))
                left.remove(column)
    return chosen


def kind_of(found: Headed) -> str:
    """The kind of table most of whose columns the headings name; "" where none is named."""
    named = {kind: len(_chosen(found, kind, (_same, _synonym))) for kind in SHEET_OF_KIND}
    needed = {kind: len(required_of(kind)) for kind in SHEET_OF_KIND}
    best = max(named, key=lambda kind: (named[kind], -needed[kind]))
    return best if named[best] else ""


def _same(heading: str, left: list[str], kind: str) -> str:
    return next((column for column in left if folded(column) == folded(heading)), "")


@cache
def _synonyms(kind: str) -> tuple[tuple[str, str], ...]:
    """The column and the folded heading of each known synonym."""
    rows = reference.table("column_synonyms")
    rows = rows[rows["kind"] == kind]
    return tuple((row.column, folded(row.heading)) for row in rows.itertuples(index=False))


def _without_unit(heading: str, column: str) -> str:
    """The folded heading without the unit it names: "download kbps" is "download"."""
    dropped = folded(units.BRACKETS.sub(" ", heading))
    if dropped != folded(heading):
        return dropped
    words = folded(heading).split()
    if len(words) > 1 and units.unit(column, words[-1]) is not None:
        return " ".join(words[:-1])
    return folded(heading)


def _synonym(heading: str, left: list[str], kind: str) -> str:
    said = folded(heading)
    bare = {column: _without_unit(heading, column) for column in left}
    for column, word in _synonyms(kind):
        if column in bare and word in (said, bare[column]):
            return column
    return ""


def _contained(heading: str, left: list[str], kind: str) -> str:
    """The column of the longest synonym that is part of the heading: "Date of test"."""
    said = f" {folded(heading)} "
    found = [
        (len(word), column)
        for column, word in _synonyms(kind)
        if column in left and len(word) > SHORT and f" {word} " in said
    ]
    return max(found, default=(0, ""))[1]


def _similar(heading: str, left: list[str], kind: str) -> str:
    written = [(column, folded(column)) for column in left]
    written += [(column, word) for column, word in _synonyms(kind) if column in left]
    rated = [
        (SequenceMatcher(None, folded(heading), word).ratio(), column)
        for column, word in written
        if len(word) > SHORT
    ]
    best, column = max(rated, default=(0.0, ""))
    return column if best >= ALIKE else ""
