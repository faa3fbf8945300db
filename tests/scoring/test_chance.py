"""Do chance numbers depend on their name and on nothing else?"""

import numpy as np
import pytest

from unpol_data.scoring.chance import Chance


def test_a_name_has_the_same_numbers_whatever_else_is_drawn():
    alone = Chance(7, draw_count=50).uniform("item_noise", ["b"])
    among = Chance(7, draw_count=50).uniform("item_noise", ["c", "b", "a"])
    assert (among[1] == alone[0]).all()


def test_more_draws_begin_with_the_same_ones():
    few, many = (Chance(7, draw_count=count).uniform("x", ["a"])[0] for count in (10, 2000))
    assert (many[:10] == few).all()


def test_seed_group_and_name_each_change_the_numbers():
    numbers = [
        Chance(seed, draw_count=20).uniform(group, [name]).tobytes()
        for seed, group, name in ((1, "x", "a"), (2, "x", "a"), (1, "y", "a"), (1, "x", "b"))
    ]
    assert len(set(numbers)) == 4


def test_the_numbers_are_the_same_on_every_machine():
    drawn = Chance(20260331, draw_count=4).uniform("item_noise", ["UNISFA-HQ/unpol/COM-PER-1"])
    assert (drawn[0] * 65536 - 0.5).round().tolist() == [46570, 823, 20017, 3772]


def test_the_numbers_fill_the_range_evenly_and_leave_out_its_ends():
    drawn = Chance(1, draw_count=2000).uniform("x", [str(number) for number in range(100)])
    assert drawn.min() > 0
    assert drawn.max() < 1
    assert np.histogram(drawn, bins=10)[0] == pytest.approx(20_000, rel=0.03)
    assert np.abs(np.corrcoef(drawn) - np.eye(100)).max() < 0.1


def test_a_spread_lies_between_minus_one_and_one():
    drawn = Chance(1, draw_count=2000).spread("x", ["a"])
    assert -1 < drawn.min() < -0.99
    assert 0.99 < drawn.max() < 1


def test_one_group_can_be_varied_while_another_is_held_still():
    chance = Chance(1, draw_count=3, picked={"x": np.array([4, 4, 0])})
    plain = Chance(1, draw_count=5)
    assert (chance.uniform("x", ["a"]) == plain.uniform("x", ["a"])[:, [4, 4, 0]]).all()
    assert (chance.uniform("y", ["a"]) == plain.uniform("y", ["a"])[:, :3]).all()
    assert chance.realisations("x").tolist() == [4, 4, 0]
    assert chance.realisations("y").tolist() == [0, 1, 2]


def test_no_draws_at_all_are_refused():
    with pytest.raises(ValueError, match="at least 1"):
        Chance(1, draw_count=0)
    with pytest.raises(ValueError, match="not 3 draws"):
        Chance(1, draw_count=3, picked={"x": np.array([1])})
