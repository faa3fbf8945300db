"""How are the columns of a matrix named where there is room, and how where there is not?"""

import textwrap

import altair as alt
import pandas as pd

HEAD_LINE = 16
# A column needs at most this much room, in pixels, to carry its whole name, and this much a letter.
NAME_ROOM, LETTER_ROOM = 78, 9
WRAPPED_AT = 13
MANY_COLUMNS = 8


def labels(columns: pd.DataFrame) -> dict[str, str]:
    """Of each column the name in lines, the short name, and the plain name, with | between.

    Lines end above the first row. Many columns are wrapped, and on a phone their short names
    stand in two turns of lines.
    """
    many = len(columns) > MANY_COLUMNS
    wrapped = {name: _wrapped(name) if many else [name] for name in columns["column_name"]}
    deepest = max(2 if many else 1, *map(len, wrapped.values()))
    found = {}
    for turn, column in enumerate(columns.itertuples(index=False)):
        lines = wrapped[column.column_name]
        whole = [""] * (deepest - len(lines)) + lines
        short = [column.column_short, ""] if many and turn % 2 else ["", column.column_short]
        short = [""] * (deepest - 2) + (short if deepest > 1 else [column.column_short])
        parts = ["\n".join(whole), "\n".join(short), column.column_name]
        found[column.column_name] = "|".join(parts)
    return found


def _wrapped(name: str) -> list[str]:
    """A name in as few lines as it needs, and these as even as they get.

    A word too long for a line is broken with a hyphen in its middle.
    """
    name = " ".join(_broken(word) for word in name.split())
    fewest = len(textwrap.wrap(name, WRAPPED_AT, break_long_words=False))
    tried = (
        textwrap.wrap(name, width, break_long_words=False) for width in range(1, WRAPPED_AT + 1)
    )
    return next(lines for lines in tried if len(lines) <= fewest)


def _broken(word: str) -> str:
    if len(word) <= WRAPPED_AT:
        return word
    middle = len(word) // 2
    return f"{word[:middle]}- {word[middle:]}"


def room(heads: pd.Series) -> int:
    """Pixels all columns need together to carry their whole names."""
    lines = "\n".join(heads.str.partition("|")[0]).split("\n")
    return len(heads) * min(NAME_ROOM, LETTER_ROOM * max(map(len, lines)))


def axis(room: int, lines: int) -> alt.Axis:
    """Whole names where the columns have that much room together, short names elsewhere."""
    return alt.Axis(
        orient="top",
        labelAngle=0,
        labelOverlap=False,
        labelLimit=0,
        labelLineHeight=HEAD_LINE,
        labelPadding=6 + lines * HEAD_LINE,
        labelExpr=f"split(split(datum.label, '|')[width < {room} ? 1 : 0], '\\n')",
    )
