"""How firm is the order: by hand on three small missions, and on the whole sample."""

import sqlite3
from datetime import date

import pandas as pd
import pytest

from tests.views.priority_filing import AS_OF, three_missions
from unpol_data.access import LOCAL
from unpol_data.filters import Filters
from unpol_data.store import open_store, reading
from unpol_data.views import priorities, stability
from unpol_data.views import ranking as view

KEY = ["mission_code", "area_code"]
BOTH = Filters(missions=("UNISFA", "UNMIK"), as_of=AS_OF)
BORDERS = Filters(missions=("UNISFA", "UNMIK"), areas=("borders",), as_of=AS_OF)
WHOLE_SAMPLE = Filters(as_of=date(2026, 3, 31))


def ranking(path, chosen: Filters) -> view.Ranking:
    engine = open_store(f"sqlite:///{path}")
    try:
        with reading(engine) as connection:
            return view.ranking(connection, chosen, LOCAL)
    finally:
        engine.dispose()


@pytest.fixture(scope="module")
def filed(tmp_path_factory):
    return three_missions(tmp_path_factory.mktemp("stability"))


@pytest.fixture(scope="module")
def sample(sample_store):
    with reading(sample_store) as connection:
        return view.ranking(connection, WHOLE_SAMPLE, LOCAL)


def test_nothing_in_place_comes_before_all_in_place_in_every_draw(filed):
    # UNISFA has nothing, so its drawn gaps stay near 1; UNMIK has all, so they stay near 0.
    first, second = ranking(filed, BORDERS).ranked.itertuples(index=False)
    assert (first.mission_code, first.rank_low, first.rank_high) == ("UNISFA", 1, 1)
    assert (second.mission_code, second.rank_low, second.rank_high) == ("UNMIK", 2, 2)
    assert first.win_share == 1


def test_where_no_more_than_five_are_in_scope_all_are_the_top(filed):
    found = ranking(filed, BORDERS).ranked
    assert set(found["top_share"]) == {1}
    assert set(found["tier"]) == {"A"}


def test_the_shares_in_the_top_sum_to_the_five_places_there_are(filed):
    # 26 areas, five places in every draw, none shared: the draws differ in all decimals.
    found = ranking(filed, BOTH).ranked
    assert found["top_share"].sum() == pytest.approx(5, abs=0.01)
    assert set(found.loc[found["mission_code"] == "UNMIK", "tier"]) == {"C"}


def test_no_weight_lets_a_met_requirement_overtake(filed):
    # UNMIK's gap is 0, so is its priority, whatever the weights are.
    assert ranking(filed, BORDERS).swaps.empty


def test_at_the_printed_weight_both_neighbours_have_the_same_priority(sample):
    rows = sample.ranked.set_index(KEY)
    parts = {"threat": "threat_part", "mandate": "mandate_part", "exposure": "exposure_part"}
    swap = sample.swaps.iloc[0]
    moved = {swap["part"]: swap["weight_at_swap"]}
    rest = sum(weight for part, weight in sample.weights.items() if part not in moved)
    for part, weight in sample.weights.items():
        moved.setdefault(part, weight / rest * (1 - swap["weight_at_swap"]))
    ahead = rows.loc[(swap["mission_code"], swap["area_code"])]
    behind = rows.loc[(swap["behind_mission_code"], swap["behind_area_code"])]
    both = [
        # A part of the priority is in proportion to its weight.
        sum(row[column] / sample.weights[part] * moved[part] for part, column in parts.items())
        for row in (ahead, behind)
    ]
    assert both[0] == pytest.approx(both[1])
    assert (swap["rank"], swap["behind_rank"]) == (ahead["rank"], behind["rank"])


def test_every_ranked_row_has_a_range_around_its_median(sample):
    found = sample.ranked
    assert (found["rank_low"] <= found["rank_median"]).all()
    assert (found["rank_median"] <= found["rank_high"]).all()
    assert (sample.draw_count, len(sample.neighbours)) == (2000, len(found) - 1)


def test_the_same_store_gives_the_same_ranges(sample, sample_store):
    with reading(sample_store) as connection:
        again = view.ranking(connection, WHOLE_SAMPLE, LOCAL)
    assert again.ranked.equals(sample.ranked)


def test_without_kept_draws_the_priority_stays_and_its_range_is_missing(tmp_path):
    path = three_missions(tmp_path)
    with sqlite3.connect(path) as store:
        store.execute("delete from gap_draws where mission_code = 'UNISFA'")
    first, second = ranking(path, BORDERS).ranked.itertuples(index=False)
    assert first.priority > 0
    assert all(pd.isna(value) for value in (first.rank_low, first.tier, first.win_share))
    # What has no draws takes no rank from another, so the next is first among those drawn.
    assert (second.mission_code, second.rank_low, second.rank_high) == ("UNMIK", 1, 1)


def test_a_store_without_any_draws_has_an_order_and_no_ranges(tmp_path):
    path = three_missions(tmp_path)
    with sqlite3.connect(path) as store:
        store.execute("delete from gap_draws")
    found = ranking(path, BORDERS)
    assert found.draw_count == 0
    assert found.ranked["rank"].tolist() == [1, 2]
    assert found.ranked[["rank_low", "top_share", "tier", "win_share"]].isna().all(axis=None)
    assert found.neighbours.empty


def test_an_empty_store_has_no_order(empty_store):
    with reading(empty_store) as connection:
        rows = priorities.priorities(connection, WHOLE_SAMPLE, LOCAL)
        ranked = rows[rows["priority"].notna()]
        found = stability.firmness(connection, WHOLE_SAMPLE, LOCAL, ranked=ranked)
    assert (found.draw_count, len(found.rows), len(found.swaps)) == (0, 0, 0)


def test_ratings_vary_by_one_class_and_relevance_by_a_third():
    assert stability.threat_noise().severity == pytest.approx(1 / 4)
    assert stability.threat_noise().relevance == pytest.approx(1 / 3)
