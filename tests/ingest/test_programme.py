"""Rows become records where nothing is wrong and the viewer may; all or none."""

from datetime import date

import pytest

from tests.programme_rows import rows
from unpol_data import queries
from unpol_data.access import LOCAL, Viewer
from unpol_data.filters import Filters
from unpol_data.ingest import programme
from unpol_data.ingest.refusal import Refused
from unpol_data.kept_figures import KeptFigures, ShownFigure
from unpol_data.store import StoreError, open_store, reading
from unpol_data.validation.records import written

TODAY = date(2026, 11, 15)


@pytest.fixture
def engine():
    """An empty store in memory."""
    engine = open_store("sqlite://")
    yield engine
    engine.dispose()


@pytest.fixture
def keep(engine):
    """Keep rows of a kind, as somebody."""

    def kept(kind, *changed, viewer=LOCAL, **more):
        typed_in = written.of_dictionary(kind, rows(kind, *changed))
        return programme.keep(engine, {kind: typed_in}, viewer=viewer, today=TODAY, **more)

    return kept


@pytest.fixture
def in_force(engine):
    """The records in force of a kind."""

    def found(kind):
        with reading(engine) as connection:
            return queries.records.records(connection, kind, Filters(), LOCAL)

    return found


def somebody(role: str, *missions: str, clearance: int = 2) -> Viewer:
    """A viewer with one role."""
    return Viewer(role, missions or None, clearance, frozenset({role}))


def test_sound_rows_are_kept_and_counted(keep, in_force):
    assert keep("lessons", {}, {"lesson_code": "LESSON-2"}).count("new") == 2
    again = keep("lessons", {}, {"lesson_code": "LESSON-2", "title": "Other"})
    assert (again.count("changed"), again.count("same")) == (1, 1)
    assert in_force("lessons")["version"].tolist() == [1, 2]


def test_nothing_is_kept_where_one_row_is_wrong(keep, in_force):
    kept = keep("lessons", {}, {"lesson_code": "LESSON-2", "title": None})
    assert kept.refused
    assert kept.count("new") == 0
    assert in_force("lessons").empty


def test_a_dry_run_tells_what_would_change_and_keeps_nothing(keep, in_force):
    assert keep("lessons", dry_run=True).count("new") == 1
    assert in_force("lessons").empty


def test_what_is_not_said_is_confidential_and_not_invented(engine, in_force):
    typed_in = rows("lessons").drop(columns=["sensitivity", "illustrative"])
    programme.keep(engine, {"lessons": typed_in}, viewer=LOCAL, today=TODAY)
    held = in_force("lessons").iloc[0]
    assert (held["sensitivity"], bool(held["illustrative"])) == (1, False)


def test_records_come_out_as_they_went_in(keep, engine, in_force):
    keep("lessons")
    out = written.of_dictionary("lessons", in_force("lessons"))
    again = programme.keep(engine, {"lessons": out}, viewer=LOCAL, today=TODAY)
    assert again.count("same") == 1


@pytest.mark.parametrize(
    ("viewer", "kind", "changed", "may"),
    [
        (somebody("planner"), "lessons", {"mission_code": None}, True),
        (somebody("planner", "UNMISS"), "lessons", {"mission_code": None}, False),
        (somebody("focal_point", "UNMISS"), "lessons", {}, True),
        (somebody("focal_point", "UNMISS"), "lessons", {"mission_code": "BINUH"}, False),
        (somebody("focal_point", "UNMISS"), "lessons", {"mission_code": None}, False),
        (somebody("focal_point", "UNMISS"), "guidance_documents", {}, False),
        (somebody("reviewer"), "lessons", {}, False),
        (somebody("reviewer"), "decisions", {"option_code": None}, True),
        (somebody("viewer"), "decisions", {"option_code": None}, False),
    ],
)
def test_roles_decide_who_may_record_what(keep, viewer, kind, changed, may):
    kept = keep(kind, changed, viewer=viewer)
    rules = {one.rule for one in kept.judgement.problems}
    assert ("not_permitted" not in rules) == may


def test_a_budget_line_is_of_the_mission_of_its_visit(keep):
    keep("visits")
    assert not keep("budget_lines", viewer=somebody("focal_point", "UNMISS")).refused
    keep("budget_lines", {"line_code": "LINE-2", "visit_code": None})
    taken = keep("budget_lines", {"line_code": "LINE-2"}, viewer=somebody("focal_point", "UNMISS"))
    assert {one.rule for one in taken.judgement.problems} == {"not_permitted"}


def test_nobody_changes_what_they_may_not_see(keep, in_force):
    keep("lessons", {"sensitivity": 2})
    taken = keep("lessons", viewer=somebody("planner", clearance=1))
    assert {one.rule for one in taken.judgement.problems} == {"not_permitted"}
    assert in_force("lessons")["version"].tolist() == [1]


def test_a_record_is_retired_by_those_who_may_edit_it(keep, engine, in_force):
    keep("lessons")
    with pytest.raises(Refused, match="may not retire LESSON-1"):
        programme.retire(engine, "lessons", ["LESSON-1"], "Old", viewer=somebody("viewer"))
    with pytest.raises(Refused, match="may not retire LESSON-9"):
        programme.retire(engine, "lessons", ["LESSON-9"], "Old", viewer=LOCAL)
    with pytest.raises(StoreError, match="Say why"):
        programme.retire(engine, "lessons", ["LESSON-1"], "", viewer=LOCAL)
    assert programme.retire(engine, "lessons", ["LESSON-1"], "Old", viewer=LOCAL) == 2
    assert in_force("lessons").empty


FIGURES = KeptFigures((ShownFigure("Gap", "65"),), ("BINUH", "UNMISS"), clearance=1).to_text()


def test_figures_one_may_not_see_outlive_what_one_changes(keep, in_force):
    decided = {"mission_code": "BINUH", "option_code": None, "figures": FIGURES}
    assert not keep("decisions", decided).refused
    changed = decided | {"figures": None, "office": "Police Division"}
    assert keep("decisions", changed, viewer=somebody("planner", "BINUH")).count("changed") == 1
    found = in_force("decisions").iloc[0]
    assert (found["office"], found["figures"]) == ("Police Division", FIGURES)


def test_a_retired_record_of_all_missions_is_not_taken_over_by_one(keep, engine):
    keep("lessons", {"mission_code": None})
    programme.retire(engine, "lessons", ("LESSON-1",), "Merged with another", viewer=LOCAL)
    kept = keep("lessons", {"mission_code": "BINUH"}, viewer=somebody("focal_point", "BINUH"))
    assert [one.rule for one in kept.judgement.problems] == ["not_permitted"]


def test_nobody_records_what_they_could_not_see_any_more(keep):
    planner = somebody("planner", clearance=1)
    kept = keep("lessons", {"sensitivity": 2}, viewer=planner)
    assert [one.rule for one in kept.judgement.problems] == ["above_your_clearance"]
    assert not keep("lessons", {"sensitivity": 1}, viewer=planner).refused


def test_what_still_names_a_record_is_told_as_far_as_one_may_see_it(keep, engine):
    keep("options", {"parent_code": None})
    (option,) = {row["option_code"] for _, row in rows("options", {}).iterrows()}
    decided = {"mission_code": None, "option_code": option, "figures": None, "sensitivity": 2}
    assert not keep("decisions", decided).refused
    with pytest.raises(StoreError, match="not yours to see") as refused:
        programme.retire(
            engine, "options", (option,), "Bought", viewer=somebody("planner", clearance=1)
        )
    assert "DECISION" not in str(refused.value)
