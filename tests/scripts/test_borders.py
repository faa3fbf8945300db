"""Do simplified borders still meet, and does nothing run across the antimeridian?"""

import importlib.util
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "borders.py"


@pytest.fixture(scope="module")
def borders():
    spec = importlib.util.spec_from_file_location("borders", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_border_is_the_same_from_both_sides(borders):
    border = [(0, 0), (1, 0.2), (2, 0), (3, 0.9), (4, 0)]
    there = borders.simplified_border(border, 0.5)
    assert there == [(0, 0), (2, 0), (3, 0.9), (4, 0)] or len(there) < len(border)
    assert borders.simplified_border(border[::-1], 0.5) == there[::-1]


def test_an_island_keeps_a_shape(borders):
    island = [(0, 0), (0, 0.01), (0.01, 0.01), (0.01, 0), (0, 0)]
    kept = borders.simplified(island, 10)
    assert len(kept) == 4
    assert kept[0] == kept[-1]


def test_land_across_the_antimeridian_is_split_in_two(borders):
    ring = [(178, 0), (178, 2), (182, 2), (182, 0), (178, 0)]
    west, east = sorted(
        sorted({x for x, _ in piece[0]}) for piece in borders.split_at_antimeridian([ring])
    )
    assert west == [-180, -178]
    assert east == [178, 180]


def test_land_on_one_side_stays_whole(borders):
    ring = [(10, 0), (10, 2), (12, 2), (12, 0), (10, 0)]
    assert borders.split_at_antimeridian([ring]) == [[ring]]


def test_outer_rings_run_clockwise_and_holes_the_other_way(borders):
    square = [(0, 0), (4, 0), (4, 4), (0, 4), (0, 0)]
    hole = [(1, 1), (1, 2), (2, 2), (2, 1), (1, 1)]
    outside, inside = borders.wound([square, hole])
    assert borders.turn(outside) < 0
    assert borders.turn(inside) > 0


def test_places_where_three_borders_meet_are_junctions(borders):
    arcs = [[(0, 0), (1, 1)], [(1, 1), (2, 0)], [(1, 1), (1, 2)], [(2, 0), (0, 0)]]
    assert borders.junctions(arcs) == {(1, 1)}
