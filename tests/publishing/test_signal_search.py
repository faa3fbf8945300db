"""A store approved before there were signals gets those it should have had."""

from datetime import date

import pandas as pd
import pytest
from sqlalchemy import delete, select

from unpol_data import publishing
from unpol_data.queries.frames import frame
from unpol_data.store import reading, writing
from unpol_data.store.tables import AuditEntry, Signal, SignalSearch

FIRST, SECOND, THIRD = date(2024, 10, 31), date(2025, 10, 31), date(2026, 3, 31)
LOW = {date(2025, 7, 5): 78.0, date(2025, 8, 5): 81.0, date(2025, 9, 5): 74.0}
SAID = ["clearance", "rule_code", "side", "horizon", "subject", "raised_on", "from_on", "to_on"]


def stored(desk) -> pd.DataFrame:
    """The signals as the store says now, without the revisions that said so.

    One that was to be raised after its period's end, had nothing been published before, is none.
    """
    statement = select(*(Signal.__table__.c[name] for name in [*SAID, "holds", "value"]))
    with reading(desk.engine) as connection:
        rows = frame(connection, statement.where(Signal.revision_to.is_(None)))
    rows = rows[rows["to_on"].isna() | (rows["raised_on"] < rows["to_on"])]
    return rows.sort_values(SAID, ignore_index=True)


@pytest.fixture
def older(desk):
    """A desk whose store holds approvals and no signals, and what approvals had written."""
    desk.approved(1.0, FIRST)
    desk.approved(0.0, SECOND, sensitivity=1)
    desk.measured(LOW, SECOND)
    whole = stored(desk)
    with writing(desk.engine) as connection:
        connection.execute(delete(Signal))
        connection.execute(delete(SignalSearch))
    return desk, whole


def test_a_search_finds_what_the_approvals_would_have_written(older):
    desk, whole = older
    assert len(whole) > 13
    assert publishing.search_missing(desk.engine, account="ada") == ("UNISFA",)
    pd.testing.assert_frame_equal(stored(desk), whole)


def test_a_search_is_an_act_with_its_audit(older):
    desk, _ = older
    publishing.search_missing(desk.engine, account="ada")
    with reading(desk.engine) as connection:
        entry = frame(connection, select(AuditEntry.act, AuditEntry.subject, AuditEntry.account))
    assert entry.iloc[-1].tolist() == ["search_signals", "UNISFA", "ada"]


def test_what_has_been_searched_is_not_searched_again(older):
    desk, _ = older
    publishing.search_missing(desk.engine, account="ada")
    before = desk.current()
    assert publishing.search_missing(desk.engine, account="ada") == ()
    assert desk.current() == before


def test_the_next_approval_of_a_mission_searches_all_its_days(older):
    desk, whole = older
    desk.measured({date(2026, 3, 5): 99.9}, THIRD)
    before = stored(desk)
    early = before[before["from_on"] < pd.Timestamp(THIRD)]
    assert set(early["subject"]) == set(whole["subject"])
    assert publishing.search_missing(desk.engine, account="ada") == ()


def test_an_empty_store_has_nothing_to_search(desk):
    assert publishing.search_missing(desk.engine, account="ada") == ()
    assert desk.current() == 0
