"""What is each priority made of?"""

import altair as alt
import pandas as pd

from unpol_data.figures import formats, marks, priority_rows, theme
from unpol_data.figures.drawing import ROWS, Drawing, drawing, source
from unpol_data.figures.palette import Palette
from unpol_data.figures.priority_rows import BAR_AT, row_at

PART_COLUMNS = ("threat_part", "mandate_part", "exposure_part")
COLUMNS = ("rank", "name", "priority", "tier", "gap_points", "gap_class", *PART_COLUMNS)
PART_NAMES = ("Threat", "Mandate", "Exposure")
BAR = 20
TOTAL_SIZE, PHONE_TOTAL_SIZE = 20, 17
# Pixels kept free at the right, for the total.
TOTAL_ROOM = 50
MOST = 100


def priority_parts(priorities: pd.DataFrame, palette: Palette) -> Drawing:
    """What each priority is made of: stacked bars with the gap above and the total at right.

    `priorities`: one row per ranked priority, first rank first, with

        rank         1 act first
        name         "UNISFA · Communications and connectivity"
        priority     0 can wait, 100 act first
        tier         A, B, C or none
        gap_points   0 requirement met, 100 nothing in place
        gap_class    met ... critical
        threat_part, mandate_part, exposure_part   points of the priority, that sum up to it
    """
    rows = _rows(priorities)
    frames = {ROWS: rows, "parts": _parts(rows)}
    return drawing(
        _parts_template, palette, _highest(rows), rows=frames, height=priority_rows.height(rows)
    )


def _parts_template(palette: Palette, highest: int) -> alt.LayerChart:
    base = alt.Chart(source()).encode(tooltip=_tooltip())
    bars = (
        alt.Chart(source("parts"))
        .mark_rule(strokeWidth=BAR)
        .encode(
            y=row_at(BAR_AT),
            x=_priority(highest, palette, "begins"),
            x2="ends:Q",
            color=marks.part(list(PART_NAMES), palette, "part"),
            tooltip=[
                alt.Tooltip("title:N", title="Priority"),
                alt.Tooltip("part:N", title="Part"),
                alt.Tooltip("points:N", title="Points"),
            ],
        )
    )
    chart = alt.layer(
        priority_rows.bands(palette),
        bars,
        priority_rows.notes(base, palette, "gap_words"),
        _totals(base, palette, highest),
        *marks.parts_legend(list(PART_NAMES), palette),
    )
    return theme.themed(chart, palette)


def priority_parts_alt(priorities: pd.DataFrame) -> str:
    """In words: each priority's points from threat, mandate and exposure."""
    rows = _rows(priorities)
    words = [
        f"{row.title} {row.total}: threat {formats.number(row.threat_part)}, "
        f"mandate {formats.number(row.mandate_part)}, exposure {formats.number(row.exposure_part)}"
        for row in rows.itertuples(index=False)
    ]
    return f"What each priority is made of, in points. {'; '.join(words)}."


def _rows(priorities: pd.DataFrame) -> pd.DataFrame:
    rows = priority_rows.prepared(marks.checked(priorities, COLUMNS))
    rows["total"] = rows["priority"].map(formats.number)
    rows["gap"] = rows["gap_points"].map(formats.number)
    rows["class_name"] = rows["gap_class"].map(marks.CLASS_NAMES)
    rows["gap_words"] = [
        f"{row.rank}. gap {row.gap} {row.class_name}" for row in rows.itertuples(index=False)
    ]
    return rows


def _parts(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per priority and part, with the points it runs from and to."""
    begins = pd.Series(0.0, index=rows.index)
    parts = []
    for column, part in zip(PART_COLUMNS, PART_NAMES, strict=True):
        ends = begins + rows[column]
        points = rows[column].map(formats.number)
        parts.append(rows[["title"]].assign(part=part, begins=begins, ends=ends, points=points))
        begins = ends
    return pd.concat(parts, ignore_index=True)


def _highest(rows: pd.DataFrame) -> int:
    """End of the axis: the next 20 above the first priority."""
    return min(MOST, 20 * (int(rows["priority"].max()) // 20 + 1)) if len(rows) else MOST


def _priority(highest: int, palette: Palette, field: str = "priority") -> alt.X:
    return alt.X(
        f"{field}:Q",
        title="Priority, 0\N{EN DASH}100 = gap × importance",
        scale=alt.Scale(
            domain=[0, highest], nice=False, range=[0, alt.expr(f"width - {TOTAL_ROOM}")]
        ),
        axis=alt.Axis(
            orient="top",
            values=list(range(0, highest + 1, 20)),
            labelColor=palette.secondary_text,
            labelFlush=False,
            titleAnchor="start",
            titleAlign="left",
        ),
    )


def _totals(base: alt.Chart, palette: Palette, highest: int) -> alt.Chart:
    return base.mark_text(
        align="left",
        dx=8,
        fontSize=theme.on_phone(PHONE_TOTAL_SIZE, TOTAL_SIZE),
        fontWeight=600,
        color=palette.text,
    ).encode(y=row_at(BAR_AT), x=_priority(highest, palette), text="total:N")


def _tooltip() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("title:N", title="Priority"),
        alt.Tooltip("total:N", title="Priority, 0\N{EN DASH}100"),
        alt.Tooltip("gap:N", title="Gap, 0\N{EN DASH}100"),
        alt.Tooltip("class_name:N", title="Class"),
    ]
