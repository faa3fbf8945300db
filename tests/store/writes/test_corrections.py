"""A correction begins as a draft with all that was said before."""

import pytest
from sqlalchemy import func, select

from tests import lifecycle
from tests.store.writes.test_assessments import FACTS, ROUND
from unpol_data.store import StoreError, reading, tables
from unpol_data.store.writes import acting, correction_of, record_assessment

ON = ROUND.assessed_to


@pytest.fixture
def counting(engine) -> int:
    """The number of an assessment that counts."""
    number = record_assessment(engine, ROUND, facts=FACTS, account="ada").assessment_id
    with acting(engine, act="test", subject="", account="bo") as act:
        lifecycle.made_to_count(act, number, ON)
    return number


def _corrected(engine, number: int) -> int:
    with acting(engine, act="test", subject="", account="ada") as act:
        return correction_of(act, number, role="assessor")


def test_it_holds_a_copy_of_every_fact(engine, counting):
    number = _corrected(engine, counting)
    with reading(engine) as connection:
        for table in tables.FACTS:
            count = select(func.count()).where(table.assessment_id == number)
            assert connection.execute(count).scalar_one() == 1, table.__tablename__
        answer = tables.Answer.__table__
        rows = connection.execute(select(answer).order_by(answer.c.assessment_id)).all()
    assert rows[0][1:] == rows[1][1:]


def test_it_is_a_draft_of_its_own_that_names_what_it_corrects(engine, counting):
    number = _corrected(engine, counting)
    with reading(engine) as connection:
        row = connection.execute(
            select(tables.Assessment.__table__).where(tables.Assessment.assessment_id == number)
        ).one()
    assert (row.state, row.replaces, row.round_label) == ("draft", counting, "2026 (correction)")
    assert (row.mission_code, row.source) == (ROUND.mission_code, ROUND.source)
    assert row.imported_by == "ada"
    assert row.file_name is None


def test_a_correction_of_a_correction_is_called_the_same(engine, counting):
    first = _corrected(engine, counting)
    with acting(engine, act="test", subject="", account="bo") as act:
        lifecycle.made_to_count(act, first, ON)
    second = _corrected(engine, first)
    with reading(engine) as connection:
        labels = select(tables.Assessment.round_label).where(
            tables.Assessment.assessment_id.in_((first, second))
        )
        assert set(connection.scalars(labels)) == {"2026 (correction)"}


def test_only_one_correction_is_under_way(engine, counting):
    first = _corrected(engine, counting)
    with pytest.raises(StoreError, match=f"is being corrected already, by assessment {first}"):
        _corrected(engine, counting)


def test_a_draft_is_changed_not_corrected(engine):
    record_assessment(engine, ROUND, facts=FACTS, account="ada")
    with pytest.raises(StoreError, match="Assessment 1 is draft; only an approved one"):
        _corrected(engine, 1)
    with pytest.raises(StoreError, match="Assessment 9 is not there"):
        _corrected(engine, 9)
