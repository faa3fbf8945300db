"""Is a measurement getting better or worse, and does it meet its requirement?"""

import math

import altair as alt
import pandas as pd

from unpol_data.figures import formats, marks, theme
from unpol_data.figures.drawing import ROWS, Drawing, drawing, source
from unpol_data.figures.palette import Palette

COLUMNS = ("month", "mean_value")
HEIGHT = 200
FULL_PCT = 100
# A requirement nearer than this share of the axis is in the way of the last label.
NEAR = 0.25


def trend(months: pd.DataFrame, palette: Palette, *, unit: str, required: float | None) -> Drawing:
    """Line of monthly means against the dashed, labelled requirement.

    `months`: one row per month, oldest first, with

        month        first day of the month
        mean_value   mean of that month's measurements; missing breaks the line

    `unit`: the measure's unit in words: "%", "Mbit/s". `required`: None draws no requirement.
    Beneath stands "Axis starts at ..." where the axis is cut.
    """
    rows = _rows(months, unit)
    low, high = _axis_ends(rows["mean_value"], unit, required)
    frames = {ROWS: rows}
    if required is not None:
        words = f"required {formats.quantity(required, unit)}"
        frames["requirement"] = pd.DataFrame({"required": [required], "words": [words]})
    looks = (
        unit,
        low,
        high,
        _last_stands_above(rows["mean_value"], low, high, required),
        None if required is None else _named_at_right(rows["mean_value"], required),
    )
    return drawing(_template, palette, *looks, rows=frames, height=HEIGHT)


def _template(
    palette: Palette, unit: str, low: float, high: float, above: bool, at_right: bool | None
) -> alt.LayerChart:
    """Line, newest mean and requirement; `at_right` None draws no requirement."""
    value = alt.Y(
        "mean_value:Q",
        title=None,
        scale=alt.Scale(domain=[low, high], nice=False, zero=False),
        axis=alt.Axis(
            grid=True,
            tickCount=5,
            labelExpr=f"datum.label + ' {unit}'",
            labelColor=palette.secondary_text,
        ),
    )
    base = alt.Chart(source()).encode(x=_time(low, unit, palette), y=value)
    known = base.transform_filter("isValid(datum.mean_value)")
    line = base.mark_line(
        color=palette.primary, strokeWidth=2.5, invalid="break-paths-show-domains"
    )
    dots = known.mark_circle(color=palette.primary, size=70, opacity=alt.expr("datum.last ? 1 : 0"))
    layers = [line, dots.encode(tooltip=_tooltip()), *_last(known, above, palette)]
    if at_right is not None:
        layers += _requirement(at_right, palette)
    return theme.themed(alt.layer(*layers), palette)


def trend_alt(months: pd.DataFrame, *, unit: str, required: float | None) -> str:
    """In words: first and last month's mean, lowest and highest, and the requirement."""
    rows = _rows(months, unit)
    known = rows[rows["mean_value"].notna()]
    if known.empty:
        return "Monthly means: no measurement."
    first, last = known.iloc[0], known.iloc[-1]
    low, high = known["mean_value"].min(), known["mean_value"].max()
    start, _ = _axis_ends(rows["mean_value"], unit, required)
    cut = f" Axis starts at {formats.quantity(start, unit)}." if start else ""
    needed = f" Required: {formats.quantity(required, unit)}." if required is not None else ""
    return (
        f"Monthly means from {first['when']}, {first['words']}, to {last['when']}, "
        f"{last['words']}; lowest {formats.quantity(low, unit)}, "
        f"highest {formats.quantity(high, unit)}.{needed}{cut}"
    )


def _rows(months: pd.DataFrame, unit: str) -> pd.DataFrame:
    rows = marks.checked(months, COLUMNS)
    rows["month"] = pd.to_datetime(rows["month"])
    rows["when"] = rows["month"].map(formats.month)
    rows["words"] = [formats.quantity(value, unit) for value in rows["mean_value"]]
    rows["last"] = rows["month"] == rows.loc[rows["mean_value"].notna(), "month"].max()
    return rows


def _axis_ends(values: pd.Series, unit: str, required: float | None) -> tuple[float, float]:
    """Round ends of the axis. It is cut only where all values lie in its upper half."""
    known = [*values.dropna(), *([] if required is None else [required])]
    if not known or max(known) <= 0:
        return 0.0, 1.0
    low, high = min(known), max(known)
    ceiling = FULL_PCT if unit == "%" else math.inf
    step = _step(high if low <= high / 2 else high - low)
    if low <= high / 2:
        return 0.0, min(ceiling, step * math.ceil(high / step + 0.1))
    start = max(0.0, step * math.floor(low / step - 0.5))
    return start, min(ceiling, step * math.ceil(high / step + 0.1))


def _step(reach: float) -> float:
    """A round step of 1, 2 or 5 times a power of ten that divides a reach in some four parts."""
    power = 10 ** math.floor(math.log10(max(reach, 1e-9) / 4))
    return next(times * power for times in (1, 2, 5, 10) if times * power >= reach / 4)


def _time(start: float, unit: str, palette: Palette) -> alt.X:
    note = "Monthly mean of measurements."
    if start:
        note += f" Axis starts at {formats.quantity(start, unit)}."
    return alt.X(
        "month:T",
        title=note,
        axis=alt.Axis(
            format="%b %Y",
            tickCount=alt.TimeIntervalStep(interval="month", step=3),
            labelColor=palette.secondary_text,
            labelOverlap=True,
            titleAnchor="start",
            titleAlign="left",
            titlePadding=10,
        ),
    )


def _last(known: alt.Chart, above: bool, palette: Palette) -> list[alt.Chart]:
    """The newest mean in bold over a halo."""
    newest = known.transform_filter("datum.last").encode(text="words:N")
    shape = {"align": "right", "dx": 4, "dy": -16 if above else 18, "fontWeight": "bold"}
    halo = newest.mark_text(
        stroke=palette.background, strokeWidth=3, color=palette.background, **shape
    )
    return [halo, newest.mark_text(color=palette.text, **shape)]


def _last_stands_above(values: pd.Series, low: float, high: float, required: float | None) -> bool:
    """Away from the axis and a requirement that are near, else where the line does not come from.

    `low` and `high` are the ends of the axis.
    """
    values = values.dropna()
    if values.empty or values.iloc[-1] - low < (high - low) * NEAR:
        return True
    last = values.iloc[-1]
    if required is not None and abs(last - required) < (high - low) * NEAR:
        return bool(last > required)
    return len(values) > 1 and bool(last >= values.iloc[-2])


def _named_at_right(values: pd.Series, required: float) -> bool:
    """Whether the line is further from its requirement at its end than at its start."""
    values = values.dropna()
    return values.empty or bool(abs(values.iloc[-1] - required) >= abs(values.iloc[0] - required))


def _requirement(at_right: bool, palette: Palette) -> list[alt.Chart]:
    """The dashed requirement, named at one end."""
    base = alt.Chart(source("requirement")).encode(y="required:Q")
    rule = base.mark_rule(stroke=palette.text, strokeWidth=1.5, strokeDash=[5, 4])
    name = base.mark_text(
        x=alt.expr("width") if at_right else 0,
        align="right" if at_right else "left",
        dy=-9,
        fontSize=theme.AXIS_SIZE,
    )
    return [rule, name.encode(text="words:N")]


def _tooltip() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("when:N", title="Month"),
        alt.Tooltip("words:N", title="Mean"),
    ]
