"""Who can help one mission, and whom does it ask first?"""

import pytest

from tests.expertise_filing import ON, file_expertise
from unpol_data.access import LOCAL, Viewer
from unpol_data.filters import Filters
from unpol_data.store import open_store, reading
from unpol_data.views import who_can_help


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    engine = open_store(f"sqlite:///{tmp_path_factory.mktemp('help') / 'help.db'}")
    file_expertise(engine)
    yield engine
    engine.dispose()


@pytest.fixture(scope="module")
def seen(store):
    def found(mission_code, *areas, viewer=LOCAL) -> who_can_help.Help:
        with reading(store) as connection:
            return who_can_help.who_can_help(
                connection, Filters(), viewer, mission_code=mission_code, areas=areas, today=ON
            )

    return found


def test_officers_on_the_spot_and_those_who_can_be_sent_are_counted_apart(seen):
    counts = seen("UNISFA", "communications", "digital_forensics").counts
    assert counts["serving"] == 2
    assert counts["can_be_sent"] == 5
    assert counts["requests"] == 1
    # The academy; what is only proposed does not count.
    assert counts["partners"] == 1
    assert counts["lessons"] == 1


def test_officers_of_other_missions_do_not_count(seen):
    assert seen("UNISFA", "surveillance").counts["serving"] == 0
    assert seen("UNMIK", "surveillance").counts["serving"] == 1


def test_the_first_entries_are_of_different_kinds_and_of_the_area_that_matters_most(seen):
    first = seen("UNISFA", "digital_forensics", "cyber").first
    assert [kind for kind, _ in first] == ["expertise", "engagements"]
    assert first[0][1]["expertise_code"] == "SENT"
    assert first[1][1]["engagement_code"] == "ACTIVE"
    assert seen("UNISFA", "cyber", "digital_forensics").first[0][1]["expertise_code"] == "LATER"


def test_nobody_is_told_of_what_is_above_their_clearance(seen):
    found = seen("UNISFA", "communications", viewer=Viewer("ada", None, 0, frozenset({"viewer"})))
    assert not any(found.counts.values())
    assert found.first == ()
