"""Each correction says what it changed against the version before it."""

import pandas as pd
import pytest

from tests import lifecycle
from tests.ingest.entering import TODAY, answer, save
from unpol_data import publishing
from unpol_data.access import LOCAL, Viewer
from unpol_data.filters import Filters
from unpol_data.ingest import entry
from unpol_data.ingest.versions import versions
from unpol_data.queries import contents
from unpol_data.store import reading
from unpol_data.store.tables import Answer

FIRST, CORRECTION = 1, 2


def changed(engine, number: int, *, viewer: Viewer = LOCAL):
    """The versions of the line the assessment stands in."""
    with reading(engine) as connection:
        return versions(connection, Filters(), viewer, assessment_id=number)


@pytest.fixture
def corrected(begun):
    """An approved assessment of two answers, and its correction, which changes one, drops one."""
    save(
        begun,
        "answers",
        answer("COM-PER-1", 3, needed=4, cause="staff"),
        answer("COM-PER-2", 4, needed=4),
    )
    lifecycle.approved(begun, FIRST, TODAY)
    assert publishing.correct(begun, FIRST, viewer=LOCAL) == CORRECTION
    with reading(begun) as connection:
        read = contents.answers(connection, CORRECTION, LOCAL, side="unpol")
    typed = pd.DataFrame([answer("COM-PER-1", 4, needed=4)], dtype="object")
    said = {"assessment_id": CORRECTION, "read": read, "viewer": LOCAL, "today": TODAY}
    assert entry.save(begun, "answers", typed, **said).stored
    with begun.begin() as connection:
        own = Answer.__table__.delete().where(
            Answer.assessment_id == CORRECTION, Answer.item_code == "COM-PER-2"
        )
        connection.execute(own)
    return begun


@pytest.mark.parametrize("number", [FIRST, CORRECTION])
def test_both_versions_tell_what_the_correction_changed(corrected, number):
    (version,) = changed(corrected, number)
    assert (version.assessment_id, version.corrects) == (CORRECTION, FIRST)
    counts = version.changed.counts.set_index("sheet").loc["answers"]
    assert counts[["new", "changed", "missing"]].tolist() == [0, 1, 1]
    rows = version.changed.rows.set_index("change")
    assert rows.at["changed", "before"] == "value 3, cause staff"
    assert rows.at["changed", "after"] == "value 4, cause nothing"
    assert rows.at["missing", "about"] == "COM-PER-2, unpol"


def test_an_assessment_of_one_version_has_nothing_to_tell(begun):
    assert changed(begun, FIRST) == ()


def test_who_may_not_see_the_mission_is_told_nothing(corrected):
    stranger = Viewer("ada", ("UNISFA",), 2, frozenset({"reviewer"}))
    assert changed(corrected, CORRECTION, viewer=stranger) == ()
