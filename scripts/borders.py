"""How are borders made lighter without opening gaps between neighbours?"""

import math
from collections import Counter
from collections.abc import Callable
from heapq import heappop, heappush

Point = tuple[float, float]
Ring = list[Point]


def decoded_arcs(topology: dict) -> list[Ring]:
    """The arcs of a quantised topology in degrees, unwrapped where they cross 180 degrees."""
    (scale_x, scale_y), (west, south) = (
        topology["transform"]["scale"],
        topology["transform"]["translate"],
    )
    arcs = []
    for steps in topology["arcs"]:
        x = y = 0
        arc = []
        for step in steps:
            x, y = x + step[0], y + step[1]
            arc.append((x * scale_x + west, y * scale_y + south))
        arcs.append(unwrapped(arc))
    return arcs


def unwrapped(points: Ring) -> Ring:
    """The same line without a jump of a whole turn; longitudes may pass 180."""
    line = points[:1]
    for x, y in points[1:]:
        line.append((x - 360 * round((x - line[-1][0]) / 360), y))
    return line


def simplified(arc: Ring, smallest: float) -> Ring:
    """Visvalingam's line: points are dropped while their triangle is under `smallest`.

    The ends stay, so borders still meet, and a closed line keeps at least four points.
    """
    least = 4 if place(arc[0]) == place(arc[-1]) else 2
    before = [index - 1 for index in range(len(arc))]
    after = [index + 1 for index in range(len(arc))]
    inner = range(1, len(arc) - 1)
    current = {index: triangle(arc, index - 1, index, index + 1) for index in inner}
    heap: list[tuple[float, int]] = []
    for index, size in current.items():
        heappush(heap, (size, index))
    while heap and len(current) + 2 > least:
        size, index = heappop(heap)
        if size >= smallest:
            break
        if current.get(index) != size:
            continue
        del current[index]
        left, right = before[index], after[index]
        after[left], before[right] = right, left
        for side in (left, right):
            if side in current:
                current[side] = max(size, triangle(arc, before[side], side, after[side]))
                heappush(heap, (current[side], side))
    return [arc[0], *(arc[index] for index in sorted(current)), arc[-1]]


def triangle(line: Ring, first: int, middle: int, last: int) -> float:
    """Area of three points' triangle in square degrees at the equator."""
    (ax, ay), (bx, by), (cx, cy) = line[first], line[middle], line[last]
    return abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) / 2 * math.cos(math.radians(by))


def area(ring: Ring) -> float:
    """Area of a ring in square degrees at the equator."""
    return abs(turn(ring)) / 2 * math.cos(math.radians(ring[0][1]))


def turn(ring: Ring) -> float:
    """Twice the signed area of a ring: below 0 where it runs clockwise."""
    return sum(ax * by - bx * ay for (ax, ay), (bx, by) in zip(ring, ring[1:], strict=False))


def wound(rings: list[Ring]) -> list[Ring]:
    """A polygon with its outside clockwise and its holes the other way.

    On a sphere a ring wound the other way encloses the rest of the world (d3-geo).
    """
    outside = [rings[0] if turn(rings[0]) < 0 else rings[0][::-1]]
    return outside + [hole if turn(hole) > 0 else hole[::-1] for hole in rings[1:] if turn(hole)]


def junctions(arcs: list[Ring]) -> set[Point]:
    """Places where three or more borders meet; elsewhere two arcs are one border."""
    meeting = Counter(place(end) for arc in arcs for end in (arc[0], arc[-1]))
    return {point for point, borders in meeting.items() if borders > 2}


def place(point: Point) -> Point:
    """A point's identity, the same on both sides of the antimeridian."""
    return round(point[0] % 360, 4), round(point[1], 4)


def ring_of(lines: list[Ring], meeting: set[Point], smallest: list[float]) -> Ring:
    """The closed line made of arcs, each border between two junctions simplified as one.

    A border takes the finest of its arcs' thresholds, so it is the same from both sides. A
    country so small that nothing would be left keeps all its points.
    """
    start = next((i for i, line in enumerate(lines) if place(line[0]) in meeting), 0)
    ring: Ring = []
    border: Ring = []
    finest = math.inf
    for index in [*range(start, len(lines)), *range(start)]:
        if border and place(lines[index][0]) in meeting:
            ring.extend(simplified_border(border, finest)[1 if ring else 0 :])
            border, finest = [], math.inf
        border.extend(lines[index][1:] if border else lines[index])
        finest = min(finest, smallest[index])
    ring.extend(simplified_border(border, finest)[1 if ring else 0 :])
    if len(ring) < 4:
        return ring_of(lines, meeting, [0.0] * len(lines))
    return unwrapped(ring)


def simplified_border(border: Ring, smallest: float) -> Ring:
    """The same points kept whichever of two neighbours draws the border."""
    border = unwrapped(border)
    if place(border[0]) == place(border[-1]):
        first = min(range(len(border) - 1), key=lambda index: border[index])
        border = [*border[first:-1], *border[: first + 1]]
    if border[1:] and (border[0], border[1]) > (border[-1], border[-2]):
        return simplified(border[::-1], smallest)[::-1]
    return simplified(border, smallest)


def split_at_antimeridian(rings: list[Ring]) -> list[list[Ring]]:
    """One polygon per side of the 180th meridian, each within -180 to 180."""
    middle = (min(x for x, _ in rings[0]) + max(x for x, _ in rings[0])) / 2
    rings = [[(x - 360 * round(middle / 360), y) for x, y in ring] for ring in rings]
    easts = [x for x, _ in rings[0]]
    if min(easts) >= -180 and max(easts) <= 180:
        return [rings]
    edge = 180 if max(easts) > 180 else -180
    sides: list[tuple[Callable[[float], bool], int]] = [
        (lambda x: x <= edge, 360 if edge < 0 else 0),
        (lambda x: x >= edge, 0 if edge < 0 else -360),
    ]
    pieces = [
        [[(x + shift, y) for x, y in part] for ring in rings if (part := clipped(ring, edge, keep))]
        for keep, shift in sides
    ]
    return [piece for piece in pieces if piece]


def clipped(ring: Ring, edge: float, keep: Callable[[float], bool]) -> Ring:
    """The part of a ring on one side of a meridian (Sutherland and Hodgman); may be empty."""
    kept: Ring = []
    for (ax, ay), (bx, by) in zip(ring, ring[1:], strict=False):
        if keep(ax):
            kept.append((ax, ay))
        if keep(ax) != keep(bx):
            kept.append((edge, ay + (by - ay) * (edge - ax) / (bx - ax)))
    return [*kept, kept[0]] if len(kept) >= 3 else []
