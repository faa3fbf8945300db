"""Which sites can connect, what holds the others back, and what changed in half a year?"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

import pytest

from tests.views.filing import AS_OF, FAR, HQ, TEAM, two_rounds
from unpol_data.access import LOCAL, Viewer
from unpol_data.filters import Filters
from unpol_data.store import open_store, reading
from unpol_data.views import connectivity as view


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable]:
    """Reads a view of the store with two rounds of one mission."""
    engine = open_store(f"sqlite:///{two_rounds(tmp_path_factory.getbasetemp())}")

    def of(function: Callable, *, viewer: Viewer = LOCAL, more: dict | None = None, **chosen):
        filters = Filters(**{"missions": ("UNISFA",), "as_of": AS_OF} | chosen)
        with reading(engine) as connection:
            return function(connection, filters, viewer, **(more or {}))

    yield of
    engine.dispose()


def figures(found: view.Connectivity) -> list[tuple]:
    """Value, whole and change of each key figure."""
    return [(figure.value, figure.of, figure.change) for figure in found.figures]


def test_each_site_is_judged_against_its_own_requirement(read):
    sites = read(view.connectivity).sites.set_index("site_code")
    # headquarters need 100 x 0.5 x 0.25 = 12.5 Mbit/s and have them: gap 0
    assert (sites.at[HQ, "gap_points"], sites.at[HQ, "connectivity_class"]) == (0, "good")
    # a team site needs power for 20 hours a day and has 4: gap 1 - 4/20 = 80
    assert (sites.at[TEAM, "gap_points"], sites.at[TEAM, "connectivity_class"]) == (80, "none")
    assert sites.at[TEAM, "limiting_factor"] == "power_hours_per_day"


def test_a_site_nobody_measured_is_not_known_and_not_zero(read):
    far = read(view.connectivity).sites.set_index("site_code").loc[FAR]
    assert far["connectivity_class"] == "not_known"
    assert far[["gap", "gap_points", "limiting_factor", "measured_on"]].isna().all()


def test_the_worst_class_comes_first_and_what_is_not_known_last(read):
    assert list(read(view.connectivity).sites["site_code"]) == [TEAM, HQ, FAR]


def test_the_key_figures_compare_with_half_a_year_before(read):
    found = read(view.connectivity)
    assert found.compared_on == date(2025, 9, 30)
    below, cut_off, factor, recent = figures(found)
    # below now: the team site's 60 of 260 measured; then: 200 (10 of 12.5 Mbit/s) + 60 (15 of 20 h)
    assert below == (60, 260, 60 - 260)
    assert cut_off == (1, 2, 1)
    assert factor[0] == "Power"
    assert recent == (2, 3, 0)
    assert found.figures[0].verdict() == "better"
    assert found.figures[1].verdict() == "worse"


def test_what_held_back_most_police_before_is_named(read):
    assert read(view.connectivity).figures[2].note == "60 UNPOL at 1 site · down link in Sep 2025"


def test_police_held_back_are_counted_by_limiting_factor_and_the_unknown_apart(read):
    held_back = read(view.connectivity).held_back
    assert held_back.fillna("").to_dict("records") == [
        {"limiting_factor": "power_hours_per_day", "served": 60, "site_count": 1},
        {"limiting_factor": "", "served": 30, "site_count": 1},
    ]


def test_a_mission_nobody_measured_is_listed_as_not_known(read):
    found = read(view.connectivity, missions=("UNISFA", "UNMIK"))
    assert found.not_known.to_dict("records") == [{"mission_code": "UNMIK", "site_count": 0}]


def test_the_horizon_changes_the_requirement(read):
    today = read(view.connectivity).measures
    emerging = read(view.connectivity, horizon="emerging").measures
    power = "site_code == @TEAM and measure == 'power_hours_per_day'"
    assert today.query(power)["required"].item() == 20
    assert emerging.query(power)["required"].item() == 24


def test_a_measurement_older_than_two_half_lives_is_stale_but_still_shown(read):
    sites = read(view.connectivity, as_of=date(2027, 4, 1)).sites.set_index("site_code")
    assert sites.at[TEAM, "is_stale"]
    assert not sites.at[TEAM, "is_recent"]
    assert sites.at[TEAM, "gap_points"] == 80
    assert not sites.at[FAR, "is_stale"]


def test_side_and_area_change_nothing_because_a_site_has_one_link(read):
    plain = read(view.connectivity)
    other = read(view.connectivity, side="host_state", areas=("records",), threats=("cocaine",))
    assert figures(other) == figures(plain)


def test_before_the_first_round_there_is_nothing_to_compare_with(read):
    found = read(view.connectivity, as_of=date(2025, 9, 30))
    assert [figure.change for figure in found.figures] == [None, None, None, None]
    assert read(view.connectivity, as_of=date(2025, 1, 1)).empty


def test_a_viewer_of_other_missions_sees_no_site(read):
    assert read(view.connectivity, viewer=replace(LOCAL, missions=("UNMIK",))).empty


def test_the_trend_is_that_of_the_limiting_measure_with_its_gaps(read):
    found = read(view.trend, more={"site_code": TEAM})
    assert (found.measure, found.required) == ("power_hours_per_day", 20)
    assert list(found.months["mean_value"].fillna(-1)) == [15, -1, -1, -1, -1, -1, 4]
    assert found.months["month"].iloc[0].date() == date(2025, 9, 1)


def test_a_site_nobody_measured_has_no_trend(read):
    assert read(view.trend, more={"site_code": FAR}) is None


def test_every_active_mission_of_the_sample_is_measured_or_listed(sample_store):
    with reading(sample_store) as connection:
        found = view.connectivity(connection, Filters(as_of=AS_OF), LOCAL)
    known = found.sites[found.sites["gap"].notna()]
    assert set(known["mission_code"]) | set(found.not_known["mission_code"]) == set(
        found.sites["mission_code"]
    )
    assert found.held_back["served"].sum() == (
        found.sites.query("connectivity_class != 'good'")["served"].sum()
    )
