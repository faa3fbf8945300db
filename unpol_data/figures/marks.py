"""Which marks do several figures share: hatch, halo, and the ink of a class?"""

import math

import altair as alt
import pandas as pd

from unpol_data.figures.palette import (
    GAP_CLASSES,
    NOT_APPLICABLE,
    NOT_ENOUGH_EVIDENCE,
    Palette,
)

CLASS_NAMES = {
    "met": "met",
    "minor": "minor",
    "moderate": "moderate",
    "large": "large",
    "critical": "critical",
    NOT_ENOUGH_EVIDENCE: "not enough evidence",
    NOT_APPLICABLE: "not applicable",
}
# Diagonals on either side of the middle of a hatched circle, that of the middle included.
STRIPES = 3
# Pixels at the top of a plot that a legend of parts takes.
LEGEND_ROOM = 30


def hatched_box(half_width: float, half_height: float, step: float) -> str:
    """SVG path of diagonals that fill a box, in units of half the mark's size."""
    slant = 2 * half_height
    feet = [index * step - half_width for index in range(int((2 * half_width - slant) / step) + 1)]
    return "".join(
        f"M{foot:.2f},{half_height:.2f}L{foot + slant:.2f},{-half_height:.2f}" for foot in feet
    )


def hatched_circle() -> str:
    """SVG path of diagonals that fill a circle of radius 1."""
    lines = []
    for index in range(-STRIPES + 1, STRIPES):
        away = index / STRIPES
        half = math.sqrt(1 - away * away)
        middle = away / math.sqrt(2)
        reach = half / math.sqrt(2)
        ends = (middle - reach, middle + reach, middle + reach, middle - reach)
        lines.append("M{:.2f},{:.2f}L{:.2f},{:.2f}".format(*ends))
    return "".join(lines)


def fill(palette: Palette, field: str = "gap_class") -> alt.Color:
    """Fill by gap class; cells without a figure are pale, those that do not apply are empty."""
    colours = {
        **palette.fills,
        NOT_ENOUGH_EVIDENCE: palette.empty_cell,
        NOT_APPLICABLE: "transparent",
    }
    return alt.Color(f"{field}:N", scale=_fixed(colours), legend=None)


def ink(palette: Palette, field: str = "gap_class") -> alt.Color:
    """Colour of the figure printed on a gap class's fill."""
    colours = {**palette.inks, NOT_APPLICABLE: palette.secondary_text}
    return alt.Color(f"{field}:N", scale=_fixed(colours), legend=None)


def part(names: list[str], palette: Palette, field: str) -> alt.Color:
    """Colour of the parts of a whole, in their order."""
    scale = alt.Scale(domain=names, range=list(palette.parts[: len(names)]))
    return alt.Color(f"{field}:N", scale=scale, legend=None)


def parts_legend(names: list[str], palette: Palette) -> list[alt.Chart]:
    """Squares with the names of the parts, in a line at the top of the plot."""
    entries = pd.DataFrame({"entry": names, "turn": range(len(names))})
    left = f"datum.turn * min(150, width / {len(names)})"
    base = alt.Chart(entries)
    middle = LEGEND_ROOM / 2
    square = base.mark_square(size=144, opacity=1, x=alt.expr(f"{left} + 7"), y=middle)
    name = base.mark_text(
        x=alt.expr(f"{left} + 18"), y=middle, align="left", baseline="middle", fontWeight=600
    )
    return [square.encode(color=part(names, palette, "entry")), name.encode(text="entry:N")]


def _fixed(colours: dict[str, str]) -> alt.Scale:
    return alt.Scale(domain=list(colours), range=list(colours.values()))


def checked(frame: pd.DataFrame, columns: tuple[str, ...]) -> pd.DataFrame:
    """The frame's needed columns, or an error that names those it lacks."""
    missing = [name for name in columns if name not in frame.columns]
    if missing:
        raise ValueError(
            f"The frame lacks {', '.join(missing)}; it has {', '.join(map(str, frame.columns))}."
        )
    if "gap_class" in columns:
        known = {*GAP_CLASSES, NOT_ENOUGH_EVIDENCE, NOT_APPLICABLE}
        unknown = sorted(set(frame["gap_class"].dropna()) - known)
        if unknown:
            raise ValueError(f"Unknown gap class: {', '.join(unknown)}; known: {sorted(known)}.")
    return frame[list(columns)].copy()
