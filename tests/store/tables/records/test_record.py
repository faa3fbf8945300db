"""What the store refuses to keep of the programme's records, kind by kind."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Boolean, CheckConstraint, Date, Double, Integer, String

from tests.programme_rows import row
from unpol_data import reference
from unpol_data.store.tables import RECORDS

VERSION = {
    "version": 1,
    "retired": False,
    "retired_reason": None,
    "recorded_at": datetime(2026, 4, 1, 12, tzinfo=UTC),
    "recorded_by": "tester",
    "recorded_revision": 1,
}
TYPES = {"date": Date, "integer": Integer, "number": Double, "yes_no": Boolean}
EARLY = date(2020, 1, 1)
OF_ALL = [
    ({"version": 0}, "versions_from_1"),
    ({"sensitivity": 3}, "sensitivity_in_range"),
    ({"retired": True}, "retired_with_a_reason"),
    ({"retired_reason": "Given up"}, "retired_with_a_reason"),
    ({"source": None}, "source"),
]
OF_KIND = {
    "visits": [
        ({"state": "dreamt"}, "known_state"),
        ({"planned_to": EARLY}, "planned_in_order"),
        ({"made_to": EARLY}, "made_in_order"),
        ({"made_to": None}, "dated_when_made"),
        ({"made_from": None}, "made_from_a_day"),
        ({"assessors_brindisi": -1}, "assessors_not_negative"),
    ],
    "budget_lines": [
        ({"category": "programme_support"}, "known_category"),
        ({"budgeted_usd": -1}, "budgeted_not_negative"),
        ({"committed_usd": -1}, "committed_not_negative"),
        ({"spent_usd": -1}, "spent_not_negative"),
    ],
    "guidance_documents": [({"state": "lost"}, "known_state")],
    "considerations": [({"state": "fine"}, "known_state")],
    "document_reviews": [({"state": "fine"}, "known_state")],
    "trainings": [
        ({"women_trained": -1}, "women_not_negative"),
        ({"men_trained": -1}, "men_not_negative"),
    ],
    "expertise": [
        ({"holder": "somebody"}, "known_holder"),
        ({"women": -1}, "officers_not_negative"),
    ],
    "expertise_requests": [
        ({"state": "lost"}, "known_state"),
        ({"holder": "somebody"}, "known_holder"),
        ({"to_on": EARLY}, "period_in_order"),
    ],
    "advisory_services": [
        ({"state": "lost"}, "known_state"),
        ({"hrddp_status": "fine"}, "known_hrddp_status"),
        ({"to_on": EARLY}, "period_in_order"),
    ],
    "engagements": [
        ({"state": "lost"}, "known_state"),
        ({"to_on": EARLY}, "period_in_order"),
    ],
    "lessons": [({"state": "lost"}, "known_state")],
    "options": [
        ({"state": "lost"}, "known_state"),
        ({"side": "both"}, "known_side"),
        ({"hrddp_status": "fine"}, "known_hrddp_status"),
        ({"gender_check": "fine"}, "known_gender_check"),
        ({"tech_pct": 101}, "tech_pct_in_range"),
        ({"adopt_pct": -1}, "adopt_pct_in_range"),
        ({"cost_once_usd": -1}, "cost_and_time_not_negative"),
        ({"cost_yearly_usd": -1}, "yearly_cost_not_negative"),
        ({"side": "host_state"}, "host_state_with_hrddp"),
        ({"parent_code": "OPTION-1"}, "parent_is_another"),
    ],
    "option_gains": [({"attainment_gain_pct": 101}, "attainment_gain_pct_in_range")],
    "decisions": [
        ({"state": "lost"}, "known_state"),
        ({"store_revision": -1}, "revision_not_negative"),
        ({"due_on": EARLY}, "due_after_decided"),
    ],
    "risks": [
        ({"state": "lost"}, "known_state"),
        ({"likelihood": "certain"}, "known_likelihood"),
        ({"impact": "none"}, "known_impact"),
    ],
}
BROKEN = [(kind, *one) for kind, of_kind in OF_KIND.items() for one in of_kind]


@pytest.mark.parametrize("kind", RECORDS)
def test_a_sound_record_is_kept_once_per_version(keep, refused, kind):
    keep(RECORDS[kind], row(kind) | VERSION)
    assert refused(RECORDS[kind], row(kind) | VERSION)
    keep(RECORDS[kind], row(kind) | VERSION | {"version": 2})


@pytest.mark.parametrize(("kind", "changed", "rule"), BROKEN)
def test_a_record_that_breaks_a_rule_of_its_kind_is_refused(refused, kind, changed, rule):
    assert rule in refused(RECORDS[kind], row(kind) | VERSION | changed)


@pytest.mark.parametrize(("changed", "rule"), OF_ALL)
def test_a_record_that_breaks_a_rule_of_all_kinds_is_refused(refused, changed, rule):
    assert rule in refused(RECORDS["lessons"], row("lessons") | VERSION | changed)


def test_every_rule_of_every_kind_is_broken_by_a_test():
    tried = {rule for _, rule in OF_ALL}
    for kind, table in RECORDS.items():
        rules = {str(one.name) for one in table.__table__.constraints if _checks(one)}
        assert rules - tried == {rule for _, rule in OF_KIND[kind]}, kind


def _checks(rule) -> bool:
    return isinstance(rule, CheckConstraint)


@pytest.mark.parametrize("kind", RECORDS)
def test_the_table_has_the_columns_that_the_dictionary_promises(kind):
    table = RECORDS[kind].__table__
    promised = reference.records.columns(kind)
    assert {one.column for one in promised} == set(table.columns.keys()) - set(VERSION)
    assert [one.name for one in table.primary_key] == [*reference.records.key(kind), "version"]
    for one in promised:
        kept = table.c[one.column]
        filled_in = one.column in ("sensitivity", "illustrative")
        assert kept.nullable != (one.required or filled_in), one
        expected = Integer if one.column == "sensitivity" else TYPES.get(one.value_kind, String)
        assert isinstance(kept.type, expected), one


def test_the_words_a_table_knows_are_those_of_the_reference():
    for kind, table in RECORDS.items():
        for rule in filter(_checks, table.__table__.constraints):
            if str(rule.name).startswith("known_"):
                column = str(rule.name).removeprefix("known_")
                words = ", ".join(
                    f"'{code}'" for code in reference.records.column(kind, column).codes
                )
                assert str(rule.sqltext) == f"{column} IN ({words})"
