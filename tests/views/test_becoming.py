"""Which gaps become large or critical that are not yet: on the sample, and where nothing is."""

from dataclasses import replace
from datetime import date

import pytest

from tests.views.priority_filing import AS_OF, three_missions
from unpol_data.access import LOCAL
from unpol_data.filters import Filters
from unpol_data.store import open_store, reading
from unpol_data.views import priorities
from unpol_data.views.becoming import becoming

CHOSEN = Filters(as_of=date(2026, 3, 31))


@pytest.fixture
def sampled(sample_store):
    def at(chosen=CHOSEN, view=becoming):
        with reading(sample_store) as connection:
            return view(connection, chosen, LOCAL)

    return at


def test_a_gap_is_told_with_the_printed_figures_of_both_horizons(sampled):
    found = sampled().iloc[0]
    for horizon in ("today", "emerging"):
        rows = sampled(replace(CHOSEN, horizon=horizon), priorities.priorities)
        same = rows[
            (rows["mission_code"] == found["mission_code"])
            & (rows["area_code"] == found["area_code"])
        ].iloc[0]
        assert same["gap_points"] == found[f"gap_points_{horizon}"]
        assert same["rank"] == found[f"rank_{horizon}"]
        assert same["pressure"] == found[f"pressure_{horizon}"]


def test_only_gaps_that_enter_a_worse_class_are_told_and_the_critical_come_first(sampled):
    found = sampled()
    assert len(found)
    assert set(found["gap_class_emerging"]) <= {"large", "critical"}
    assert (found["gap_class_today"] != found["gap_class_emerging"]).all()
    assert (found["rise_points"] > 0).all()
    assert found["gap_class_emerging"].is_monotonic_increasing  # critical before large


def test_every_gap_that_becomes_critical_is_told(sampled):
    now, soon = (
        sampled(replace(CHOSEN, horizon=horizon), priorities.priorities).set_index(
            ["mission_code", "area_code"]
        )["gap_class"]
        for horizon in ("today", "emerging")
    )
    now = now[~now.isin(["critical", "not_enough_evidence"])]
    both = now.to_frame("now").join(soon.rename("soon"), how="inner")
    expected = set(both.index[both["soon"] == "critical"])
    found = sampled().query("gap_class_emerging == 'critical'")
    assert set(zip(found["mission_code"], found["area_code"], strict=True)) == expected


def test_the_chosen_horizon_changes_nothing(sampled):
    assert sampled().equals(sampled(replace(CHOSEN, horizon="emerging")))


def test_a_gap_that_is_whole_today_becomes_nothing_worse(tmp_path):
    # UNISFA has gaps of 100 today, UNMIK of 0 on both horizons, MINURSO has no figure.
    engine = open_store(f"sqlite:///{three_missions(tmp_path)}")
    with reading(engine) as connection:
        assert becoming(connection, Filters(as_of=AS_OF), LOCAL).empty
    engine.dispose()
