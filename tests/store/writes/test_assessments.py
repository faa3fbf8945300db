"""How an assessment is recorded."""

import time
from dataclasses import replace
from datetime import UTC, date, datetime

import pandas as pd
import pytest
from sqlalchemy import func, select

from unpol_data.store import StoreError, reading, tables
from unpol_data.store.writes import (
    By,
    Description,
    Recorded,
    acting,
    record_assessment,
    withdraw_assessment,
)

NOON = datetime(2026, 4, 1, 12, tzinfo=UTC)
ROUND = Description(
    mission_code="UNMISS",
    assessed_from=date(2026, 2, 1),
    assessed_to=date(2026, 2, 20),
    source="Invented for tests",
    content_digest="d1",
    round_label="2026",
    illustrative=True,
)
SITE = {"site_code": "UNMISS-BOR", "name": "Bor", "site_kind": "team_site", "closed": False}
ANSWER = {"site_code": "UNMISS-BOR", "item_code": "COM-PER-1", "side": "unpol"}
ANSWER |= {"state": "unknown"}
FACTS = {
    "site_facts": pd.DataFrame([SITE]),
    "answers": pd.DataFrame([ANSWER]),
    "equipment_lines": pd.DataFrame(
        [
            {
                "site_code": "UNMISS-BOR",
                "side": "unpol",
                "equipment_code": "vhf_handset",
                "required": 20,
                "held": 12,
                "serviceable": 9,
                "counted_on": date(2026, 2, 3),
            }
        ]
    ),
    "measurements": pd.DataFrame(
        [
            {
                "site_code": "UNMISS-BOR",
                "measure": "uplink_mbps",
                "measured_on": date(2026, 2, 3),
                "value": 2.0,
            }
        ]
    ),
    "threat_ratings": pd.DataFrame(
        [{"threat_code": "ieds", "level_now": 3, "rated_on": date(2026, 2, 3), "source": "s"}]
    ),
}


def _record(engine, description=ROUND, facts=FACTS) -> Recorded:
    return record_assessment(engine, description, facts=facts, account="ada", recorded_at=NOON)


def _count(engine, table) -> int:
    with reading(engine) as connection:
        return connection.execute(select(func.count()).select_from(table)).scalar_one()


def _audit(engine, revision: int):
    with reading(engine) as connection:
        return connection.execute(
            select(tables.AuditEntry.before, tables.AuditEntry.after).where(
                tables.AuditEntry.revision == revision
            )
        ).one()


def _withdraw(engine, assessment_id=1):
    with acting(engine, act="withdraw", subject="", account="bo", recorded_at=NOON) as act:
        withdraw_assessment(act, assessment_id, by=By("reviewer", "Wrong"))


def test_an_assessment_is_kept_as_a_draft_with_all_its_facts(engine):
    assert _record(engine) == Recorded(assessment_id=1, already_known=False, state="draft")
    assert {_count(engine, table) for table in (tables.Site, *tables.FACTS)} == {1}
    rows = dict.fromkeys(FACTS, 1)
    assert _audit(engine, 1).after == {"assessment_id": 1, "state": "draft", "rows": rows}


def test_the_submissions_it_came_in_with_are_kept_beside_it(engine):
    row = {"submission_uuid": "u1", "submission_digest": "d", "site_code": "UNMISS-BOR"}
    sent = pd.DataFrame([row | {"side": "unpol"}])
    record_assessment(engine, ROUND, facts=FACTS, account="tester", submissions=sent)
    with reading(engine) as connection:
        held = connection.execute(select(tables.Submission.__table__)).one()
    assert tuple(held) == (1, "u1", "d", "UNMISS-BOR", "unpol")


def test_the_same_content_again_changes_nothing(engine):
    _record(engine)
    again = _record(engine, replace(ROUND, round_label="another name"))
    assert again == Recorded(assessment_id=1, already_known=True, state="draft")
    assert _count(engine, tables.Revision) == 1
    assert _count(engine, tables.Answer) == 1


def test_what_was_withdrawn_may_be_brought_again(engine):
    _record(engine)
    _withdraw(engine)
    assert _record(engine) == Recorded(assessment_id=2, already_known=False, state="draft")


def test_who_brought_it_and_in_which_role_is_its_first_step(engine):
    record_assessment(engine, ROUND, facts=FACTS, account="ada", role="assessor")
    columns = ("step", "account", "role", "reason", "recorded_revision")
    statement = select(*(getattr(tables.AssessmentStep, name) for name in columns))
    with reading(engine) as connection:
        assert connection.execute(statement).all() == [("record", "ada", "assessor", None, 1)]


def test_a_later_round_may_speak_of_the_same_sites(engine):
    _record(engine)
    second = _record(engine, replace(ROUND, content_digest="d2"))
    assert second.assessment_id == 2
    assert _count(engine, tables.Site) == 1
    assert _count(engine, tables.SiteFacts) == 2


def test_a_single_table_may_speak_of_sites_described_earlier(engine):
    _record(engine)
    single = replace(ROUND, content_digest="d2", kind="answers")
    assert not _record(engine, single, {"answers": FACTS["answers"]}).already_known


def test_facts_of_a_site_nobody_described_are_refused_and_nothing_is_kept(engine):
    with pytest.raises(StoreError, match="UNMISS-BOR is not described as a site of UNMISS"):
        _record(engine, facts={"answers": FACTS["answers"]})
    assert _count(engine, tables.Assessment) == 0
    assert _count(engine, tables.Revision) == 0


def test_facts_of_another_missions_site_are_refused(engine):
    _record(engine)
    other = replace(ROUND, mission_code="MINUSCA", content_digest="d2")
    with pytest.raises(StoreError, match="is not described as a site of MINUSCA"):
        _record(engine, other, {"answers": FACTS["answers"]})


def test_a_row_that_breaks_a_rule_stops_the_whole_assessment(engine):
    facts = FACTS | {"answers": pd.DataFrame([ANSWER | {"side": "both"}])}
    with pytest.raises(StoreError, match="Nothing was stored: a row breaks the rule known_side"):
        _record(engine, facts=facts)
    assert _count(engine, tables.Site) == 0


def test_facts_of_an_unknown_kind_are_refused(engine):
    with pytest.raises(StoreError, match="no facts called opinions; known are site_facts"):
        _record(engine, facts={"opinions": pd.DataFrame()})


def test_ten_thousand_answers_are_recorded_quickly(engine):
    answers = pd.DataFrame(
        {
            "site_code": "UNMISS-BOR",
            "item_code": [f"COM-PER-{number}" for number in range(10_000)],
            "side": "unpol",
            "state": "answered",
            "value": 3.0,
            "evidence_grade": "inspected",
            "answered_on": pd.Timestamp(2026, 2, 3),
        }
    )
    started = time.perf_counter()
    _record(engine, facts=FACTS | {"answers": answers})
    assert _count(engine, tables.Answer) == 10_000
    assert time.perf_counter() - started < 5, "1 s on an idle core; room for a busy machine"
