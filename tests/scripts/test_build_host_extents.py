"""Between which degrees does a host State lie?"""

import importlib.util
from pathlib import Path

import pytest

from unpol_data import reference

SCRIPT = Path(__file__).resolve().parents[2] / "scripts" / "build_host_extents.py"


@pytest.fixture(scope="module")
def build():
    spec = importlib.util.spec_from_file_location("build_host_extents", SCRIPT)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_an_extent_holds_all_parts_and_is_rounded_outwards(build):
    shape = {"coordinates": [[[[10.02, 1.04], [11, 2]]], [[[12.31, -0.55], [12, 1]]]]}
    assert build.extent(shape) == (-0.6, 2.0, 10.0, 12.4)


def test_every_host_state_has_an_extent_that_holds_the_headquarters():
    missions = reference.table("missions").dropna(subset=["host_iso3"])
    extents = reference.table("host_extents").set_index("iso3").loc[missions["host_iso3"]]
    for low, place, high in (("south", "latitude", "north"), ("west", "longitude", "east")):
        within = missions[place].to_numpy()
        assert (extents[low].to_numpy() <= within).all()
        assert (within <= extents[high].to_numpy()).all()
