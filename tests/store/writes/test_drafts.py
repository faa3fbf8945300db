"""How a draft is changed a few rows at a time, on each database."""

from datetime import date

import pandas as pd
import pytest
from sqlalchemy import select

from unpol_data.store import StoreError, reading, tables
from unpol_data.store.writes import (
    Description,
    DraftChanged,
    acting,
    change_draft,
    difference,
    keep_content_digest,
    record_assessment,
)

ROUND = Description(
    mission_code="UNMISS",
    assessed_from=date(2026, 2, 1),
    assessed_to=date(2026, 2, 20),
    source="Invented for tests",
    content_digest="d1",
    round_label="2026",
)
SITE = {"site_code": "UNMISS-BOR", "name": "Bor", "site_kind": "team_site", "closed": False}
ANSWER = {"site_code": "UNMISS-BOR", "item_code": "COM-PER-1", "side": "unpol", "state": "unknown"}
NOTHING = pd.DataFrame()


def _answers(*more: dict) -> pd.DataFrame:
    return pd.DataFrame([{**ANSWER, **one} for one in more])


@pytest.fixture
def kept(engine):
    """A store with a draft of one site and one answer."""
    facts = {"site_facts": pd.DataFrame([SITE]), "answers": _answers({})}
    record_assessment(engine, ROUND, facts=facts, account="ada")
    return engine


def _change(engine, table_name: str, *, read: pd.DataFrame, wanted: pd.DataFrame) -> int:
    with acting(engine, act="change_draft", subject="assessment 1", account="ben") as act:
        changed = change_draft(act, 1, difference(table_name, read=read, wanted=wanted))
        keep_content_digest(act, 1, f"after revision {act.revision}")
    return changed


def _states(engine) -> dict[str, str]:
    with reading(engine) as connection:
        rows = connection.execute(select(tables.Answer.item_code, tables.Answer.state))
        return {row.item_code: row.state for row in rows}


def _newest(engine, table, *columns: str):
    (key,) = table.__table__.primary_key.columns
    statement = select(*(table.__table__.columns[one] for one in columns)).order_by(key.desc())
    with reading(engine) as connection:
        return connection.execute(statement).first()


def test_a_row_is_changed_another_is_added_and_the_audit_says_both(kept):
    new = {"item_code": "COM-PER-2", "state": "not_applicable"}
    changed = _change(
        kept,
        "answers",
        read=_answers({}),
        wanted=_answers({"state": "not_provided", "note": "by design"}, new),
    )
    assert changed == 2
    assert _states(kept) == {"COM-PER-1": "not_provided", "COM-PER-2": "not_applicable"}
    audit = _newest(kept, tables.AuditEntry, "before", "after", "account")
    assert [row["state"] for row in audit.before["answers"]] == ["unknown"]
    assert [row["item_code"] for row in audit.after["answers"]] == ["COM-PER-1", "COM-PER-2"]
    assert audit.account == "ben"


def test_what_no_longer_stands_is_removed_and_kept_in_the_audit(kept):
    assert _change(kept, "answers", read=_answers({}), wanted=NOTHING) == 1
    assert _states(kept) == {}
    audit = _newest(kept, tables.AuditEntry, "before", "after")
    assert audit.before["answers"][0]["item_code"] == "COM-PER-1"
    assert audit.after["answers"] == []


def test_what_is_the_same_is_no_change(kept):
    same = difference("answers", read=_answers({}), wanted=_answers({"note": None}))
    assert same.keys == set()


def test_the_draft_is_known_by_its_new_content_and_its_history_says_it_was_changed(kept):
    _change(kept, "answers", read=_answers({}), wanted=NOTHING)
    (digest,) = _newest(kept, tables.Assessment, "content_digest")
    step = _newest(kept, tables.AssessmentStep, "step", "account", "assessment_id")
    assert digest.startswith("after revision")
    assert tuple(step) == ("change", "ben", 1)


