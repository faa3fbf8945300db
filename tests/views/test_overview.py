"""Does the overview say what the store holds?"""

from datetime import date

import pytest

from unpol_data.access import LOCAL, Viewer
from unpol_data.filters import Filters
from unpol_data.store import reading
from unpol_data.views import overview, priorities, sites

DAY = date(2026, 3, 31)


@pytest.fixture
def look(sample_store):
    def at(viewer: Viewer = LOCAL, **fields) -> overview.Overview:
        with reading(sample_store) as connection:
            return overview.overview(connection, Filters(**{"as_of": DAY} | fields), viewer)

    return at


def test_the_gap_over_missions_can_be_repeated_from_the_map(look):
    found = look()
    scored = found.missions.dropna(subset="gap_points")
    weighted = sum(row.gap_points * row.served for row in scored.itertuples())
    assert found.figures[1].value == round(weighted / scored["served"].sum())


def test_a_mission_without_enough_evidence_is_listed_and_not_scored(look):
    missions = look().missions.set_index("mission_code")
    without = missions[missions["gap_points"].isna()]
    assert {"MINURSO", "UNTMIS"} <= set(without.index)
    assert set(without["gap_class"]) == {"not_enough_evidence"}


def test_the_sharpest_priorities_head_the_ranking(look, sample_store):
    found = look().sharpest
    with reading(sample_store) as connection:
        ranked = priorities.priorities(connection, Filters(as_of=DAY), LOCAL).head(5)
    assert len(found) == 5
    assert found["area_code"].tolist() == ranked["area_code"].tolist()
    assert found["mission_code"].tolist() == ranked["mission_code"].tolist()


def test_a_priority_counts_the_sites_behind_it(look, sample_store):
    first = look().sharpest.iloc[0]
    alone = Filters(as_of=DAY, missions=(first["mission_code"],), areas=(first["area_code"],))
    with reading(sample_store) as connection:
        known = sites.areas(connection, alone, LOCAL).dropna(subset="gap")
    assert first["severe_count"] == sum(gap >= 0.495 for gap in known["gap"])
    assert first["scored_count"] == len(known)
    assert first["worst_points"] == known["gap_points"].max()
    assert first["worst_site"]
    assert first["dimension_name"]


def test_what_got_worse_comes_largest_rise_first(look):
    rises = look().worsened
    assert rises["change_points"].is_monotonic_decreasing
    assert (rises["change_points"] == rises["gap_points"] - rises["previous_points"]).all()
    assert (rises["change_points"] > 0).all()
    assert (rises["previous_published_on"] < rises["published_on"]).all()


def test_a_mandate_date_has_passed_only_on_the_day_after(look):
    assert "MINUSCA" not in set(look(as_of=date(2026, 11, 15)).expired["mission_code"])
    expired = look(as_of=date(2026, 11, 16)).expired.set_index("mission_code")
    assert expired.at["MINUSCA", "expired_on"].date() == date(2026, 11, 15)


def test_the_mission_filter_selects_and_changes_no_figure(look):
    every, one = look().missions, look(missions=("UNMISS",)).missions
    assert one["mission_code"].tolist() == ["UNMISS"]
    whole = every.set_index("mission_code").at["UNMISS", "gap"]
    assert one["gap"].iloc[0] == pytest.approx(whole)


def test_the_area_filter_asks_for_a_figure_over_fewer_areas(look):
    every, some = look(), look(areas=("cyber",))
    assert every.figures[2].of > some.figures[2].of
    assert set(some.sharpest["area_code"]) == {"cyber"}


def test_a_mission_without_host_state_sites_does_not_apply_on_that_side(look):
    missions = look(side="host_state").missions.set_index("mission_code")
    assert missions.at["UNFICYP", "gap_class"] == "not_applicable"
    assert missions.at["BINUH", "gap_class"] != "not_applicable"


def test_a_viewer_of_one_mission_sees_nothing_of_the_others(look):
    found = look(Viewer("ada", ("BINUH",), 2, frozenset({"viewer"})))
    for rows in (found.missions, found.sharpest, found.worsened):
        assert set(rows["mission_code"]) == {"BINUH"}


def test_before_the_first_round_there_is_nothing_to_see(look, empty_store):
    assert look(as_of=date(2020, 1, 1)).empty
    with reading(empty_store) as connection:
        assert overview.overview(connection, Filters(as_of=DAY), LOCAL).empty
