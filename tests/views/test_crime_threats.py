"""Which gaps matter against which crime: by hand, on a store filled through the importer."""

import pytest

from tests.views.priority_filing import AS_OF, three_missions
from unpol_data.access import LOCAL, Viewer
from unpol_data.filters import Filters
from unpol_data.store import open_store, reading
from unpol_data.views import crime_threats as view

BOTH = ("UNISFA", "UNMIK")


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    engine = open_store(f"sqlite:///{three_missions(tmp_path_factory.mktemp('crime'))}")
    yield engine
    engine.dispose()


@pytest.fixture
def look(store):
    def at(wanted=view.crime_threats, viewer=LOCAL, more=None, **fields):
        with reading(store) as connection:
            chosen = Filters(**{"as_of": AS_OF, "missions": BOTH} | fields)
            return wanted(connection, chosen, viewer, **(more or {}))

    return at


def cell(found, threat_code: str, area_code: str):
    rows = found.matrix
    return rows[(rows["threat_code"] == threat_code) & (rows["area_code"] == area_code)].iloc[0]


def test_a_gap_against_a_crime_is_weighted_by_severity_alone(look):
    # UNISFA: gap 100, severity 4/4; UNMIK: gap 0, severity 2/4. (1 x 100 + .5 x 0) / 1.5 = 67
    borders = cell(look(), "arms_trafficking", "borders")
    assert (borders["gap_points"], borders["gap_class"]) == (67, "large")
    assert (borders["mission_count"], borders["coverage_share"]) == (2, 1)


def test_on_the_emerging_horizon_the_emerging_severity_weighs(look):
    # Both expect 4/4: (100 + 0) / 2 = 50
    found = look(horizon="emerging")
    assert cell(found, "arms_trafficking", "borders")["gap_points"] == 50


def test_missions_without_a_figure_may_not_carry_much_of_the_severity(look):
    # MINURSO adds severity 1 and no gap: 1.5 of 2.5 is 60 %, under the two thirds needed.
    borders = cell(look(missions=(*BOTH, "MINURSO")), "arms_trafficking", "borders")
    assert borders["gap_class"] == "not_enough_evidence"
    assert borders["coverage_share"] == pytest.approx(0.6)


def test_a_crime_without_bearing_on_an_area_has_no_gap_there(look):
    # Corruption does not bear on command; it is rated absent, so no area has a gap against it.
    found = look()
    against = found.matrix[found.matrix["threat_code"] == "corruption"]
    assert set(against["gap_class"]) == {"not_applicable"}
    assert against["gap_points"].isna().all()


def test_a_crime_nobody_rated_is_not_rated_and_has_no_row(look):
    found = look()
    assert found.threats == ("arms_trafficking", "corruption")
    assert "cattle_raiding" in found.not_rated
    assert look(threats=("cattle_raiding",)).empty


def test_missions_under_pressure_are_most_severe_first_and_the_unrated_last(look):
    found = look(
        view.one_threat,
        missions=("UNMIK", "UNISFA", "BINUH"),
        more={"threat_code": "arms_trafficking"},
    )
    rows = found.missions.set_index("mission_code")
    assert list(rows.index) == ["UNISFA", "UNMIK", "BINUH"]
    # UNISFA rated 3 of 4 in its round before, UNMIK has no round before.
    assert rows.loc["UNISFA", "change_now"] == pytest.approx(0.25)
    assert rows.loc[["UNMIK", "BINUH"], "change_now"].isna().all()
    assert rows.loc[["BINUH"], "severity_now"].isna().all()


def test_what_would_close_it_begins_with_the_most_relevant_areas(look):
    found = look(view.one_threat, more={"threat_code": "arms_trafficking"})
    relevance = list(found.areas["relevance_thirds"])
    assert relevance == sorted(relevance, reverse=True)
    assert min(relevance) >= 1
    assert found.areas["reason"].str.len().min() > 0
    points = found.cells.set_index(["mission_code", "area_code"])["gap_points"]
    assert (points["UNISFA", "borders"], points["UNMIK", "borders"]) == (100, 0)


def test_the_key_figures_name_the_crime_and_count_ratings(look):
    severest, dominant, largest, ratings = look().figures
    assert severest.value == "Arms trafficking"
    # UNISFA rates a crime at its worst today, of two missions; it did not in the round before.
    assert (dominant.value, dominant.of, dominant.change) == (1, 2, 1)
    assert largest.value == 67
    assert (ratings.value, ratings.of) == (3, 2 * 28)


def test_a_viewer_of_one_mission_sees_only_its_ratings(look):
    only = Viewer("reader", ("UNMIK",), 2, frozenset({"viewer"}))
    found = look(viewer=only, missions=())
    assert set(found.ratings["mission_code"]) == {"UNMIK"}
    assert cell(found, "arms_trafficking", "borders")["gap_points"] == 0


def test_without_a_rating_there_is_nothing_to_show(empty_store):
    with reading(empty_store) as connection:
        found = view.crime_threats(connection, Filters(as_of=AS_OF), LOCAL)
    assert found.empty
    assert found.matrix.empty
    assert [figure.value for figure in found.figures][:3] == [None, None, None]