def test_several_changes_by_one_account_are_one_step_of_its_history(kept):
    _change(kept, "answers", read=_answers({}), wanted=NOTHING)
    _change(kept, "answers", read=NOTHING, wanted=_answers({}))
    with reading(kept) as connection:
        steps = connection.scalars(select(tables.AssessmentStep.step)).all()
    assert steps.count("change") == 1


def test_a_row_that_somebody_else_changed_is_not_overwritten(kept):
    theirs = _answers({"state": "not_provided"})
    _change(kept, "answers", read=_answers({}), wanted=theirs)
    with pytest.raises(DraftChanged, match="1 row was changed on another screen") as conflict:
        _change(kept, "answers", read=_answers({}), wanted=_answers({"state": "not_applicable"}))
    assert list(conflict.value.held["state"]) == ["not_provided"]
    assert conflict.value.gone == 0
    assert _states(kept) == {"COM-PER-1": "not_provided"}


def test_a_row_that_somebody_else_removed_does_not_come_back_unseen(kept):
    _change(kept, "answers", read=_answers({}), wanted=NOTHING)
    with pytest.raises(DraftChanged) as conflict:
        _change(kept, "answers", read=_answers({}), wanted=_answers({"state": "not_applicable"}))
    assert conflict.value.gone == 1
    assert _states(kept) == {}


def test_other_rows_may_be_changed_by_two_at_once(kept):
    _change(kept, "answers", read=_answers({}), wanted=_answers({"state": "not_provided"}))
    other = _answers({"item_code": "COM-PER-2"})
    assert _change(kept, "answers", read=NOTHING, wanted=other) == 1
    assert _states(kept) == {"COM-PER-1": "not_provided", "COM-PER-2": "unknown"}


def test_the_same_sent_twice_over_a_broken_link_is_no_conflict(kept):
    wanted = _answers({"state": "not_provided"})
    _change(kept, "answers", read=_answers({}), wanted=wanted)
    _change(kept, "answers", read=_answers({}), wanted=wanted)
    assert _states(kept) == {"COM-PER-1": "not_provided"}


def test_a_new_site_becomes_a_site_of_the_mission(kept):
    new = pd.DataFrame([{**SITE, "site_code": "UNMISS-YEI", "name": "Yei"}])
    _change(kept, "site_facts", read=NOTHING, wanted=new)
    with reading(kept) as connection:
        codes = connection.scalars(select(tables.Site.site_code).order_by(tables.Site.site_code))
        assert list(codes) == ["UNMISS-BOR", "UNMISS-YEI"]


def test_rows_of_a_site_nobody_described_are_refused(kept):
    with pytest.raises(StoreError, match="UNMISS-YEI is not described"):
        _change(kept, "answers", read=NOTHING, wanted=_answers({"site_code": "UNMISS-YEI"}))


def test_only_a_draft_can_be_changed(kept):
    with acting(kept, act="test", subject="test", account="ada") as act:
        act.connection.execute(tables.Assessment.__table__.update().values(state="submitted"))
    with pytest.raises(StoreError, match="is submitted; only a draft can be changed"):
        _change(kept, "answers", read=_answers({}), wanted=NOTHING)


def test_an_assessment_that_is_not_there_is_said_not_to_be(engine):
    with pytest.raises(StoreError, match="There is no assessment 1"):
        _change(engine, "answers", read=NOTHING, wanted=NOTHING)


def test_facts_of_an_unknown_kind_are_refused():
    with pytest.raises(StoreError, match="no facts called replies"):
        difference("replies", read=NOTHING, wanted=NOTHING)


def test_a_draft_that_would_say_the_same_as_another_assessment_is_refused(kept):
    with acting(kept, act="test", subject="test", account="ada") as act:
        act.connection.execute(
            tables.Assessment.__table__.insert().values(
                {**vars(ROUND), "content_digest": "d2", "state": "draft", "assessment_id": 2}
                | {"imported_at": act.recorded_at, "imported_by": "ada"}
                | {"recorded_revision": act.revision}
            )
        )
    with (
        pytest.raises(StoreError, match="the same as assessment 2"),
        acting(kept, act="change_draft", subject="assessment 1", account="ben") as act,
    ):
        keep_content_digest(act, 1, "d2")
