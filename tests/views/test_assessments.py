"""What the page on assessments lists, and what one of them says."""

from datetime import date

import pandas as pd
import pytest

from unpol_data.access import LOCAL, Viewer
from unpol_data.filters import Filters
from unpol_data.store import reading
from unpol_data.views import assessments

CHOSEN = Filters(as_of=date(2026, 3, 31))


def listed(store, chosen=CHOSEN, viewer=LOCAL):
    with reading(store) as connection:
        return assessments.assessments(connection, chosen, viewer)


@pytest.fixture
def draft(sample_store) -> int:
    rows = listed(sample_store).listed
    return int(rows.loc[rows["state"] == "draft", "assessment_id"].iloc[0])


def contents(store, number, viewer=LOCAL, **chosen):
    with reading(store) as connection:
        asked = Filters(as_of=date(2026, 3, 31), **chosen)
        return assessments.contents(connection, asked, viewer, assessment_id=number)


def test_what_waits_stands_first_then_the_newest_publication(sample_store):
    rows = listed(sample_store).listed
    assert rows["state"].iloc[0] == "draft"
    published = list(rows["published_on"].dropna())
    assert published == sorted(published, reverse=True)


def test_the_key_figures_count_rounds_drafts_and_answers(sample_store):
    found = listed(sample_store)
    rounds, drafts, answers, newest = found.figures
    # Eleven missions with two approved rounds each, and one draft of MINUSCA.
    assert found.waiting == {"draft": 1, "submitted": 0, "reviewed": 0}
    assert (rounds.value, rounds.note) == (22, "in 11 missions")
    assert (drafts.value, drafts.note) == (1, "MINUSCA")
    approved = found.listed[found.listed["state"] == "approved"]
    assert answers.value == approved["answer_count"].sum()
    assert newest.value == "Mar 2026"


def test_only_the_chosen_missions_are_listed_and_only_to_those_who_may_see_them(sample_store):
    rows = listed(sample_store, Filters(missions=("BINUH",))).listed
    assert set(rows["mission_code"]) == {"BINUH"}
    outsider = Viewer("ada", ("UNMIK",), 2, frozenset({"viewer"}))
    assert set(listed(sample_store, viewer=outsider).listed["mission_code"]) == {"UNMIK"}
    public = Viewer("ada", None, 0, frozenset({"viewer"}))
    assert listed(sample_store, viewer=public).empty


def test_answers_are_told_with_question_and_site_and_without_names_of_persons(sample_store, draft):
    found = contents(sample_store, draft)
    assert found.answers["question"].notna().all()
    assert not found.answers["site"].str.startswith("MINUSCA-").any()
    assert len(found.answers) <= found.counts["answers"]


def test_the_filters_choose_areas_dimensions_side_and_threats(sample_store, draft):
    one = contents(sample_store, draft, areas=("cyber",), dimensions=("software",))
    assert set(one.answers["area_code"]) == {"cyber"}
    assert set(one.answers["dimension_code"]) == {"software"}
    assert set(one.equipment["area_code"]) <= {"cyber"}
    host = contents(sample_store, draft, side="host_state")
    both = len(host.answers) + len(contents(sample_store, draft).answers)
    assert both == host.counts["answers"]
    rounds = listed(sample_store).listed
    first = rounds[(rounds["kind"] == "assessment") & (rounds["state"] == "approved")].iloc[0]
    rated = contents(sample_store, int(first["assessment_id"]), threats=("ieds",)).threats
    assert set(rated["threat_code"]) <= {"ieds"}


def test_a_single_table_names_its_sites_as_they_are_known(sample_store):
    rows = listed(sample_store).listed
    number = int(rows.loc[rows["kind"] == "measurements", "assessment_id"].iloc[0])
    measured = contents(sample_store, number).measurements
    assert (measured["site"] != measured["site_code"]).all()


def test_nothing_is_said_of_an_assessment_the_viewer_may_not_see(sample_store, draft):
    outsider = Viewer("ada", ("UNMIK",), 2, frozenset({"viewer"}))
    found = contents(sample_store, draft, viewer=outsider)
    assert found.answers.empty
    assert set(found.counts.values()) == {0}


def test_what_an_approval_moved_is_told_by_printed_figures_largest_first():
    changes = pd.DataFrame(
        [
            ("unpol", "today", "cyber", 0.50, 0.504),  # both printed as 50: not moved
            ("unpol", "today", "records", 0.40, 0.43),
            ("unpol", "today", "power", 0.60, 0.50),
            ("unpol", "today", "borders", None, 0.20),
            ("unpol", "emerging", "safety", 0.10, 0.90),
        ],
        columns=["side", "horizon", "area_code", "gap_before", "gap_after"],
    )
    rows = assessments.moved(changes, CHOSEN)
    assert list(rows["area_code"]) == ["power", "records", "borders"]
    assert list(rows["points_after"]) == [50, 43, 20]


def test_an_empty_store_lists_nothing(empty_store):
    found = listed(empty_store)
    assert found.empty
    assert [figure.value for figure in found.figures] == [0, 0, 0, None]
