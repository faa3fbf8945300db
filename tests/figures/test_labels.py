"""Do labels keep clear of symbols, of one another, and of the map's edge?"""

import itertools

import pytest

from unpol_data.figures import labels


def areas(points: list[tuple[float, float]]) -> list[labels.Box]:
    return [labels.bounds([point], radius=11) for point in points]


def placed(points: list[tuple[float, float]], choices: list[list[str]], **more):
    symbols = areas(points)
    return labels.decluttered(
        symbols, choices, **{"taken": symbols, "view": view(), "size": 15} | more
    )


def view(**more) -> labels.View:
    return labels.View(
        **{"latitude": 5, "longitude": 25, "zoom": 4, "width_px": 800, "height_px": 500} | more
    )


def test_the_middle_of_the_view_is_the_middle_of_the_screen():
    assert view().place(5, 25) == pytest.approx((400, 250))


def test_one_degree_is_as_wide_as_deck_gl_draws_it():
    # 512 px for the world at zoom 0, so 512 x 16 / 360 = 22.76 px at zoom 4
    left, right = view().place(5, 25)[0], view().place(5, 26)[0]
    assert right - left == pytest.approx(22.756, abs=1e-3)
    assert view().degree_px() == pytest.approx(22.756, abs=1e-3)


def test_all_places_are_in_the_fitted_view_with_their_margin():
    places = [(4.4, 18.6), (9.6, 28.4), (-1.7, 29.2), (4.9, 31.6)]
    fitted = labels.fitted(places, width_px=810, height_px=546, margin=(110, 60), closest=6)
    for latitude, longitude in places:
        x, y = fitted.place(latitude, longitude)
        assert 109 <= x <= 701
        assert 59 <= y <= 487


def test_a_single_place_is_not_drawn_closer_than_allowed():
    fitted = labels.fitted([(42.7, 21.2)], width_px=810, height_px=546, margin=(9, 9), closest=6)
    assert (fitted.zoom, fitted.latitude, fitted.longitude) == (6, 42.7, 21.2)


def test_no_label_covers_another_label_or_a_symbol():
    points = [(300 + 14 * turn % 90, 200 + 9 * turn) for turn in range(12)]
    choices = [[f"Place {turn}\nAvailability", f"Place {turn}"] for turn in range(12)]
    found = placed(points, choices)
    shown = [label.box for label in found if label]
    assert shown
    assert not any(one.meets(other) for one, other in itertools.combinations(shown, 2))


def test_a_name_alone_is_shown_where_name_and_factor_do_not_fit():
    points = [(400, 250), (400, 280), (400, 220), (340, 250)]
    choices = [["Bouar\nlimited by a very long reason", "Bouar"], [], [], []]
    found = placed(points, choices, view=view(width_px=500))
    assert found[0].text == "Bouar"


def test_a_label_that_fits_nowhere_is_left_out():
    found = placed([(20, 10)], [["A name"]], view=view(width_px=40, height_px=20))
    assert found == [None]


def test_a_label_may_stand_at_a_corner_or_further_away_where_that_is_allowed():
    points = [(400, 250), (440, 250), (360, 250), (400, 215), (400, 285)]
    choices = [["UNMISS"], [], [], [], []]
    assert placed(points, choices)[0] is None
    assert placed(points, choices, far=(40, 80))[0].text == "UNMISS"
