"""Which names fit on a map, and on which side of their symbol?

Places are in pixels of the Web Mercator map at one zoom, as deck.gl draws it.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass

TILE = 512
SIDES = ("right", "left", "below", "above")
CORNERS = ("upper right", "upper left", "lower right", "lower left")
# Average width of a letter as a share of the type size, in Source Sans semibold.
LETTER = 0.51
LINE = 1.25
# Pixels between a symbol and its label.
CLEARANCE = 5


@dataclass(frozen=True)
class View:
    """What a map of this size shows: its middle and its zoom."""

    latitude: float
    longitude: float
    zoom: float
    width_px: int
    height_px: int

    def place(self, latitude: float, longitude: float) -> tuple[float, float]:
        """Pixels from the map's upper left corner."""
        size = TILE * 2**self.zoom
        x, y = mercator(latitude, longitude)
        middle_x, middle_y = mercator(self.latitude, self.longitude)
        return (
            (x - middle_x) * size + self.width_px / 2,
            (y - middle_y) * size + self.height_px / 2,
        )

    def degree_px(self) -> float:
        """Pixels across one degree of longitude."""
        return TILE * 2**self.zoom / 360


@dataclass(frozen=True)
class Box:
    """A rectangle on the screen, from its upper left to its lower right corner, in pixels."""

    left: float
    top: float
    right: float
    bottom: float

    def meets(self, other: "Box") -> bool:
        """True where both share a pixel."""
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )

    def middle(self) -> tuple[float, float]:
        """Its middle, in pixels."""
        return (self.left + self.right) / 2, (self.top + self.bottom) / 2

    def free(self, others: Sequence["Box"], view: View) -> bool:
        """True where it meets no other box and is not cut off by the map's edge."""
        across = self.left >= 0 and self.right <= view.width_px
        down = self.top >= 0 and self.bottom <= view.height_px
        return across and down and not any(self.meets(other) for other in others)


@dataclass(frozen=True)
class Label:
    """A text beside its symbol: offset, anchor and baseline in deck.gl's words."""

    text: str
    side: str
    box: Box
    offset: tuple[int, int]
    anchor: str
    baseline: str


def mercator(latitude: float, longitude: float) -> tuple[float, float]:
    """Web Mercator, 0 to 1 from the upper left corner of the world."""
    slope = math.radians(latitude)
    north = math.log(math.tan(slope) + 1 / math.cos(slope))
    return (longitude + 180) / 360, (1 - north / math.pi) / 2


def fitted(
    places: Sequence[tuple[float, float]],
    *,
    width_px: int,
    height_px: int,
    margin: tuple[float, float],
    closest: float,
) -> View:
    """The view that holds all places (latitude, longitude) with a margin for their labels."""
    points = [mercator(latitude, longitude) for latitude, longitude in places]
    west, east = min(x for x, _ in points), max(x for x, _ in points)
    north, south = min(y for _, y in points), max(y for _, y in points)
    room_x = max(width_px - 2 * margin[0], width_px / 3)
    room_y = max(height_px - 2 * margin[1], height_px / 3)
    zooms = [closest]
    if east > west:
        zooms.append(math.log2(room_x / (east - west) / TILE))
    if south > north:
        zooms.append(math.log2(room_y / (south - north) / TILE))
    middle_x, middle_y = (west + east) / 2, (north + south) / 2
    latitude = math.degrees(math.atan(math.sinh(math.pi * (1 - 2 * middle_y))))
    return View(
        latitude=round(latitude, 4),
        longitude=round(middle_x * 360 - 180, 4),
        zoom=round(min(zooms), 2),
        width_px=width_px,
        height_px=height_px,
    )


def text_size(text: str, size: float) -> tuple[float, float]:
    """About how wide and high a text is, in pixels."""
    lines = text.split("\n")
    return max(map(len, lines)) * size * LETTER, len(lines) * size * LINE


def around(x: float, y: float, wide: float, high: float) -> Box:
    """The box of a text in the middle of which a place lies."""
    return Box(x - wide / 2, y - high / 2, x + wide / 2, y + high / 2)


def bounds(points: Sequence[tuple[float, float]], *, radius: float) -> Box:
    """The box around all symbols of that radius."""
    across, down = [x for x, _ in points], [y for _, y in points]
    return Box(min(across) - radius, min(down) - radius, max(across) + radius, max(down) + radius)


def beside(area: Box, text: str, side: str, *, size: int, clearance: int = CLEARANCE) -> Label:
    """The label on one side of a symbol, or of several, in that box; offset from its middle.

    On "upper right" and the other corners it stands beside the end of that side.
    """
    (x, y), (wide, high) = area.middle(), text_size(text, size)
    half_wide, half_high = (area.right - area.left) / 2, (area.bottom - area.top) / 2
    vertical, _, horizontal = side.rpartition(" ")
    if horizontal in ("right", "left"):
        away = round(half_wide) + clearance
        down = round({"upper": -half_high, "": 0, "lower": half_high}[vertical])
        left = x + away if horizontal == "right" else x - away - wide
        box = Box(left, y + down - high / 2, left + wide, y + down + high / 2)
        offset, baseline = (away if horizontal == "right" else -away, down), "center"
        anchor = "start" if horizontal == "right" else "end"
    else:
        away = round(half_high) + clearance
        top = y + away if side == "below" else y - away - high
        box = Box(x - wide / 2, top, x + wide / 2, top + high)
        offset, anchor = (0, away if side == "below" else -away), "middle"
        baseline = "top" if side == "below" else "bottom"
    return Label(text, side, box, offset, anchor, baseline)


def decluttered(
    areas: Sequence[Box],
    choices: Sequence[Sequence[str]],
    *,
    taken: Sequence[Box],
    view: View,
    size: int,
    far: Sequence[int] = (),
) -> list[Label | None]:
    """One label per area, first areas first, or None where none of its texts fits.

    `choices` are the texts of each area, fullest first; `taken` are the boxes of all symbols;
    with `far`, a label may stand at a corner too, and so many pixels further away. A label covers
    no symbol and no other label, and is not cut off by the map's edge.
    """
    ground, sides = list(taken), (*SIDES, *CORNERS) if far else SIDES
    labels: list[Label | None] = []
    for area, texts in zip(areas, choices, strict=True):
        tried = (
            beside(area, text, side, size=size, clearance=clearance)
            for text in texts
            for clearance in (CLEARANCE, *far)
            for side in sides
        )
        free = next((label for label in tried if label.box.free(ground, view)), None)
        if free:
            ground.append(free.box)
        labels.append(free)
    return labels
