"""Which records of expertise, requests, advice, partners and lessons hold these words?"""

import re
import unicodedata
from datetime import date

import pandas as pd
from sqlalchemy import Connection

from unpol_data import queries, reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.reference.records import RecordColumn
from unpol_data.views.expertise import KINDS

# What a reader would not look for.
LEFT_OUT = ("sensitivity", "illustrative", "women", "men")
MISSIONS = "missions"
LONGEST, BEFORE, CUT = 150, 50, "…"
Pieces = tuple[tuple[str, bool], ...]


def searchable(
    connection: Connection,
    chosen: Filters,
    viewer: Viewer,
    *,
    recorded_by: date | None = None,
) -> pd.DataFrame:
    """One row per record of KINDS that the viewer may see: kind, code, text and folded.

    `text` is all that a reader may look for, names in place of codes, the words of the record
    itself first; `folded` the same without case and accents.
    """
    found = []
    for kind in KINDS:
        rows = queries.records.records(connection, kind, chosen, viewer, as_of=recorded_by)
        key = reference.records.key(kind)[0]
        columns = _columns(kind)
        for row in rows.to_dict("records"):
            text = " · ".join(filter(None, (_said(column, row) for column in columns)))
            found.append({"kind": kind, "code": row[key], "text": text, "folded": folded(text)})
    return pd.DataFrame(found, columns=["kind", "code", "text", "folded"])


def found(rows: pd.DataFrame, asked: str) -> pd.DataFrame:
    """The records that hold every one of the words asked for, those that hold them first first.

    `rows`: as searchable. Columns kind, code and excerpt: the place of the first word as pieces
    of text, each with whether it was asked for. Nothing asked, nothing found.
    """
    wanted = tuple(dict.fromkeys(folded(asked).split()))
    if not wanted:
        return rows.iloc[:0].assign(excerpt=None)[["kind", "code", "excerpt"]]
    holds = [all(word in text for word in wanted) for text in rows["folded"]]
    rows = rows[pd.Series(holds, index=rows.index, dtype=bool)]
    first = [min(text.index(word) for word in wanted) for text in rows["folded"]]
    excerpts = [excerpt(text, wanted) for text in rows["text"]]
    rows = rows.assign(first=first, excerpt=pd.Series(excerpts, index=rows.index, dtype=object))
    rows = rows.sort_values("first", kind="stable", ignore_index=True)
    return rows[["kind", "code", "excerpt"]]


def folded(text: str) -> str:
    """The text without case and accents: "Élève" is "eleve"."""
    return "".join(_folded(character) for character in text)


def _folded(character: str) -> str:
    apart = unicodedata.normalize("NFKD", character)
    return "".join(one for one in apart if not unicodedata.combining(one)).casefold()


def excerpt(text: str, wanted: tuple[str, ...]) -> Pieces:
    """The place of the first word in the text, cut to LONGEST, the words wanted told apart."""
    # One letter may fold into several (ß is ss), so each of them remembers where it came from.
    letters = [(_folded(character), place) for place, character in enumerate(text)]
    whole = "".join(fold for fold, _ in letters)
    origin = [place for fold, place in letters for _ in fold]
    hits = sorted(
        (origin[hit.start()], origin[hit.end() - 1] + 1)
        for word in wanted
        for hit in re.finditer(re.escape(word), whole)
    )
    begin = max(0, hits[0][0] - BEFORE) if hits and len(text) > LONGEST else 0
    begin = text.rfind(" ", 0, begin) + 1
    end = min(len(text), begin + LONGEST)
    pieces, at = [], begin
    for start, stop in hits:
        start, stop = max(start, at), min(stop, end)
        if start < stop:
            pieces += [(text[at:start], False), (text[start:stop], True)]
            at = stop
    pieces.append((text[at:end] + (CUT if end < len(text) else ""), False))
    pieces.insert(0, (CUT if begin else "", False))
    return tuple(piece for piece in pieces if piece[0])


def _columns(kind: str) -> list[RecordColumn]:
    """The columns looked into: its own words first, its code and its source last."""
    last = ("source", *reference.records.key(kind))
    columns = [one for one in reference.records.columns(kind) if one.column not in LEFT_OUT]
    return sorted(columns, key=lambda one: 2 if one.column in last else one.value_kind != "text")


def _said(column: RecordColumn, row: dict) -> str:
    value = row[column.column]
    if not isinstance(value, str):
        return "" if pd.isna(value) else str(value)[:10]
    if not column.codes:
        return value
    return f"{value} {column.name(value)}" if column.list_name == MISSIONS else column.name(value)
