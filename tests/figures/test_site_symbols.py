"""Do symbols keep clear of each other, and near their place?"""

import itertools
import math

from unpol_data.figures import labels, site_symbols


def test_the_first_symbol_stands_on_its_place():
    assert site_symbols.side_by_side([(100, 100)], radius=11) == [(100, 100)]


def test_no_symbol_covers_another_even_in_one_town():
    points = site_symbols.side_by_side([(100, 100)] * 20, radius=11)
    apart = [math.dist(one, other) for one, other in itertools.combinations(points, 2)]
    assert min(apart) >= 22
    assert max(math.dist((100, 100), point) for point in points) < 100


def test_symbols_that_do_not_meet_stay_where_they_are():
    places = [(100, 100), (150, 100), (100, 160)]
    assert site_symbols.side_by_side(places, radius=11) == places


def test_room_kept_free_stays_free():
    name = labels.Box(111, 90, 200, 110)
    points = site_symbols.side_by_side([(100, 100), (120, 100)], radius=11, kept_free=[name])
    around = labels.around(*points[1], 22, 22)
    assert not around.meets(name)
