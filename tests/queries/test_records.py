"""Records in force are those of the newest version that a viewer may see."""

from datetime import UTC, date, datetime

import pytest

from tests.programme_rows import rows
from unpol_data import queries, reference
from unpol_data.kept_figures import KeptFigures, ShownFigure
from unpol_data.store import reading
from unpol_data.store.writes import acting, record_versions, retire_record

JULY = datetime(2026, 7, 1, 12, tzinfo=UTC)
AUGUST = datetime(2026, 8, 1, 12, tzinfo=UTC)


@pytest.fixture
def keep(store):
    """Record rows of a kind at a moment."""

    def kept(kind, *changed, at=JULY):
        with acting(store, act="test", subject=kind, account="ada", recorded_at=at) as act:
            record_versions(act, kind, rows(kind, *changed))

    return kept


@pytest.fixture
def codes(store, chosen, viewer):
    """The keys of the records in force of a kind."""

    def found(kind, filters=None, seen_by=None, **more):
        with reading(store) as connection:
            held = queries.records.records(
                connection, kind, filters or chosen(), seen_by or viewer(), **more
            )
        key = held[list(reference.records.key(kind))]
        return [" / ".join(one) for one in key.itertuples(index=False, name=None)]

    return found


def test_every_kind_is_read_with_its_columns(keep, store, chosen, viewer):
    for kind in reference.records.kinds():
        keep(kind)
    with reading(store) as connection:
        for kind in reference.records.kinds():
            held = queries.records.records(connection, kind, chosen(), viewer())
            assert len(held) == 1, kind
            names = (*reference.records.column_names(kind), "version", "recorded_at")
            assert tuple(held.columns[: len(names)]) == names
            assert held["version"].tolist() == [1]


def test_the_newest_version_is_in_force_and_an_earlier_date_shows_what_was_known(
    keep, store, chosen, viewer
):
    keep("lessons")
    keep("lessons", {"title": "Better title"}, {"lesson_code": "LESSON-2"}, at=AUGUST)
    with reading(store) as connection:
        now = queries.records.records(connection, "lessons", chosen(), viewer())
        then = queries.records.records(
            connection, "lessons", chosen(), viewer(), as_of=date(2026, 7, 31)
        )
        before = queries.records.records(
            connection, "lessons", chosen(), viewer(), as_of=date(2026, 6, 30)
        )
    assert now[["title", "version"]].values.tolist()[0] == ["Better title", 2]
    assert then["title"].tolist() == ["Spare batteries travel with the radios"]
    assert before.empty


def test_what_is_above_the_clearance_is_hidden_whatever_its_earlier_versions_were(
    keep, store, codes, viewer, chosen
):
    keep("lessons")
    keep("lessons", {"sensitivity": 2}, at=AUGUST)
    assert codes("lessons", seen_by=viewer(clearance=1)) == []
    assert codes("lessons", seen_by=viewer(clearance=1), as_of=date(2026, 7, 31)) == []
    assert codes("lessons", seen_by=viewer(clearance=2)) == ["LESSON-1"]
    with reading(store) as connection:
        for clearance, count in ((1, 0), (2, 2)):
            seen_by = viewer(clearance=clearance)
            found = queries.records.versions(connection, "lessons", ("LESSON-1",), seen_by)
            assert len(found) == count
        hidden = queries.records.hidden_keys(connection, "lessons", viewer(clearance=1))
    assert hidden == {("LESSON-1",)}


def test_a_viewer_of_one_mission_sees_its_records_and_those_of_none(keep, codes, viewer):
    keep(
        "lessons",
        {},
        {"lesson_code": "LESSON-2", "mission_code": "BINUH"},
        {"lesson_code": "LESSON-3", "mission_code": None},
    )
    assert codes("lessons", seen_by=viewer("BINUH")) == ["LESSON-2", "LESSON-3"]


def test_what_belongs_to_a_hidden_record_is_hidden_with_it(keep, codes, viewer):
    keep("visits")
    keep("budget_lines", {}, {"line_code": "LINE-2", "visit_code": None})
    keep("options")
    keep("option_gains")
    keep("decisions", {"mission_code": None})
    assert codes("budget_lines", seen_by=viewer("BINUH")) == ["LINE-2"]
    assert codes("budget_lines", seen_by=viewer("UNMISS")) == ["LINE-1", "LINE-2"]
    assert codes("option_gains", seen_by=viewer("BINUH")) == []
    assert codes("decisions", seen_by=viewer("BINUH")) == []
    assert codes("decisions", seen_by=viewer("UNMISS")) == ["DECISION-1"]


def test_missions_areas_and_threats_choose_and_what_names_none_concerns_all(keep, codes, chosen):
    keep(
        "lessons",
        {"threat_code": "cyber_dependent"},
        {"lesson_code": "LESSON-2", "mission_code": "BINUH", "area_code": "power"},
        {"lesson_code": "LESSON-3", "mission_code": None, "area_code": None},
    )
    assert codes("lessons", chosen(missions=("UNMISS",))) == ["LESSON-1", "LESSON-3"]
    assert codes("lessons", chosen(areas=("power",))) == ["LESSON-2", "LESSON-3"]
    assert codes("lessons", chosen(threats=("corruption",))) == ["LESSON-2", "LESSON-3"]
    keep("budget_lines", {"visit_code": None})
    assert codes("budget_lines", chosen(missions=("BINUH",))) == ["LINE-1"]


def test_a_retired_record_is_not_in_force_but_its_versions_are_kept(keep, codes, store, viewer):
    keep("lessons")
    with acting(store, act="test", subject="lessons", account="bob") as act:
        retire_record(act, "lessons", ("LESSON-1",), "Merged with another")
    assert codes("lessons") == []
    assert codes("lessons", as_of=date(2026, 7, 2)) == ["LESSON-1"]
    with reading(store) as connection:
        found = queries.records.versions(connection, "lessons", ("LESSON-1",), viewer())
    assert found["retired_reason"].tolist()[0] == "Merged with another"
    assert found["recorded_by"].tolist() == ["bob", "ada"]


def test_a_revision_shows_the_versions_recorded_by_then(keep, store, chosen, viewer):
    keep("lessons")
    with reading(store) as connection:
        then = queries.revisions.current_revision(connection)
    keep("lessons", {"title": "Better title"}, {"lesson_code": "LESSON-2"})
    with reading(store) as connection:
        held = queries.records.records(connection, "lessons", chosen(revision=then), viewer())
        hidden = queries.records.records(
            connection, "lessons", chosen(revision=then), viewer(clearance=0)
        )
    assert held["title"].tolist() == ["Spare batteries travel with the radios"]
    assert hidden.empty


def test_the_figures_of_a_decision_are_blank_for_who_may_not_see_them_all(
    keep, store, chosen, viewer
):
    figures = KeptFigures((ShownFigure("Gap", "74"),), ("UNMISS", "BINUH"), 1).to_text()
    keep("decisions", {"option_code": None, "mission_code": None, "figures": figures})
    seers = (viewer(), viewer("UNMISS", "BINUH"), viewer("UNMISS"))
    with reading(store) as connection:
        held = [queries.records.records(connection, "decisions", chosen(), one) for one in seers]
        told = queries.records.versions(connection, "decisions", ["DECISION-1"], seers[2])
    assert [len(rows) for rows in held] == [1, 1, 1]
    assert [rows["figures"].notna().tolist() for rows in held] == [[True], [True], [False]]
    assert told["figures"].isna().all()
