"""Which facts are in force on a day, for a clearance."""

from datetime import date

import pytest

from unpol_data.queries import facts
from unpol_data.store import reading
from unpol_data.store.writes import By, acting, withdraw_assessment

MARCH, APRIL, MAY = date(2026, 3, 1), date(2026, 4, 1), date(2026, 5, 1)
SITE = {"site_code": "UNMISS-BOR", "name": "Bor", "site_kind": "team_site", "closed": False}


def _answer(value: float, item_code: str = "COM-PER-1", **more) -> dict:
    return {
        "site_code": "UNMISS-BOR",
        "item_code": item_code,
        "side": "unpol",
        "state": "answered",
        "value": value,
        "evidence_grade": "inspected",
        "answered_on": date(2026, 1, 5),
    } | more


def _round(*answers: dict) -> dict:
    return {"site_facts": [SITE], "answers": list(answers)}


def _values(store, on=MAY, clearance=2, **more) -> list[tuple]:
    with reading(store) as connection:
        rows = facts.answers(connection, "UNMISS", on=on, clearance=clearance, **more)
    return list(zip(rows["item_code"], rows["value"], strict=True))


def test_a_later_answer_takes_the_place_of_an_earlier_one_item_by_item(store, record):
    record(published_on=MARCH, facts=_round(_answer(1), _answer(2, "COM-PER-2")))
    record(published_on=APRIL, facts=_round(_answer(3)))
    assert _values(store, on=date(2026, 2, 28)) == []
    assert _values(store, on=MARCH) == [("COM-PER-1", 1), ("COM-PER-2", 2)]
    assert _values(store, on=APRIL) == [("COM-PER-1", 3), ("COM-PER-2", 2)]


def test_the_day_of_publication_decides_not_the_order_of_recording(store, record):
    record(published_on=APRIL, facts=_round(_answer(3)))
    record(published_on=MARCH, facts=_round(_answer(1)))
    assert _values(store) == [("COM-PER-1", 3)]


def test_of_two_rounds_published_together_the_one_recorded_last_counts(store, record):
    record(published_on=MARCH, facts=_round(_answer(1)))
    record(published_on=MARCH, facts=_round(_answer(2)))
    assert _values(store) == [("COM-PER-1", 2)]


def test_of_two_published_together_the_later_visit_counts_then_the_one_in_person(store, record):
    late = {"published_on": MARCH, "assessed_to": date(2026, 1, 20)}
    record(facts=_round(_answer(4)), modality="in_person", **late)
    record(published_on=MARCH, facts=_round(_answer(1)), modality="in_person")
    assert _values(store) == [("COM-PER-1", 4)]
    record(facts=_round(_answer(2)), modality="remote", **late)
    assert _values(store) == [("COM-PER-1", 4)]
    record(facts=_round(_answer(3)), modality="hybrid", **late)
    assert _values(store) == [("COM-PER-1", 3)]


def test_a_later_unknown_takes_the_place_of_an_answer(store, record):
    record(published_on=MARCH, facts=_round(_answer(1)))
    nothing = {"state": "unknown", "value": None, "evidence_grade": None, "answered_on": None}
    record(published_on=APRIL, facts=_round(_answer(1) | nothing))
    with reading(store) as connection:
        rows = facts.answers(connection, "UNMISS", on=MAY, clearance=2)
    assert list(rows["state"]) == ["unknown"]
    assert rows["value"].isna().all()


def test_both_sides_are_answered_apart(store, record):
    record(published_on=MARCH, facts=_round(_answer(1), _answer(4, side="host_state")))
    assert _values(store) == [("COM-PER-1", 4), ("COM-PER-1", 1)]


def test_what_is_above_the_clearance_does_not_count(store, record):
    record(published_on=MARCH, facts=_round(_answer(1)))
    record(published_on=APRIL, facts=_round(_answer(3)), sensitivity=1)
    assert _values(store, clearance=0) == [("COM-PER-1", 1)]
    assert _values(store, clearance=1) == [("COM-PER-1", 3)]


def test_a_draft_counts_only_where_it_is_asked_for(store, record):
    record(published_on=MARCH, facts=_round(_answer(1)))
    draft = record(facts=_round(_answer(3)))
    assert _values(store) == [("COM-PER-1", 1)]
    assert _values(store, include=draft) == [("COM-PER-1", 3)]


