"""The stored draws of each mission and area."""

from datetime import date

import numpy as np
import pytest

from unpol_data.queries.draws import gap_draws
from unpol_data.store import reading
from unpol_data.store.packing import packed

MARCH = date(2026, 3, 1)


def row(area_code: str, gap: float, *, draws: int = 4, **more) -> dict:
    """One stored row, all of whose draws of the gap are the same."""
    return {
        "clearance": 2,
        "side": "unpol",
        "horizon": "today",
        "area_code": area_code,
        "seed": 7,
        "draw_count": draws,
        "gap_draws": packed(np.full(draws, gap)),
        "exposure_draws": packed(np.full(draws, 1.0)),
    } | more


@pytest.fixture
def read(store, chosen, viewer):
    """Read the draws with some filters, as somebody who may see everything."""

    def of(who=None, **fields):
        with reading(store) as connection:
            return gap_draws(connection, chosen(**fields), who or viewer())

    return of


def test_the_draws_stand_in_the_order_of_the_rows(tell, read):
    tell("gap_draws", [row("power", 0.75), row("cyber", 0.25)])
    found = read()
    assert found.rows["area_code"].tolist() == ["cyber", "power"]
    assert found.rows["mission_code"].tolist() == ["UNMISS", "UNMISS"]
    assert found.rows["seed"].tolist() == [7, 7]
    assert found.gaps.shape == (2, 4)
    assert found.gaps[:, 0].tolist() == pytest.approx([0.25, 0.75], abs=1e-5)
    assert (found.exposures == 1).all()
    assert not {"gap_draws", "exposure_draws"} & set(found.rows)


def test_only_what_is_chosen_and_may_be_seen_is_read(tell, read, viewer):
    rows = [row("cyber", 0.5), row("power", 0.5, horizon="emerging")]
    tell("gap_draws", [*rows, row("power", 0.5, clearance=1)])
    assert read().rows["area_code"].tolist() == ["cyber"]
    assert read(horizon="emerging").rows["area_code"].tolist() == ["power"]
    assert read(areas=("power",)).rows.empty
    assert read(side="host_state").rows.empty
    assert read(viewer(clearance=1)).rows["area_code"].tolist() == ["power"]
    assert read(viewer("MINUSCA")).rows.empty


def test_draws_are_those_that_hold_on_the_as_of_date(tell, read):
    tell("gap_draws", [row("cyber", 0.5)], from_on=date(2025, 3, 1))
    tell("gap_draws", [row("cyber", 0.25)], from_on=MARCH)
    assert read(as_of=date(2025, 6, 1)).gaps[0, 0] == pytest.approx(0.5, abs=1e-5)
    assert read(as_of=MARCH).gaps[0, 0] == pytest.approx(0.25, abs=1e-5)
    assert read(as_of=date(2025, 1, 1)).rows.empty


def test_where_some_have_fewer_draws_only_those_all_have_are_read(tell, read):
    tell("gap_draws", [row("cyber", 0.5, draws=6), row("power", 0.5, draws=3)])
    assert read().gaps.shape == read().exposures.shape == (2, 3)


def test_an_empty_store_has_no_draws(read):
    found = read()
    assert found.rows.empty
    assert "area_code" in found.rows
    assert found.gaps.shape == (0, 0)
