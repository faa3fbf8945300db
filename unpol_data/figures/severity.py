"""How severe is one crime threat for each mission, now and soon, against the last round?"""

import altair as alt
import pandas as pd

from unpol_data.figures import marks, theme
from unpol_data.figures.drawing import ROWS, Drawing, drawing, source
from unpol_data.figures.palette import Palette

COLUMNS = (
    "name",
    "now",
    "emerging",
    "previous",
    "now_words",
    "emerging_words",
    "previous_words",
    "change",
)
ROW_HEIGHT = 30
# Pixels kept free at the right edge for the change, and a level's name needs in a row of them.
CHANGE_ROOM, LEVEL_ROOM = 70, 84
NOT_RATED = "not rated"


def severity(ratings: pd.DataFrame, palette: Palette, *, levels: tuple[str, ...]) -> Drawing:
    """Severity today filled, in two to three years a triangle, in the last round hollow.

    `levels`: the names of the levels, lowest first. `ratings`: one row per mission, in the
    order to be drawn, with

        name                                 what stands at the left
        now, emerging, previous              level from 0 up; missing where not rated
        now_words, emerging_words,
        previous_words                       the same by name
        change                               words at the right edge: "▲ 1 level"

    A mission that did not rate the threat says so in words and shows no mark.
    """
    rows = marks.checked(ratings, COLUMNS)
    return drawing(
        _template, palette, levels, rows={ROWS: rows}, height=ROW_HEIGHT * max(len(rows), 1)
    )


def severity_alt(ratings: pd.DataFrame) -> str:
    """In words: each mission's level now and emerging, and its change."""
    words = []
    for row in marks.checked(ratings, COLUMNS).itertuples(index=False):
        if pd.isna(row.now):
            words.append(f"{row.name} {NOT_RATED}")
            continue
        change = f" ({row.change})" if row.change else ""
        words.append(f"{row.name} {row.now_words}{change}, emerging {row.emerging_words}")
    return f"Severity of the crime threat by mission: {'; '.join(words)}."


def _template(palette: Palette, levels: tuple[str, ...]) -> alt.LayerChart:
    base = alt.Chart(source()).encode(
        y=alt.Y("name:N", sort=None, title=None, axis=alt.Axis(labelLimit=230, labelOverlap=False)),
        tooltip=[
            alt.Tooltip("name:N", title="Mission"),
            alt.Tooltip("now_words:N", title="Today"),
            alt.Tooltip("emerging_words:N", title="In two to three years"),
            alt.Tooltip("previous_words:N", title="Last round"),
        ],
    )
    x = {field: _level(field, levels, palette) for field in ("now", "emerging", "previous")}
    path = base.mark_rule(stroke=palette.secondary_text, strokeWidth=2).encode(
        x=x["now"], x2="emerging:Q"
    )
    last = base.mark_circle(
        size=260, filled=False, opacity=1, stroke=palette.text, strokeWidth=1.5
    ).encode(x=x["previous"])
    soon = base.mark_point(
        shape="triangle-right", size=90, filled=True, opacity=1, color=palette.text
    ).encode(x=x["emerging"])
    now = base.mark_circle(size=130, opacity=1, color=palette.primary).encode(x=x["now"])
    rated = [layer.transform_filter("isValid(datum.now)") for layer in (path, last, now)]
    rated.append(soon.transform_filter("isValid(datum.emerging) && datum.emerging !== datum.now"))
    return theme.themed(alt.layer(*rated, *_words(base, palette)), palette)


def _level(field: str, levels: tuple[str, ...], palette: Palette) -> alt.X:
    """Level names on top; every other one where there is no room for all."""
    top = len(levels) - 1
    names = "[" + ",".join(f"'{level}'" for level in levels) + "][datum.value]"
    room = LEVEL_ROOM * len(levels)
    return alt.X(
        f"{field}:Q",
        title=None,
        scale=alt.Scale(
            domain=[0, top], nice=False, range=[22, alt.expr(f"width - {CHANGE_ROOM + 22}")]
        ),
        axis=alt.Axis(
            orient="top",
            grid=True,
            values=list(range(top + 1)),
            labelExpr=f"width < {room} && datum.value % 2 ? '' : {names}",
            labelColor=palette.secondary_text,
            labelFlush=False,
            labelOverlap=False,
        ),
    )


def _words(base: alt.Chart, palette: Palette) -> list[alt.Chart]:
    change = base.mark_text(
        x=alt.expr("width"), align="right", fontSize=theme.AXIS_SIZE, color=palette.text
    )
    missing = base.transform_filter("!isValid(datum.now)").transform_calculate(
        said=f"'{NOT_RATED}'"
    )
    return [
        change.encode(text="change:N"),
        missing.mark_text(
            x=6, align="left", fontSize=theme.AXIS_SIZE, color=palette.secondary_text
        ).encode(text="said:N"),
    ]
