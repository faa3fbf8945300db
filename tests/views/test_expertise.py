"""Who can help: officers, requests, advice, partners and lessons beside the gaps of missions."""

from datetime import date

import pytest

from tests.expertise_filing import ON, file_expertise
from tests.views.priority_filing import three_missions
from unpol_data.access import LOCAL, Viewer
from unpol_data.filters import Filters
from unpol_data.store import open_store, reading
from unpol_data.views import expertise

AS_OF = date(2026, 3, 31)


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    engine = open_store(f"sqlite:///{three_missions(tmp_path_factory.mktemp('expertise'))}")
    file_expertise(engine)
    yield engine
    engine.dispose()


@pytest.fixture(scope="module")
def seen(store):
    def found(*, viewer=LOCAL, recorded_by=None, today=ON, **fields) -> expertise.Expertise:
        with reading(store) as connection:
            return expertise.expertise(
                connection,
                Filters(**{"as_of": AS_OF} | fields),
                viewer,
                today=today,
                recorded_by=recorded_by,
            )

    return found


def test_officers_stand_by_area_with_the_share_of_women(seen):
    rows = seen().pools.set_index("expertise_code")
    assert list(rows.index) == ["RADIO", "SENT", "LATER", "DRONES"]
    # Two women of five.
    assert rows.at["SENT", "women_share"] == 0.4
    assert rows.at["SENT", "is_available"]
    assert not rows.at["LATER", "is_available"]
    assert (
        seen(today=date(2027, 1, 11)).pools.set_index("expertise_code").at["LATER", "is_available"]
    )


def test_a_mission_can_call_on_its_own_officers_and_those_who_can_be_sent(seen):
    rows = seen(missions=("UNISFA",)).pools
    assert set(rows["expertise_code"]) == {"SENT", "LATER", "RADIO"}
    assert set(seen(areas=("cyber",)).pools["expertise_code"]) == {"LATER"}


def test_key_figures_count_what_the_lists_show(seen):
    found = seen()
    officers, gaps, requests, host = found.figures
    assert officers.value == 9
    assert officers.note == "3 women; 5 can be sent to any mission now"
    # UNISFA lacks everything; there is help for digital forensics, cyber and communications.
    assert gaps.value == len(found.unhelped) == 10
    assert gaps.note == "of 13 large or critical gaps"
    assert requests.value == 2
    assert requests.note == "longest 142 days; 1 with nobody"
    assert host.value is None


def test_partners_and_lessons_stand_with_those_one_can_turn_to_first(seen):
    found = seen()
    assert list(found.engagements["engagement_code"]) == ["ACTIVE", "PROPOSED"]
    assert list(found.lessons["lesson_code"]) == ["OUT", "DRAFT"]
    assert found.lessons["area_name"].isna().tolist() == [True, False]


def test_what_names_no_mission_concerns_every_mission(seen):
    found = seen(missions=("MINURSO",))
    assert list(found.lessons["lesson_code"]) == ["OUT"]
    assert found.requests.rows.empty
    assert found.severe is None
    assert found.figures[1].value is None


def test_before_anything_was_recorded_there_is_nothing(seen):
    found = seen(recorded_by=date(2026, 8, 31))
    assert found.empty
    assert found.figures[0].value is None
    assert len(found.unhelped) == 13
    assert not seen(recorded_by=date(2026, 9, 1)).empty


def test_who_sees_no_mission_sees_only_what_concerns_all(seen):
    found = seen(viewer=Viewer("ada", (), 2, frozenset({"viewer"})))
    assert set(found.pools["expertise_code"]) == {"SENT", "LATER"}
    assert found.services.rows.empty
    assert not found.anything_approved


def test_who_is_not_cleared_sees_nothing_confidential(seen):
    found = seen(viewer=Viewer("ada", None, 0, frozenset({"viewer"})))
    assert found.empty
