"""What approving would change is known before it is confirmed."""

from datetime import date

import pytest
from sqlalchemy import func, select

from tests import lifecycle
from unpol_data import publishing
from unpol_data.access import LOCAL, NotPermitted, Viewer
from unpol_data.store import StoreError, reading
from unpol_data.store.tables import SUMMARIES, AssessmentStep, Revision

FIRST, SECOND = date(2024, 10, 31), date(2025, 10, 31)


def rows(desk) -> list[int]:
    """How many rows there are of everything a publication writes."""
    with reading(desk.engine) as connection:
        return [
            connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in (*SUMMARIES, AssessmentStep, Revision)
        ]


def test_a_preview_says_what_approving_then_does_and_keeps_nothing(desk):
    desk.approved(1.0, FIRST)
    number = lifecycle.reviewed(desk.engine, desk.recorded(0.0, SECOND))
    before = rows(desk)
    heard = []
    found = publishing.preview_approval(
        desk.engine,
        number,
        viewer=LOCAL,
        published_on=SECOND,
        tell=lambda step, share: heard.append(share),
    )
    assert rows(desk) == before
    assert heard == sorted(heard)
    assert desk.mission_figures(SECOND) == {0.0}
    done = publishing.approve(desk.engine, number, viewer=LOCAL, published_on=SECOND)
    assert found.publication.changes.equals(done.changes)
    assert found.publication.site_codes == done.site_codes


def test_a_preview_of_a_withdrawal_says_what_comes_back(desk):
    desk.approved(1.0, FIRST)
    second = desk.approved(0.0, SECOND)
    said = {"reason": "Wrong", "viewer": LOCAL}
    found = publishing.preview_withdrawal(desk.engine, second.assessment_id, **said)
    done = publishing.withdraw(desk.engine, second.assessment_id, **said)
    assert found.publication.changes.equals(done.changes)


def test_withdrawing_what_never_counted_would_change_nothing(desk):
    draft = desk.recorded(1.0, FIRST)
    found = publishing.preview_withdrawal(desk.engine, draft, reason="Wrong", viewer=LOCAL)
    assert found.publication.changes.empty
    assert found.first.empty


def test_a_preview_is_refused_as_the_approval_would_be(desk):
    draft = desk.recorded(1.0, FIRST)
    with pytest.raises(StoreError, match="it has to be submitted and reviewed first"):
        publishing.preview_approval(desk.engine, draft, viewer=LOCAL, published_on=FIRST)
    reader = Viewer("eve", None, 2, frozenset({"viewer"}))
    with pytest.raises(NotPermitted):
        publishing.preview_approval(desk.engine, draft, viewer=reader, published_on=FIRST)
