"""One priority worked out step by step agrees with what the store holds."""

from datetime import date

import pytest

from unpol_data.access import LOCAL
from unpol_data.filters import Filters
from unpol_data.store import reading
from unpol_data.views import method, ranking

AS_OF = date(2026, 3, 31)


def worked(store, **chosen):
    with reading(store) as connection:
        return method.worked(connection, Filters(as_of=AS_OF, **chosen), LOCAL)


@pytest.mark.parametrize("chosen", [{}, {"missions": ("BINUH",)}, {"side": "host_state"}])
def test_the_factors_of_the_dimensions_give_the_stored_gap_of_the_site(sample_store, chosen):
    found = worked(sample_store, **chosen)
    assert found.dimensions["weight"].sum() == pytest.approx(1)
    # Section 3: A = (prod max(a, e)^w - e) / (1 - e), gap = 1 - A.
    level = (found.product - found.floor) / (1 - found.floor)
    assert 1 - level == pytest.approx(found.site_gap)


@pytest.mark.parametrize("chosen", [{}, {"horizon": "emerging"}, {"side": "host_state"}])
def test_the_answers_give_the_stored_gap_of_their_dimension(sample_store, chosen):
    found = worked(sample_store, **chosen)
    stored = found.dimensions.set_index("dimension_code")["gap"]
    # Section 2: a_d = sum(w a) / sum(w), g_d = 1 - a_d.
    assert 1 - found.answers_level == pytest.approx(stored[found.answers_dimension])


def test_the_sites_weighted_by_those_they_serve_give_the_gap_of_the_mission(sample_store):
    found = worked(sample_store)
    known = found.sites.dropna(subset="gap")
    mean = (known["served"] * known["gap"]).sum() / known["served"].sum()
    assert mean == pytest.approx(found.priority["gap"])
    exposed = known.loc[known["gap"] > found.large_gap, "share"].sum()
    assert exposed == pytest.approx(found.priority["exposure_share"])


def test_the_threats_that_bear_on_the_area_give_its_pressure(sample_store):
    for chosen in ({}, {"threats": ("human_trafficking", "ieds")}):
        found = worked(sample_store, **chosen)
        assert found.pressing / found.counted == pytest.approx(found.priority["pressure"])


def test_gap_times_importance_gives_the_priority(sample_store):
    found = worked(sample_store)
    row, weights = found.priority, found.weights
    importance = (
        weights["threat"] * row["pressure"]
        + weights["mandate"] * row["mandate_relevance"]
        + weights["exposure"] * row["exposure_share"]
    )
    assert 100 * row["gap"] * importance == pytest.approx(row["priority"])


def test_the_highest_priority_is_worked_out_where_its_sites_are_known(sample_store):
    with reading(sample_store) as connection:
        first = ranking.ranking(connection, Filters(as_of=AS_OF), LOCAL).ranked.iloc[0]
    row = worked(sample_store).priority
    assert (row["mission_code"], row["area_code"]) == (first["mission_code"], first["area_code"])


def test_choosing_dimensions_changes_nothing(sample_store):
    assert len(worked(sample_store, dimensions=("software",)).dimensions) == 5


def test_nothing_is_worked_out_without_evidence(sample_store, empty_store):
    assert worked(empty_store) is None
    assert worked(sample_store, missions=("MINURSO",)) is None
