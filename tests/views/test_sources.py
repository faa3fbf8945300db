"""How much is known, how old it is, and what to assess first."""

from datetime import date

import pytest

from unpol_data import reference
from unpol_data.access import LOCAL
from unpol_data.filters import Filters
from unpol_data.queries.evidence import evidence_counts
from unpol_data.queries.gaps import site_gaps
from unpol_data.store import reading
from unpol_data.views import reference_sources, sources

AS_OF = date(2026, 3, 31)


def found(store, **chosen):
    with reading(store) as connection:
        return sources.sources(connection, Filters(**{"as_of": AS_OF} | chosen), LOCAL)


@pytest.fixture(scope="module")
def every(sample_store):
    return found(sample_store)


def test_the_share_present_is_what_is_answered_of_what_is_answered_or_unknown(sample_store, every):
    with reading(sample_store) as connection:
        counts = evidence_counts(connection, Filters(as_of=AS_OF), LOCAL)
    sums = counts.groupby("state")["answer_count"].sum()
    # Not applicable and not provided by design are not needed, so they are in neither number.
    present = sums["answered"] / (sums["answered"] + sums["unknown"])
    assert every.figures[0].value == pytest.approx(present)
    assert every.figures[0].of == sums["answered"] + sums["unknown"]


def test_inspected_or_measured_is_a_share_of_what_is_answered(sample_store, every):
    with reading(sample_store) as connection:
        counts = evidence_counts(connection, Filters(as_of=AS_OF), LOCAL)
    answered = counts[counts["state"] == "answered"]
    seen = answered[answered["evidence_grade"].isin(["measured", "inspected"])]
    expected = seen["answer_count"].sum() / answered["answer_count"].sum()
    assert every.figures[3].value == pytest.approx(expected)


def test_the_parts_of_each_mission_make_a_whole(every):
    for rows in (every.grades, every.ages):
        assert rows.groupby("mission_code")["share"].sum().to_numpy() == pytest.approx(1.0)
    assert set(every.ages["age"]) <= set(sources.AGES)


def test_coverage_says_of_every_mission_and_area_whether_a_gap_is_printed(every):
    assert len(every.coverage) == 11 * 13
    minurso = every.coverage[every.coverage["mission_code"] == "MINURSO"]
    assert not minurso["enough"].any()


def test_a_mission_without_a_figure_is_assessed_first_with_whom_it_affects(sample_store, every):
    first = every.assess_first.set_index("mission_code")
    assert len(first.loc["MINURSO", "areas"]) == 13
    assert "UNMIK" not in first.index
    with reading(sample_store) as connection:
        places = site_gaps(connection, Filters(missions=("MINURSO",), as_of=AS_OF), LOCAL)
    lacking = places[places["gap"].isna()].drop_duplicates("site_code")
    assert first.loc["MINURSO", "served"] == lacking["served"].sum()
    assert list(every.assess_first["served"]) == sorted(first["served"], reverse=True)


def test_the_answers_missing_most_are_named_first(every):
    for row in every.assess_first.itertuples():
        counts = [count for _, count in row.missing]
        assert counts == sorted(counts, reverse=True)
        assert sum(counts) == row.needed_count - row.answered_count


def test_answers_grow_stale_as_the_date_moves_on(sample_store, every):
    later = found(sample_store, as_of=date(2029, 3, 31))
    # Three years on, all dimensions but working methods are past two half-lives.
    assert every.stale["stale_count"].sum() < later.stale["stale_count"].sum()
    assert later.figures[2].value < every.figures[2].value
    assert (later.stale["oldest_on"].dt.date < date(2027, 3, 31)).all()


def test_only_assessments_published_by_the_date_are_sources(sample_store):
    earlier = found(sample_store, as_of=date(2024, 11, 30)).assessments
    assert list(earlier["mission_code"]) == ["UNMISS", "MINUSCA"]
    assert set(earlier["state"]) == {"approved"}


def test_filters_choose_missions_areas_and_side(sample_store):
    one = found(sample_store, missions=("BINUH",), areas=("cyber",))
    assert len(one.coverage) == 1
    assert set(one.grades["mission_code"]) == {"BINUH"}
    assert not found(sample_store, side="host_state").empty


def test_an_empty_store_knows_nothing(empty_store):
    nothing = found(empty_store)
    assert nothing.empty
    assert [figure.value for figure in nothing.figures] == [None] * 4


def test_reference_tables_are_named_with_version_and_sources():
    rows = reference_sources.sources().set_index("subject")
    questions = rows.loc["Questions and their weights"]
    assert questions["rows"] == len(reference.table("framework"))
    assert questions["version"] == reference.version("question_set")
    context = rows.loc["Electricity and internet in host States (World Bank and ITU)"]
    assert all("CC BY 4.0" in source for source in context["sources"])
