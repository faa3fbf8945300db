"""What is missing, what is merely broken, and what would it cost to close?"""

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from tests.views.filing import AS_OF, HQ, TEAM, two_rounds
from unpol_data.access import LOCAL
from unpol_data.filters import Filters
from unpol_data.store import open_store, reading
from unpol_data.views import equipment as view


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable]:
    """Reads a view of the store with two rounds of one mission."""
    engine = open_store(f"sqlite:///{two_rounds(tmp_path_factory.getbasetemp())}")

    def of(function: Callable, *, more: dict | None = None, **chosen):
        filters = Filters(**{"missions": ("UNISFA",), "as_of": AS_OF} | chosen)
        with reading(engine) as connection:
            return function(connection, filters, LOCAL, **(more or {}))

    yield of
    engine.dispose()


def test_a_surplus_at_one_site_offsets_nothing_at_another(read):
    radios = read(view.equipment).categories.set_index("category").loc["Radio"]
    # headquarters: 11 of 10 in order count as 10; team site: 4 of 10
    assert (radios["required"], radios["in_order"]) == (20, 14)
    assert (radios["never_held"], radios["unserviceable"]) == (4, 2)


def test_readiness_is_weighted_by_criticality_and_compared_with_the_round_before(read):
    ready = read(view.equipment).figures[0]
    # all three lines have criticality 5: (10/10 + 4/10 + 1/2) / 3 = .633, before (1 + .6 + .5) / 3
    assert ready.value == pytest.approx(0.6333, abs=1e-4)
    assert ready.change == 63 - 70
    assert ready.verdict() == "worse"


def test_serviceable_and_broken_are_told_apart(read):
    _, in_order, broken, _ = read(view.equipment).figures
    # in order: 10 + 4 + 1 of 22, before 10 + 6 + 1; held but unserviceable: 6 - 4, before none
    assert (in_order.value, in_order.of, in_order.change) == (15, 22, -2)
    assert (broken.value, broken.change) == (2, 2)


def test_the_cost_to_close_is_split_into_never_held_and_unserviceable(read):
    cost = read(view.equipment).figures[3]
    # 6 radios x 1,200 + 1 vehicle x 42,000; before, 4 radios and the vehicle
    assert (cost.value, cost.change) == (49_200, 2_400)
    # never held: 4 x 1,200 + 42,000; unserviceable: 2 x 1,200
    assert cost.note == "46,800 never held, 2,400 unserviceable"


def test_the_dearest_shortfall_comes_first(read):
    lines = read(view.equipment).lines
    assert list(lines["equipment_code"]) == ["patrol_vehicle", "vhf_handheld"]
    assert list(lines["cost_to_close_usd"]) == [42_000, 7_200]
    assert list(lines["sites_short"]) == [1, 1]


def test_the_serviceable_share_is_of_what_is_held(read):
    found = read(view.equipment)
    # radios: 11 + 4 serviceable of 12 + 6 held
    shares = found.categories.set_index("category")["serviceable_share"]
    assert shares["Radio"] == pytest.approx(15 / 18)
    assert found.line_share == 0.9


def test_the_area_filter_leaves_the_equipment_of_that_area(read):
    found = read(view.equipment, areas=("communications",))
    assert list(found.categories["category"]) == ["Radio"]
    assert found.figures[3].value == 7_200


def test_the_horizon_changes_nothing(read):
    assert read(view.equipment, horizon="emerging").figures == read(view.equipment).figures


def test_the_side_nobody_counted_is_empty_and_not_zero(read):
    found = read(view.equipment, side="host_state")
    assert found.empty
    assert found.figures[0].value is None
    assert found.not_counted == ("UNISFA",)


def test_the_first_round_has_nothing_to_compare_with(read):
    found = read(view.equipment, as_of=date(2025, 9, 30))
    assert [figure.change for figure in found.figures] == [None, None, None, None]
    assert found.figures[0].value == pytest.approx(0.7)


def test_the_sites_of_one_line_name_where_it_is_short(read):
    line = {"mission_code": "UNISFA", "equipment_code": "vhf_handheld"}
    sites = read(view.sites, more=line)
    assert list(sites["site_code"]) == [TEAM, HQ]
    assert list(sites["short"]) == [6, 0]
    assert list(sites["site_name"]) == ["Agok", "Abyei"]


def test_the_parts_of_the_sample_add_up_in_every_category_and_mission(sample_store):
    with reading(sample_store) as connection:
        found = view.equipment(connection, Filters(as_of=AS_OF), LOCAL)
    for groups in (found.categories, found.missions, found.lines):
        parts = groups["in_order"] + groups["unserviceable"] + groups["never_held"]
        assert (parts == groups["required"]).all()
        costs = groups["never_held_usd"] + groups["unserviceable_usd"]
        assert costs.to_numpy() == pytest.approx(groups["cost_to_close_usd"].to_numpy())
    assert found.categories["required"].sum() == found.missions["required"].sum()
