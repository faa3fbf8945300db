"""What a draft says of itself is changed, and nobody's work is lost."""

from datetime import date

import pandas as pd
import pytest
from sqlalchemy import select

from unpol_data.store import StoreError, reading, tables
from unpol_data.store.writes import (
    DESCRIBED,
    By,
    Description,
    DraftChanged,
    acting,
    describe_draft,
    record_assessment,
    same_description,
    submit_assessment,
)


@pytest.fixture
def kept(engine):
    """A store with one draft."""
    said = {"round_label": "2026", "modality": "hybrid"}
    first, last = date(2026, 2, 1), date(2026, 2, 20)
    description = Description("UNMISS", first, last, "Invented for tests", "d1", **said)
    record_assessment(engine, description, facts={}, account="ada")
    return engine


@pytest.fixture
def said(kept):
    """What the draft says of itself now, with some of it changed."""

    def row(**changed) -> pd.DataFrame:
        with reading(kept) as connection:
            statement = select(*(getattr(tables.Assessment, name) for name in DESCRIBED))
            cells = connection.execute(statement).one()._asdict()
        return pd.DataFrame([cells | changed], dtype="object")

    return row


@pytest.fixture
def describe(kept):
    """Let the draft say something else; what the audit has of it."""

    def described(read, wanted):
        with acting(kept, act="change_draft", subject="", account="ada") as act:
            assert describe_draft(act, 1, read=read, wanted=wanted) == 1
        return act.before["assessment"], act.after["assessment"]

    return described


def test_what_changed_is_kept_and_the_audit_says_before_and_after(said, describe):
    before, after = describe(said(), said(round_label="Mar 2026", sensitivity=1))
    assert (before["round_label"], before["sensitivity"]) == ("2026", 0)
    assert (after["round_label"], after["sensitivity"]) == ("Mar 2026", 1)
    assert before["assessed_to"] == "2026-02-20"
    assert same_description(said(), said(round_label="Mar 2026"))
    assert not same_description(said(), said(source="Another office"))


def test_what_somebody_else_changed_meanwhile_is_not_overwritten(said, describe):
    read = said()
    describe(read, said(source="Police component"))
    with pytest.raises(DraftChanged, match="changed on another screen") as conflict:
        describe(read, read.assign(source="Headquarters"))
    assert conflict.value.held["source"].tolist() == ["Police component"]
    assert said()["source"].tolist() == ["Police component"]


def test_the_same_sent_twice_over_a_broken_link_is_no_conflict(said, describe):
    read, wanted = said(), said(round_label="Mar 2026")
    describe(read, wanted)
    describe(read, wanted)
    assert said()["round_label"].tolist() == ["Mar 2026"]


def test_only_a_draft_says_something_else_of_itself(kept, said, describe):
    with acting(kept, act="test", subject="", account="ada") as act:
        submit_assessment(act, 1, by=By("assessor"))
    with pytest.raises(StoreError, match="only a draft can be changed"):
        describe(said(), said(source="Headquarters"))
