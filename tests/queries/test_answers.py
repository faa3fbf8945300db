"""The answers behind a figure, with the assessment they come from."""

from datetime import date

import pandas as pd
import pytest

from tests import lifecycle
from unpol_data import reference
from unpol_data.queries import answers
from unpol_data.store import reading
from unpol_data.store.writes import acting, correction_of

MARCH, APRIL = date(2026, 3, 1), date(2026, 4, 1)
SITES = [
    {"site_code": f"UNMISS-{name}", "name": name, "site_kind": "team_site", "closed": False}
    for name in ("BOR", "JUBA")
]


def _item(area_code: str) -> str:
    framework = reference.table("framework")
    return framework.loc[framework["area_code"] == area_code, "item_code"].iloc[0]


def _answer(value: float, area_code: str = "cyber", **more) -> dict:
    return {
        "site_code": "UNMISS-BOR",
        "item_code": _item(area_code),
        "side": "unpol",
        "state": "answered",
        "value": value,
        "evidence_grade": "inspected",
        "answered_on": date(2026, 1, 5),
        "cause": "power",
        "note": "seen at night",
    } | more


@pytest.fixture
def two_rounds(record) -> None:
    """Two rounds of one site, the second confidential, and answers that belong elsewhere."""
    elsewhere = [
        _answer(4, "power"),
        _answer(4, side="host_state"),
        _answer(4, site_code="UNMISS-JUBA"),
    ]
    facts = {"site_facts": SITES, "answers": [_answer(1), *elsewhere]}
    record(published_on=MARCH, round_label="2025", facts=facts)
    facts = {"site_facts": SITES, "answers": [_answer(2)]}
    record(published_on=APRIL, round_label="2026", sensitivity=1, facts=facts)


def _told(store, chosen, viewer, site_code="UNMISS-BOR") -> pd.DataFrame:
    with reading(store) as connection:
        return answers.site_answers(connection, site_code, "cyber", chosen=chosen, viewer=viewer)


def test_the_answers_behind_a_figure_say_where_they_come_from(store, two_rounds, chosen, viewer):
    rows = _told(store, chosen(), viewer())
    assert len(rows) == 1
    told = rows.iloc[0]
    assert (told["value"], told["round_label"], told["assessment_id"]) == (2, "2026", 2)
    assert told["published_on"] == pd.Timestamp(APRIL)
    assert (told["evidence_grade"], told["cause"]) == ("inspected", "power")
    assert (told["note"], told["source"]) == ("seen at night", "Invented for tests")


def test_the_answers_are_those_of_the_as_of_date(store, two_rounds, chosen, viewer):
    assert list(_told(store, chosen(as_of=MARCH), viewer())["value"]) == [1]
    assert _told(store, chosen(as_of=date(2026, 2, 1)), viewer()).empty


def test_answers_above_the_clearance_are_not_shown(store, two_rounds, chosen, viewer):
    assert list(_told(store, chosen(), viewer(clearance=0))["value"]) == [1]


def test_answers_of_a_mission_the_viewer_may_not_see_are_not_shown(
    store, two_rounds, chosen, viewer
):
    assert _told(store, chosen(), viewer("MINUSCA")).empty


def test_the_other_side_answers_apart(store, two_rounds, chosen, viewer):
    assert list(_told(store, chosen(side="host_state"), viewer())["value"]) == [4]


def test_filters_without_an_as_of_date_are_refused(store, chosen, viewer):
    with pytest.raises(ValueError, match="resolve it with default_as_of first"):
        _told(store, chosen(as_of=None), viewer())


def _of_items(store, chosen, viewer) -> pd.DataFrame:
    with reading(store) as connection:
        return answers.item_answers(connection, [_item("cyber")], chosen=chosen, viewer=viewer)


def test_answers_to_some_questions_come_from_every_site_with_its_mission(
    store, two_rounds, chosen, viewer
):
    rows = _of_items(store, chosen(), viewer()).set_index("site_code")
    assert rows["value"].to_dict() == {"UNMISS-BOR": 2, "UNMISS-JUBA": 4}
    assert set(rows["mission_code"]) == {"UNMISS"}


def test_answers_to_some_questions_keep_to_date_clearance_and_missions(
    store, two_rounds, chosen, viewer
):
    assert _of_items(store, chosen(as_of=MARCH), viewer())["value"].tolist() == [1, 4]
    assert _of_items(store, chosen(), viewer(clearance=0))["value"].tolist() == [1, 4]
    assert _of_items(store, chosen(), viewer("MINUSCA")).empty
    with pytest.raises(ValueError, match="resolve it with default_as_of first"):
        _of_items(store, chosen(as_of=None), viewer())


MAY, JUNE, JULY = date(2026, 5, 1), date(2026, 6, 1), date(2026, 7, 1)


@pytest.fixture
def hybrid(record) -> None:
    """Told by telephone in March, seen in June."""
    site = SITES[:1]
    remote = {"site_facts": site, "answers": [_answer(1, modality="remote")]}
    record(published_on=MARCH, round_label="Mar", modality="hybrid", facts=remote)
    seen = {"site_facts": site, "answers": [_answer(3)]}
    record(published_on=JUNE, round_label="Jun", modality="in_person", facts=seen)


def told(store, chosen, viewer, query, on):
    with reading(store) as connection:
        rows = query(
            connection, "UNMISS-BOR", "cyber", chosen=chosen(as_of=on), viewer=viewer(clearance=1)
        )
    return [
        (row.value, row.modality, row.round_label, row.published_on.date())
        for row in rows.itertuples()
    ]


def test_a_visit_in_person_replaces_a_remote_answer_without_losing_it(
    store, hybrid, chosen, viewer
):
    asked = (store, chosen, viewer)
    by_telephone, in_person = (1, "remote", "Mar", MARCH), (3, "in_person", "Jun", JUNE)
    assert told(*asked, answers.site_answers, JULY) == [in_person]
    assert told(*asked, answers.earlier_answers, JULY) == [by_telephone]
    # As of April the call still counts, and nothing came before it.
    assert told(*asked, answers.site_answers, APRIL) == [by_telephone]
    assert told(*asked, answers.earlier_answers, APRIL) == []


def test_what_a_correction_replaced_is_an_earlier_answer_from_its_day_on(
    store, record, chosen, viewer
):
    facts = {"site_facts": SITES[:1], "answers": [_answer(1)]}
    first = record(published_on=MARCH, round_label="Mar", modality="remote", facts=facts)
    with acting(store, act="test", subject="", account="ada") as act:
        number = correction_of(act, first, role="assessor")
        lifecycle.made_to_count(act, number, JUNE)
    asked = (store, chosen, viewer, answers.earlier_answers)
    assert told(*asked, MAY) == []
    assert told(*asked, JUNE) == [(1, "remote", "Mar", MARCH)]


def test_who_approved_an_earlier_answer_is_told(store, hybrid, chosen, viewer):
    with reading(store) as connection:
        rows = answers.earlier_answers(
            connection, "UNMISS-BOR", "cyber", chosen=chosen(as_of=JULY), viewer=viewer()
        )
        assert rows["approved_by"].tolist() == ["ada"]
        stranger = viewer("MINUSCA")
        hidden = answers.earlier_answers(
            connection, "UNMISS-BOR", "cyber", chosen=chosen(as_of=JULY), viewer=stranger
        )
    assert hidden.empty
