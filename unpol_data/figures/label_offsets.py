"""Where does the label of a mission stand beside its circle, on a wide page and on a phone?"""

import math

import pandas as pd

SIDES = ("right", "left", "above", "below")
NAMES = ("dx", "dy", "align")
# On a phone labels turn inwards west of the first longitude and east of the second.
LEFT_EDGE, RIGHT_EDGE = -5, 38


def offsets(circles: pd.DataFrame) -> dict[str, list[float | str]]:
    """Of each circle the place of its label: columns wide_dx, wide_dy, wide_align, phone_dx, ...

    `circles` has label_side (one of SIDES), longitude and circle_area. dx and dy are pixels from
    the middle. They are columns of their own because whole numbers within an object reach the
    browser as BigInt, which Vega cannot add to others.
    """
    return {
        f"{screen}_{name}": [
            _placed(side_of(row), row.circle_area)[name] for row in circles.itertuples()
        ]
        for screen, side_of in (("wide", _wide_side), ("phone", _phone_side))
        for name in NAMES
    }


def _wide_side(row: tuple) -> str:
    return row.label_side


def _phone_side(row: tuple) -> str:
    """Labels that would leave a phone's screen turn inwards."""
    if row.label_side == "right" and row.longitude > RIGHT_EDGE:
        return "below"
    if row.label_side == "left" and row.longitude < LEFT_EDGE:
        return "right"
    return row.label_side


def _placed(side: str, circle_area: float) -> dict[str, float | str]:
    """Where a label's two lines stand from the circle's middle, in pixels."""
    radius = math.sqrt(circle_area) / 2
    aside = {"right": radius + 5, "left": -radius - 5}.get(side, 0)
    down = {"below": radius + 10, "above": -radius - 22}.get(side, -7)
    align = {"right": "left", "left": "right"}.get(side, "center")
    return {"dx": round(aside, 1), "dy": round(down, 1), "align": align}
