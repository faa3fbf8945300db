"""When were visits to be made, when were they made, and how?"""

from datetime import date

import altair as alt
import pandas as pd

from unpol_data.figures import formats, marks, theme
from unpol_data.figures.drawing import ROWS, Drawing, drawing, source
from unpol_data.figures.palette import Palette

COLUMNS = (
    "mission_code",
    "visit_code",
    "modality",
    "state",
    "planned_from",
    "planned_to",
    "made_from",
    "made_to",
)
MODALITIES = {"in_person": "In person", "hybrid": "Hybrid", "remote": "Remote"}
DAY = pd.Timedelta(days=1)
# Pixels of a row, and beneath the last one for the day's name.
ROW, FOOT = 64, 22
# Where a row's title stands in it, of its height from the top; the bars, in pixels from its middle.
TITLE_AT, PLANNED_AT, MADE_AT = 0.2, 0, 14
PLANNED_BAR, MADE_BAR = 11, 13
# Nearer to an end of the plan than this share of it, the day's name is written inwards.
NEAR = 0.1


def visit_timeline(
    visits: pd.DataFrame, palette: Palette, *, first_on: date, last_on: date, on: date
) -> Drawing:
    """One row per visit: outlined as planned, beneath it filled as made, by how it was made.

    `visits`: one row per visit, earliest first, with COLUMNS; a visit under way is filled up to
    `on`, whose line crosses all rows. The axis runs over the months of the plan, and further
    where a visit does.
    """
    rows = _rows(visits, on)
    start = min(pd.Timestamp(first_on), rows["from_day"].min())
    end = max(pd.Timestamp(last_on) + DAY, rows["to_day"].max())
    today = pd.DataFrame({"day": [pd.Timestamp(on)], "words": [_today(on)]})
    looks = (start.date(), end.date(), _side(on, start, end))
    height = marks.LEGEND_ROOM + ROW * len(rows) + FOOT
    return drawing(_template, palette, *looks, rows={ROWS: rows, "today": today}, height=height)


def visit_timeline_alt(visits: pd.DataFrame, *, on: date) -> str:
    """In words: each visit in order, how and when it was planned and made."""
    said = "; ".join(_rows(visits, on)["title"])
    return f"Visits on {formats.day(on)}. {said}."


def _rows(visits: pd.DataFrame, on: date) -> pd.DataFrame:
    rows = marks.checked(visits, COLUMNS).reset_index(drop=True)
    rows["modality_name"] = rows["modality"].map(MODALITIES)
    rows["title"] = [_title(row) for row in rows.itertuples(index=False)]
    begun = rows["made_from"].notna()
    rows["planned_end"] = rows["planned_to"] + DAY
    rows["made_end"] = (rows["made_to"].fillna(pd.Timestamp(on)) + DAY).where(begun)
    rows["from_day"] = rows[["planned_from", "made_from"]].min(axis=1)
    rows["to_day"] = rows[["planned_end", "made_end"]].max(axis=1)
    return rows


def _title(row: tuple) -> str:
    how = MODALITIES[row.modality].lower()
    planned = f"planned {_days(row.planned_from, row.planned_to)}"
    if row.state == "cancelled":
        return f"{row.mission_code} · cancelled, {planned}"
    if pd.isna(row.made_from):
        return f"{row.mission_code} · {how}, {planned}"
    if pd.isna(row.made_to):
        return f"{row.mission_code} · {how}, under way since {_day(row.made_from)}"
    return f"{row.mission_code} · {how}, made {_days(row.made_from, row.made_to)}"


def _day(on: pd.Timestamp) -> str:
    return f"{on.day} {on:%b}"


def _days(first: pd.Timestamp, last: pd.Timestamp) -> str:
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}{formats.RANGE}{_day(last)}"
    return f"{_day(first)} {formats.RANGE} {_day(last)}"


def _today(on: date) -> str:
    return f"on {on.day} {on:%b}"


def _side(on: date, start: pd.Timestamp, end: pd.Timestamp) -> str:
    share = (pd.Timestamp(on) - start) / (end - start)
    return "left" if share < NEAR else "right" if share > 1 - NEAR else "center"


def _template(palette: Palette, start: date, end: date, side: str) -> alt.LayerChart:
    base = alt.Chart(source()).encode(y=_row(), tooltip=_tooltip())
    planned = base.mark_bar(
        height=PLANNED_BAR,
        yOffset=PLANNED_AT,
        fill=palette.empty_cell,
        stroke=palette.hatch,
        strokeDash=[4, 3],
        strokeWidth=1.2,
    ).encode(x=_time("planned_from", start, end, palette), x2="planned_end:T")
    made = base.transform_filter("isValid(datum.made_from)").mark_bar(
        height=MADE_BAR, yOffset=MADE_AT, stroke=palette.text, strokeWidth=0.5
    )
    made = made.encode(
        x=_time("made_from", start, end, palette),
        x2="made_end:T",
        color=marks.part(list(MODALITIES.values()), palette, "modality_name"),
    )
    title = base.mark_text(
        x=0,
        align="left",
        baseline="middle",
        fontWeight=600,
        fontSize=theme.on_phone(theme.AXIS_SIZE, theme.LABEL_SIZE),
        limit=alt.expr("width"),
    ).encode(y=_row(TITLE_AT), text="title:N")
    legend = marks.parts_legend(list(MODALITIES.values()), palette)
    chart = alt.layer(planned, made, *_today_marks(palette, start, end, side), title, *legend)
    return theme.themed(chart, palette)


def _today_marks(palette: Palette, start: date, end: date, side: str) -> list[alt.Chart]:
    """The day's line over all rows, and its name beneath it."""
    base = alt.Chart(source("today")).encode(x=_time("day", start, end, palette))
    rule = base.mark_rule(
        stroke=palette.primary,
        strokeWidth=1.5,
        y=marks.LEGEND_ROOM,
        y2=alt.expr(f"height - {FOOT}"),
    )
    name = base.mark_text(
        y=alt.expr("height - 9"),
        align=side,
        baseline="middle",
        color=palette.primary,
        fontWeight=600,
        fontSize=theme.AXIS_SIZE,
    )
    return [rule, name.encode(text="words:N")]


def _row(position: float | None = None) -> alt.Y:
    """The place of a mark in its visit's row, from 0 (top) to 1; the middle unless given."""
    room = [marks.LEGEND_ROOM, alt.expr(f"height - {FOOT}")]
    scale = alt.Scale(paddingInner=0, paddingOuter=0, range=room)
    more = {} if position is None else {"bandPosition": position}
    return alt.Y("visit_code:N", sort=None, title=None, axis=None, scale=scale, **more)


def _time(field: str, start: date, end: date, palette: Palette) -> alt.X:
    days = [alt.DateTime(year=day.year, month=day.month, date=day.day) for day in (start, end)]
    return alt.X(
        f"{field}:T",
        title=None,
        scale=alt.Scale(domain=days, nice=False),
        axis=alt.Axis(
            orient="top",
            format="%b",
            grid=True,
            tickCount=alt.TimeIntervalStep(interval="month", step=1),
            labelAlign="left",
            labelColor=palette.secondary_text,
        ),
    )


def _tooltip() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("visit_code:N", title="Visit"),
        alt.Tooltip("title:N", title="As it is"),
        alt.Tooltip("planned_from:T", title="Planned from", format="%-d %b %Y"),
        alt.Tooltip("planned_to:T", title="Planned to", format="%-d %b %Y"),
    ]
