"""Does the mission page say what the store holds of one mission?"""

from datetime import date

import pytest

from unpol_data import queries, reference
from unpol_data.access import LOCAL, Viewer
from unpol_data.filters import Filters
from unpol_data.store import reading
from unpol_data.views import mission, missions

DAY = date(2026, 3, 31)


@pytest.fixture
def look(sample_store):
    def at(*codes: str, viewer: Viewer = LOCAL, **fields) -> mission.Mission | None:
        chosen = Filters(**{"as_of": DAY, "missions": codes} | fields)
        with reading(sample_store) as connection:
            return mission.mission(connection, chosen, viewer)

    return at


def test_where_none_is_chosen_the_mission_with_the_largest_gap_is_shown(look, sample_store):
    with reading(sample_store) as connection:
        known = missions.missions(connection, Filters(as_of=DAY), LOCAL)
    found = look()
    assert found.mission_code == known.loc[known["gap"].idxmax(), "mission_code"]
    assert not found.is_chosen


def test_a_second_mission_is_compared_with_and_further_ones_are_named(look):
    found = look("UNMISS", "MONUSCO", "BINUH")
    assert (found.mission_code, found.compared, found.further) == ("UNMISS", "MONUSCO", ("BINUH",))
    assert found.is_chosen
    labels = [figure.label for figure in found.figures]
    assert [figure.label for figure in found.compared_figures] == labels
    assert found.compared_figures[0].value == look("MONUSCO").figures[0].value


def test_the_key_figures_agree_with_the_chart(look):
    found = look("UNMISS")
    scored = found.against.dropna(subset="gap_points")
    severe = scored["gap_points"] >= 50
    assert (found.figures[1].value, found.figures[1].of) == (severe.sum(), len(scored))
    limits = found.matrix.loc[found.matrix["limiting"], "column_name"].value_counts()
    assert found.figures[2].value in limits[limits == limits.max()].index
    assert found.figures[2].chip == f"{limits.max()} areas"


def test_confidence_names_the_latest_visit(look):
    figure = look("UNMISS").figures[3]
    assert figure.value in ("High", "Medium", "Low")
    assert figure.note == "hybrid visit, Nov 2025"


def test_choosing_dimensions_hides_columns_and_changes_no_figure(look):
    every, some = look("UNMISS"), look("UNMISS", dimensions=("software",))
    assert some.matrix["column_name"].unique().tolist() == ["Capability", "Software"]
    assert some.figures == every.figures
    cells = every.matrix[every.matrix["column_name"].isin(["Capability", "Software"])]
    assert some.matrix["gap"].tolist() == cells["gap"].tolist()


def test_the_worst_sites_come_first_with_what_holds_them_back(look):
    found = look("UNMISS").worst_sites
    assert found["gap_points"].is_monotonic_decreasing
    assert len(found) == 5
    assert found["area_name"].notna().all()
    assert set(found["dimension_name"]) <= set(reference.table("dimensions")["name"])


def test_threats_come_highest_first_on_the_chosen_horizon(look):
    assert look("UNMISS").threats["level_now"].is_monotonic_decreasing
    emerging = look("UNMISS", horizon="emerging").threats
    assert emerging["level_emerging"].is_monotonic_decreasing
    assert emerging["level_emerging"].between(0, 4).all()


def test_equipment_that_lowers_readiness_most_comes_first(look, sample_store):
    found = look("UNMISS").short
    chosen = Filters(as_of=DAY, missions=("UNMISS",))
    with reading(sample_store) as connection:
        lines = queries.equipment.mission_equipment(connection, chosen, LOCAL)
    weight = reference.table("equipment").set_index("equipment_code")["criticality"]
    lowers = lines["equipment_code"].map(weight) * lines["short"] / lines["required"]
    assert found["lowers"].tolist() == pytest.approx(sorted(lowers, reverse=True)[:5])


def test_the_grades_share_all_answers_among_them(look):
    evidence = look("UNMISS").evidence
    assert evidence.grades["share"].sum() == pytest.approx(1)
    assert evidence.grades["answer_count"].sum() == evidence.answer_count
    assert evidence.latest["published_on"] > evidence.previous["published_on"]


def test_a_mission_without_enough_evidence_has_a_page_without_figures(look):
    found = look("MINURSO")
    assert not found.empty
    assert not found.scored
    assert [figure.value for figure in found.figures] == [None, None, None, None]
    assert found.worst_sites.empty
    assert not found.matrix["limiting"].any()


def test_the_side_without_sites_has_no_evidence_and_fails_nothing(look):
    found = look("UNTMIS", side="host_state")
    assert found.evidence.answer_count == 0
    assert found.evidence.fresh_share is None
    assert found.officers == "Host-State officers"


def test_a_mission_not_yet_assessed_still_has_its_public_facts(look):
    found = look("UNMISS", as_of=date(2020, 1, 1))
    assert found.empty
    assert found.profile.host_name == "South Sudan"


def test_with_nothing_assessed_and_none_chosen_there_is_no_mission(look, empty_store):
    assert look(as_of=date(2020, 1, 1)) is None
    with reading(empty_store) as connection:
        assert mission.mission(connection, Filters(as_of=DAY), LOCAL) is None


def test_a_viewer_is_shown_own_missions_only(look):
    viewer = Viewer("ada", ("BINUH",), 2, frozenset({"viewer"}))
    found = look("UNMISS", viewer=viewer)
    assert found.mission_code == "BINUH"
    assert found.against["median_points"].isna().all()
