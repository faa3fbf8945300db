"""How firm is each rank?"""

import altair as alt
import pandas as pd

from unpol_data.figures import formats, marks, priority_rows, theme
from unpol_data.figures.drawing import ROWS, Drawing, drawing, source
from unpol_data.figures.palette import Palette

COLUMNS = (
    "rank",
    "name",
    "short_name",
    "rank_median",
    "rank_low",
    "rank_high",
    "top_share",
    "tier",
)
TIER_WORDS = {"A": "robust", "B": "contested", "C": "lower"}
BAR, DOT, LETTER_SIZE = 10, 17, 34
# Pixels kept free at the right, for the letters of the tiers.
LETTER_ROOM = 76
# Ranks named on the axis: every fifth, on a long axis every tenth.
TICK, LONG_TICK, LONG = 5, 10, 40
SHORTEST = 5
UNKNOWN = "rank range not known"


def rank_ranges(priorities: pd.DataFrame, palette: Palette, *, said: str) -> Drawing:
    """Each rank as a range under its name, over bands of the tiers A, B and C.

    `said` stands over the axis: what the bar and the dot are. `priorities`: one row per ranked
    priority, first rank first, with

        rank                 1 act first
        name                 "UNISFA · Communications and connectivity"
        short_name           "UNISFA · Communications", for a narrow screen
        rank_median          over the draws; it and those below missing where there are none
        rank_low, rank_high  ends of the interval
        top_share            share of draws in the top, 0-1
        tier                 A, B or C
    """
    rows = _rows(priorities)
    looks = (_last(rows), said)
    return drawing(_template, palette, *looks, rows={ROWS: rows}, height=priority_rows.height(rows))


def rank_ranges_alt(priorities: pd.DataFrame) -> str:
    """In words: each priority in order, with its range, median and tier."""
    words = [
        f"{row.title}, {UNKNOWN}"
        if pd.isna(row.rank_median)
        else f"{row.title}, rank {row.range}, median {row.rank_median}, tier {row.tier}"
        for row in _rows(priorities).itertuples(index=False)
    ]
    return f"Ranks and how firm they are. {'; '.join(words)}."


def _template(palette: Palette, last: int, said: str) -> alt.LayerChart:
    every = alt.Chart(source()).encode(tooltip=_tooltip())
    drawn = every.transform_filter("isValid(datum.rank_median)")
    at = priority_rows.row_at(priority_rows.BAR_AT)
    bar = drawn.mark_rule(strokeWidth=BAR, strokeCap="round").encode(
        y=at, x=_rank("rank_low", last, palette, said), x2="rank_high:Q", color=_tier(palette)
    )
    dot = drawn.mark_point(
        size=DOT**2, filled=True, fill=palette.background, stroke=palette.text, strokeWidth=2.5
    ).encode(y=at, x=_rank("rank_median", last, palette, said), opacity=alt.value(1))
    chart = alt.layer(
        priority_rows.bands(palette),
        priority_rows.names(every, palette, room=LETTER_ROOM),
        bar,
        dot,
        *_letters(palette),
        _without(every, palette),
    )
    return theme.themed(chart, palette)


def _letters(palette: Palette) -> list[alt.Chart]:
    """The letter of each band and its word, in the band's first row."""
    first = alt.Chart(source()).transform_filter("datum.opens")
    at_right = {"x": alt.expr("width - 10"), "align": "right", "baseline": "middle"}
    letter = first.mark_text(
        **at_right,
        fontSize=theme.on_phone(26, LETTER_SIZE),
        fontWeight=700,
        color=palette.text,
    )
    word = first.mark_text(
        **at_right, fontSize=theme.on_phone(13, 16), color=palette.secondary_text
    )
    return [
        letter.encode(y=priority_rows.row_at(0.36), text="tier:N"),
        word.encode(y=priority_rows.row_at(0.82), text="tier_word:N"),
    ]


def _without(base: alt.Chart, palette: Palette) -> alt.Chart:
    """Words in the place of a range that is not known."""
    rows = base.transform_filter("!isValid(datum.rank_median)")
    mark = rows.mark_text(
        x=4, align="left", baseline="middle", color=palette.secondary_text, text=UNKNOWN
    )
    return mark.encode(y=priority_rows.row_at(priority_rows.BAR_AT))


def _rows(priorities: pd.DataFrame) -> pd.DataFrame:
    rows = priority_rows.prepared(marks.checked(priorities, COLUMNS))
    rows["short_title"] = [
        f"{rank}. {name}" for rank, name in zip(rows["rank"], rows["short_name"], strict=True)
    ]
    ends = zip(rows["rank_low"], rows["rank_high"], strict=True)
    rows["range"] = [UNKNOWN if pd.isna(low) else formats.span(low, high) for low, high in ends]
    rows["tier_word"] = rows["tier"].map(TIER_WORDS)
    rows["share"] = rows["top_share"].map(formats.percent)
    return rows


def _last(rows: pd.DataFrame) -> int:
    """End of the axis: the last rank of any range, and at least the fifth."""
    highest = rows["rank_high"].max()
    return SHORTEST if pd.isna(highest) else max(int(highest), SHORTEST)


def _rank(field: str, last: int, palette: Palette, said: str) -> alt.X:
    step = TICK if last < LONG else LONG_TICK
    ticks = [1, *range(step, last + 1, step)]
    return alt.X(
        f"{field}:Q",
        title=said,
        scale=alt.Scale(
            domain=[1, last],
            nice=False,
            zero=False,
            range=[DOT / 2 + 4, alt.expr(f"width - {LETTER_ROOM + BAR}")],
        ),
        axis=alt.Axis(
            orient="top",
            values=ticks,
            format="d",
            labelColor=palette.secondary_text,
            labelFlush=False,
            titleAnchor="start",
            titleAlign="left",
            titleX=0,
        ),
    )


def _tier(palette: Palette) -> alt.Color:
    colours = {"A": palette.primary, "B": palette.parts[1], "C": palette.border}
    scale = alt.Scale(domain=list(colours), range=list(colours.values()))
    return alt.Color("tier:N", scale=scale, legend=None)


def _tooltip() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("title:N", title="Priority"),
        alt.Tooltip("range:N", title="Rank range"),
        alt.Tooltip("rank_median:Q", title="Median rank"),
        alt.Tooltip("share:N", title="In the top"),
    ]
