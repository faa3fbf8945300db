"""Whom a form is for."""

import pytest

from unpol_data import reference
from unpol_data.exports.xlsform.scope import NotAsked, scope

ANY = {"site_kind": None, "side": None, "mission_code": None, "sites": None}


def profiles(**asked: str) -> list[str]:
    return [one.code for one in scope(**(ANY | asked)).profiles]


def test_without_a_choice_every_kind_and_side_is_covered():
    required = reference.table("requirements")
    assert set(profiles()) == set(required["site_kind"] + "." + required["side"])


def test_a_kind_without_host_side_has_one_profile():
    assert profiles(site_kind="fpu_camp") == ["fpu_camp.unpol"]


def test_a_kind_with_host_side_has_both_or_the_one_asked_for():
    assert profiles(site_kind="host_station") == ["host_station.unpol", "host_station.host_state"]
    assert profiles(site_kind="host_station", side="unpol") == ["host_station.unpol"]


def test_the_host_side_alone_leaves_out_the_kinds_where_it_is_not_asked():
    assert profiles(side="host_state") == ["host_station.host_state", "training_centre.host_state"]


def test_items_are_those_required_somewhere_in_scope():
    items = scope(**(ANY | {"site_kind": "training_centre", "side": "host_state"})).items
    required = reference.table("requirements").query(
        "site_kind == 'training_centre' and side == 'host_state'"
    )
    assert set(items["item_code"]) == set(required["item_code"])


def test_the_least_answer_that_is_enough_stands_beside_the_requirement():
    rows = scope(**(ANY | {"site_kind": "mission_hq"})).requirements.set_index("item_code")
    framework = reference.table("framework").set_index("item_code")
    level = rows.loc["COM-PER-3"]
    # Required level: the next whole one from required x 4.
    assert level["enough"] - 1 < level["required"] * 4 <= level["enough"]
    assert framework.loc["COM-PER-1", "answer_type"] == "count"
    assert rows["enough"].isna()["COM-PER-1"]


def test_an_unknown_code_is_told_the_known_ones():
    with pytest.raises(NotAsked, match="'both' is not a known side; known are unpol, host_state"):
        scope(**(ANY | {"side": "both"}))
