"""What comes first, and what each priority is made of: by hand on three small missions."""

import pytest

from tests.views.priority_filing import AS_OF, three_missions
from unpol_data import reference
from unpol_data.access import LOCAL
from unpol_data.filters import Filters
from unpol_data.store import open_store, reading
from unpol_data.views import ranking as view

PARTS = ["threat_part", "mandate_part", "exposure_part"]


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    engine = open_store(f"sqlite:///{three_missions(tmp_path_factory.mktemp('ranking'))}")
    yield engine
    engine.dispose()


@pytest.fixture
def look(store):
    def at(**fields):
        with reading(store) as connection:
            chosen = Filters(**{"as_of": AS_OF, "missions": ("UNISFA", "UNMIK")} | fields)
            return view.ranking(connection, chosen, LOCAL)

    return at


def test_a_priority_is_the_gap_times_its_importance(look):
    # UNISFA, borders: gap 1; pressure 1 (arms trafficking 4 of 4, nothing else rated); exposure 1
    # (all police at a site with a gap above 50). 100 x (.5 + .3 mu + .2)
    rows = look().ranked.set_index(["mission_code", "area_code"])
    relevance = reference.table("mandate_relevance").set_index(["mission_code", "area_code"])
    mandate = relevance.loc[("UNISFA", "borders"), "relevance"]
    row = rows.loc[("UNISFA", "borders")]
    assert row["priority"] == pytest.approx(100 * (0.5 + 0.3 * mandate + 0.2))
    assert row[PARTS].tolist() == pytest.approx([50, 30 * mandate, 20])


def test_a_met_requirement_has_priority_zero_and_stands_last(look):
    ranked = look().ranked
    assert set(ranked["mission_code"].tail(13)) == {"UNMIK"}
    assert ranked["priority"].tail(13).sum() == 0


def test_equal_priorities_share_the_better_rank(look):
    # Thirteen areas of UNISFA are ahead; all of UNMIK are at 0.
    assert set(look().ranked["rank"].tail(13)) == {14}


def test_what_has_no_figure_is_not_ranked_and_says_why(look):
    found = look(missions=("UNISFA", "MINURSO"))
    assert set(found.not_ranked["mission_code"]) == {"MINURSO"}
    assert set(found.not_ranked["why_not_ranked"]) == {"gap"}


def test_against_a_crime_nobody_rated_nothing_is_ranked(look):
    found = look(threats=("cattle_raiding",))
    assert found.empty
    assert found.is_assessed
    assert set(found.not_ranked["why_not_ranked"]) == {"threat", "no_bearing"}


def test_every_weight_in_force_has_its_source(look):
    sources = look().weight_sources
    assert list(sources["part"]) == ["threat", "mandate", "exposure"]
    assert sources["weight"].sum() == pytest.approx(1)
    assert sources["source"].str.len().min() > 0


def test_an_empty_store_has_nothing_to_rank(empty_store):
    with reading(empty_store) as connection:
        found = view.ranking(connection, Filters(as_of=AS_OF), LOCAL)
    assert found.empty
    assert not found.is_assessed
