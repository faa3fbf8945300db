"""Which capability is lacking, and where: by hand on three small missions, and on the sample."""

from datetime import date

import pytest

from tests.views.priority_filing import AS_OF, three_missions
from unpol_data import queries, reference
from unpol_data.access import LOCAL
from unpol_data.filters import Filters
from unpol_data.store import open_store, reading
from unpol_data.views import capability_gaps as view
from unpol_data.views.site_answers import site_answers

DAY = date(2026, 3, 31)
WAU = {"site_code": "UNMISS-WAU", "area_code": "power"}


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    engine = open_store(f"sqlite:///{three_missions(tmp_path_factory.mktemp('gaps'))}")
    yield engine
    engine.dispose()


@pytest.fixture
def look(store):
    def at(wanted=view.capability_gaps, more=None, **fields):
        with reading(store) as connection:
            chosen = Filters(
                **{"as_of": AS_OF, "missions": ("UNMIK", "UNISFA", "MINURSO")} | fields
            )
            return wanted(connection, chosen, LOCAL, **(more or {}))

    return at


@pytest.fixture
def sampled(sample_store):
    def at(wanted, more=None, **fields):
        with reading(sample_store) as connection:
            chosen = Filters(**{"as_of": DAY} | fields)
            return wanted(connection, chosen, LOCAL, **(more or {}))

    return at


def test_the_mission_with_the_largest_gap_comes_first_and_the_unknown_last(look):
    found = look()
    assert list(found.overall["mission_code"]) == ["UNISFA", "UNMIK", "MINURSO"]
    assert list(found.overall["gap_points"])[:2] == [100, 0]
    assert found.overall["gap_class"].iloc[2] == "not_enough_evidence"
    assert list(dict.fromkeys(found.cells["mission_code"])) == list(found.overall["mission_code"])


def test_every_mission_and_area_in_scope_has_a_cell(look):
    assert len(look().cells) == 3 * 13
    assert len(look(areas=("cyber", "power")).cells) == 3 * 2
    unknown = look().cells.query("mission_code == 'MINURSO'")
    assert unknown["gap_points"].isna().all()


def test_the_key_figures_count_missions_and_gaps(look):
    widespread, critical, limiting, scored = look().figures
    assert widespread.note == "large or critical in 1 of 2 missions"
    # UNISFA alone is critical, now and in its round before; MINURSO has no figure.
    assert (critical.value, critical.of, critical.change) == (1, 2, 0)
    assert limiting.value in {reference.name("dimension", c) for c in reference.codes("dimensions")}
    assert (scored.value, scored.of, scored.change) == (26, 39, 0)


def test_where_no_gap_is_large_the_figure_says_so(look):
    assert look(missions=("UNMIK",)).figures[0].value == "None"


def test_a_mission_is_shown_site_by_site_and_dimension_by_dimension(look):
    found = look(view.site_gaps, more={"mission_code": "UNISFA", "area_code": "cyber"})
    assert list(found.sites["site_code"]) == ["UNISFA-HQ"]
    assert found.mission["gap_points"] == 100
    assert len(found.dimensions) == 2 * 5
    assert set(found.dimensions["gap_points"]) == {100}
    # All five are equal: the heaviest limits, once for the mission and once for its site.
    assert found.dimensions["is_limiting"].sum() == 2


def test_the_dimension_filter_chooses_columns_and_changes_no_figure(sampled):
    where = {"mission_code": "UNMISS", "area_code": "power"}
    all_five = sampled(view.site_gaps, where)
    one = sampled(view.site_gaps, where, dimensions=("software",))
    assert set(one.dimensions["dimension_code"]) == {"software"}
    assert list(one.sites["gap_points"]) == list(all_five.sites["gap_points"])


def test_sites_come_with_the_largest_gap_first_as_the_store_has_them(sampled, sample_store):
    found = sampled(view.site_gaps, {"mission_code": "UNMISS", "area_code": "power"})
    points = found.sites["gap_points"].dropna()
    assert points.is_monotonic_decreasing
    with reading(sample_store) as connection:
        chosen = Filters(("UNMISS",), ("power",), as_of=DAY)
        stored = queries.gaps.site_gaps(connection, chosen, LOCAL).set_index("site_code")["gap"]
    assert points.iloc[0] == round(100 * stored.max())


def test_on_the_host_side_sites_without_host_police_are_not_asked(sampled):
    where = {"mission_code": "UNMISS", "area_code": "power"}
    found = sampled(view.site_gaps, where, side="host_state")
    assert set(found.sites["site_kind"]) <= {"host_station", "training_centre"}
    assert found.not_asked


def test_behind_a_site_stand_the_questions_it_is_asked_with_what_is_required(look):
    rows = look(site_answers, more={"site_code": "UNISFA-HQ", "area_code": "cyber"})
    asked = reference.table("requirements").query("side == 'unpol' and site_kind == 'mission_hq'")
    assert set(rows["item_code"]) == {c for c in asked["item_code"] if c.startswith("CYB")}
    assert set(rows["state"]) == {"answered"}
    assert set(rows["attainment"]) == {0}
    assert (rows["required_emerging"] >= rows["required_now"]).all()
    assert set(rows["round_label"]) == {"2026"}


def test_the_second_round_counts_only_from_its_publication(look):
    rows = look(
        site_answers,
        more={"site_code": "UNISFA-HQ", "area_code": "cyber"},
        as_of=date(2025, 12, 31),
    )
    assert set(rows["round_label"]) == {"2025"}


def test_what_nobody_answered_is_unknown_and_has_no_attainment(look):
    rows = look(site_answers, more={"site_code": "MINURSO-HQ", "area_code": "cyber"})
    assert set(rows["state"]) == {"unknown"}
    assert rows["attainment"].isna().all()
    assert not rows["is_stale"].any()


def test_an_old_answer_is_stale(look):
    # Half-lives are 36 months at most, and stale is older than two: over six years.
    rows = look(
        site_answers,
        more={"site_code": "UNISFA-HQ", "area_code": "cyber"},
        as_of=date(2033, 3, 31),
    )
    assert rows["is_stale"].all()


def test_attainment_follows_the_chosen_horizon(sampled):
    today = sampled(site_answers, WAU)["attainment"]
    soon = sampled(site_answers, WAU, horizon="emerging")["attainment"]
    assert (soon.dropna() <= today.dropna()).all()
    assert (soon.dropna() < today.dropna()).any()


def test_an_empty_store_has_no_gaps_to_show(empty_store):
    with reading(empty_store) as connection:
        found = view.capability_gaps(connection, Filters(as_of=DAY), LOCAL)
    assert found.empty
    assert found.figures[0].value is None


def test_bounds_hold_the_gap_and_stand_where_there_is_no_figure(sampled):
    cells = sampled(view.capability_gaps).cells
    scored = cells[cells["gap_points"].notna()]
    assert (scored["low_points"] <= scored["gap_points"]).all()
    assert (scored["gap_points"] <= scored["high_points"]).all()
    without = cells[cells["gap_points"].isna() & (cells["sites_total"] > 0)]
    assert len(without)
    assert (without["high_points"] > without["low_points"]).all()