def test_an_included_draft_above_the_clearance_does_not_count(store, record):
    draft = record(facts=_round(_answer(3)), sensitivity=2)
    assert _values(store, clearance=1, include=draft) == []


def test_what_would_hold_without_an_assessment_can_be_asked(store, record):
    record(published_on=MARCH, facts=_round(_answer(1)))
    latest = record(published_on=APRIL, facts=_round(_answer(3)))
    assert _values(store, exclude=latest) == [("COM-PER-1", 1)]


def test_what_is_withdrawn_counts_no_more(store, record):
    record(published_on=MARCH, facts=_round(_answer(1)))
    latest = record(published_on=APRIL, facts=_round(_answer(3)))
    with acting(store, act="test", subject="", account="ada") as act:
        withdraw_assessment(act, latest, by=By("reviewer", "Wrong"))
    assert _values(store) == [("COM-PER-1", 1)]
    with reading(store) as connection:
        assert facts.publication_dates(connection, "UNMISS") == [MARCH]


def test_another_missions_facts_do_not_count(store, record):
    record(published_on=MARCH, facts=_round(_answer(1)))
    other = SITE | {"site_code": "MINUSCA-BRIA"}
    record("MINUSCA", published_on=MARCH, facts={"site_facts": [other]})
    with reading(store) as connection:
        rows = facts.site_facts(connection, "MINUSCA", on=MAY, clearance=0)
        assert list(rows["site_code"]) == ["MINUSCA-BRIA"]
        assert facts.answers(connection, "MINUSCA", on=MAY, clearance=0).empty


def test_publication_dates_are_told_once_each_in_order(store, record):
    for day in (APRIL, MARCH, APRIL):
        record(published_on=day)
    record()
    with reading(store) as connection:
        assert facts.publication_dates(connection, "UNMISS") == [MARCH, APRIL]


LINE = {"site_code": "UNMISS-BOR", "side": "unpol", "equipment_code": "vhf_handset"}
LINE |= {"required": 9, "held": 9, "counted_on": date(2026, 1, 5)}
MEASURED = {"site_code": "UNMISS-BOR", "measure": "uplink_mbps", "measured_on": date(2026, 1, 5)}
RATED = {"threat_code": "ieds", "rated_on": date(2026, 1, 5), "source": "Invented"}
OTHER_FACTS = [
    ("equipment_lines", facts.equipment_lines, "serviceable", LINE),
    ("measurements", facts.measurements, "value", MEASURED),
    ("threat_ratings", facts.threat_ratings, "level_now", RATED),
    ("site_facts", facts.site_facts, "users", SITE),
]


@pytest.mark.parametrize(("table", "read", "column", "row"), OTHER_FACTS)
def test_every_kind_of_fact_counts_by_the_same_rule(store, record, table, read, column, row):
    sites = {"site_facts": [SITE]}
    first = record(published_on=MARCH, facts=sites | {table: [row | {column: 1}]})
    second = record(published_on=APRIL, facts=sites | {table: [row | {column: 2}]}, sensitivity=1)
    third = record(facts=sites | {table: [row | {column: 3}]})

    def told(on=MAY, clearance=2, **more):
        with reading(store) as connection:
            rows = read(connection, "UNMISS", on=on, clearance=clearance, **more)
        return list(zip(rows["assessment_id"], rows[column], strict=True))

    assert told(on=MARCH) == [(first, 1)]
    assert told() == [(second, 2)]
    assert told(clearance=0) == [(first, 1)]
    assert told(include=third) == [(third, 3)]
    assert told(exclude=second) == [(first, 1)]


def test_measurements_of_all_rounds_count_together(store, record):
    for month, published_on in ((1, MARCH), (2, APRIL)):
        measured = MEASURED | {"measured_on": date(2026, month, 5), "value": month}
        record(published_on=published_on, facts={"site_facts": [SITE], "measurements": [measured]})
    with reading(store) as connection:
        rows = facts.measurements(connection, "UNMISS", on=MAY, clearance=2)
    assert list(rows["value"]) == [1, 2]
