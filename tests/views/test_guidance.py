"""Does doctrine keep up: areas, gaps that no guidance answers, and what is not known?"""

from datetime import date

import pytest

from tests.guidance_filing import COMMAND, MANUAL, ON, OPERATIONS, POLICY, file_guidance
from tests.views.priority_filing import three_missions
from unpol_data.access import LOCAL, Viewer
from unpol_data.filters import Filters
from unpol_data.store import open_store, reading
from unpol_data.views import guidance

AS_OF = date(2026, 3, 31)


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    engine = open_store(f"sqlite:///{three_missions(tmp_path_factory.mktemp('guidance'))}")
    file_guidance(engine)
    yield engine
    engine.dispose()


@pytest.fixture(scope="module")
def seen(store):
    def found(*, viewer=LOCAL, recorded_by=None, today=ON, **fields) -> guidance.Guidance:
        with reading(store) as connection:
            return guidance.guidance(
                connection,
                Filters(**{"as_of": AS_OF} | fields),
                viewer,
                today=today,
                recorded_by=recorded_by,
            )

    return found


def test_a_document_under_review_that_was_issued_is_in_force(seen):
    rows = seen().documents.set_index("document_code")
    assert set(rows.index[rows["in_force"]]) == {POLICY, COMMAND, OPERATIONS}


def test_documents_stand_by_kind_and_those_superseded_have_no_cells(seen):
    found = seen()
    assert list(found.documents["document_kind"])[0] == "policy"
    assert list(found.documents["document_kind"])[-1] == "curriculum"
    assert MANUAL not in set(found.cells["document_code"])
    assert len(found.cells) == 4 * 13


def test_a_review_date_that_has_passed_is_said_from_the_day_after(seen):
    def late(today: date) -> list:
        rows = seen(today=today).documents
        return rows.loc[rows["overdue"], "document_code"].tolist()

    assert late(date(2026, 2, 1)) == []
    assert late(date(2026, 2, 2)) == [POLICY]


def test_an_area_is_as_good_as_the_best_document_in_force(seen):
    best = seen().areas.set_index("area_code")["best"]
    assert best["communications"] == "adequate"
    assert best["command"] == "mentioned"
    assert best["power"] == "needs_update"
    assert best["biometrics"] == "absent"
    # Only a draft treats cyber, and nobody has read a document in force for it.
    assert best["cyber"] == "not_read"


def test_a_gap_that_no_guidance_answers_is_in_an_area_that_was_read(seen):
    found = seen()
    assert set(found.unanswered["area_code"]) == {"power", "biometrics"}
    # UNMIK has everything, and of MINURSO nothing is known.
    assert set(found.unanswered["mission_code"]) == {"UNISFA"}
    assert found.unanswered["priority"].is_monotonic_decreasing
    # UNISFA's gap in command.
    assert found.only_mentioned == 1
    assert "cyber" in found.unread
    assert "power" not in found.unread


def test_key_figures_count_what_the_blocks_show(seen):
    found = seen()
    documents, areas, unanswered, waiting = (figure.value for figure in found.figures)
    assert documents == 3
    # Power, command and biometrics, of four areas that were read.
    assert areas == 3
    assert unanswered == len(found.unanswered) == 2
    assert waiting == 2
    assert "9 not read yet" in found.figures[1].note
    assert "1 past the review date" in found.figures[0].note


def test_filters_choose_areas_and_missions(seen):
    found = seen(areas=("biometrics",))
    assert set(found.cells["area_code"]) == {"biometrics"}
    assert set(found.unanswered["area_code"]) == {"biometrics"}
    assert seen(missions=("UNMIK",)).unanswered.empty


def test_before_anything_was_recorded_there_is_nothing(seen):
    found = seen(recorded_by=date(2026, 8, 31))
    assert found.empty
    assert found.cells.empty
    assert found.figures[1].value is None
    assert found.unanswered.empty


def test_who_sees_no_mission_sees_guidance_but_no_gap(seen):
    found = seen(viewer=Viewer("ada", (), 2, frozenset({"viewer"})))
    assert len(found.documents) == 5
    assert not found.anything_approved
    assert found.figures[2].value is None


def test_who_is_not_cleared_sees_nothing_confidential(seen):
    assert seen(viewer=Viewer("ada", None, 0, frozenset({"viewer"}))).empty
