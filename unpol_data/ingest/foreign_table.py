"""Where does the table of a file of others begin, and under which headings?"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from unpol_data import reference
from unpol_data.ingest.folding import folded
from unpol_data.ingest.frames import cell
from unpol_data.ingest.mapping import Headed
from unpol_data.ingest.raw import TABLE, WORKBOOK, Raw, RawSheet
from unpol_data.validation.cells import shown_whole
from unpol_data.validation.problems import shown

# Banners and notes above the headings are rarely more.
LOOKED_THROUGH = 25
TAG = re.compile(r"\s*#\s*[A-Za-z]\w*(?:\s*\+\s*\w+)*\s*")
TAGS_NEEDED = 0.5
FULL_ENOUGH = 0.6
NUMBER = re.compile(r"[-+\d.,%\s]+")
EXAMPLES = 3


@dataclass(frozen=True)
class ForeignTable:
    """One table of others: `rows` as found, under the file's own headings, by row number.

    `tags` has the HXL tag of each heading that has one. `others` are the sheets beside it
    that hold something too.
    """

    sheet: str
    rows: pd.DataFrame
    tags: dict[str, str]
    others: tuple[str, ...] = ()

    @property
    def headed(self) -> Headed:
        """The headings with a few cells below each."""
        return Headed(
            tuple(self.rows.columns),
            {name: _examples(self.rows[name]) for name in self.rows.columns},
        )


def beginning(raw: Raw) -> Raw:
    """The first rows of each sheet: enough to tell what the file is."""
    sheets = (RawSheet(one.name, one.rows and one.rows[: LOOKED_THROUGH + 1]) for one in raw.sheets)
    return Raw(raw.format, tuple(sheets))


def tagged(raw: Raw) -> ForeignTable | None:
    """The first table with a row of HXL tags; None where there is none."""
    for sheet in _with_rows(raw):
        for position, (_, cells) in enumerate(sheet.rows[:LOOKED_THROUGH]):
            if _is_tag_row(cells):
                headings = sheet.rows[position - 1][1] if position else []
                return _table(sheet, headings, position, tags=cells)
    return None


def headed(raw: Raw) -> ForeignTable | None:
    """The table of the file under its headings; None where the file holds no table.

    Of several sheets, the one with most headings that are understood, else the first.
    """
    sheets = [sheet for sheet in _with_rows(raw) if len(sheet.rows) > 1]
    if not sheets:
        return None
    known = _known_words()
    places = [_heading_row(sheet, known) for sheet in sheets]
    best = max(range(len(sheets)), key=lambda n: _hits(sheets[n].rows[places[n]][1], known))
    others = tuple(sheet.name for sheet in sheets if sheet is not sheets[best])
    headings = sheets[best].rows[places[best]][1]
    return _table(sheets[best], headings, places[best], others=others)


def _with_rows(raw: Raw) -> Iterator[RawSheet]:
    if raw.format in (TABLE, WORKBOOK):
        yield from (sheet for sheet in raw.sheets if sheet.rows)


def _is_tag_row(cells: list) -> bool:
    filled = [str(one) for one in cells if one is not None]
    tags = [one for one in filled if TAG.fullmatch(one)]
    return bool(tags) and len(tags) >= TAGS_NEEDED * len(filled)


def _known_words() -> set[str]:
    columns = reference.table("columns")["column"].map(folded)
    synonyms = reference.table("column_synonyms")["heading"].map(folded)
    return {*columns, *synonyms}


def _hits(cells: list, known: set[str]) -> int:
    return sum(isinstance(one, str) and folded(one) in known for one in cells)


def _heading_row(sheet: RawSheet, known: set[str]) -> int:
    """The position of the headings: the row with most known ones, else the first full one."""
    looked = [cells for _, cells in sheet.rows[:LOOKED_THROUGH]]
    hits = [_hits(cells, known) for cells in looked]
    if max(hits) > 1:
        return hits.index(max(hits))
    words = [
        sum(isinstance(one, str) and not NUMBER.fullmatch(one) for one in cells) for cells in looked
    ]
    return next(n for n, count in enumerate(words) if count >= FULL_ENOUGH * max(words))


def _table(
    sheet: RawSheet,
    headings: list,
    position: int,
    *,
    tags: list | None = None,
    others: tuple[str, ...] = (),
) -> ForeignTable:
    body = sheet.rows[position + 1 :]
    width = max([len(headings), len(tags or []), *(len(cells) for _, cells in body)])
    tags = [*(tags or []), *[None] * (width - len(tags or []))]
    names = _names([*headings, *[None] * (width - len(headings))], tags)
    rows = pd.DataFrame(
        [[cell(one) for one in cells] + [None] * (width - len(cells)) for _, cells in body],
        columns=names,
        index=pd.Index([number for number, _ in body], dtype="int64"),
        dtype="object",
    )
    headed_by = [one is not None for one in [*headings, *[None] * (width - len(headings))]]
    kept = [n for n in range(width) if headed_by[n] or tags[n] or rows.iloc[:, n].notna().any()]
    found = {names[n]: str(tags[n]) for n in kept if tags[n] and TAG.fullmatch(str(tags[n]))}
    return ForeignTable(sheet.name, rows.iloc[:, kept], found, others)


def _names(headings: list, tags: list) -> list[str]:
    """Each heading once: the heading, else its tag, else its place; a second one is numbered."""
    names, seen = [], Counter()
    for position, (heading, tag) in enumerate(zip(headings, tags, strict=True), start=1):
        said = " ".join(shown_whole(cell(one)) for one in [heading or tag] if one is not None)
        name = " ".join(said.split()) or f"(column {position})"
        seen[name.casefold()] += 1
        again = seen[name.casefold()]
        names.append(name if again == 1 else f"{name} ({again})")
    return names


def _examples(cells: pd.Series) -> tuple[str, ...]:
    return tuple(dict.fromkeys(shown(one) for one in cells.dropna().head(20)))[:EXAMPLES]
