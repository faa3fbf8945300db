"""What evidence a visit of the sample's mission costs when it is made in another way."""

from datetime import date

import pytest

from tests.plan_rows import record_plan
from unpol_data.access import LOCAL
from unpol_data.filters import Filters
from unpol_data.store import open_store, reading
from unpol_data.views import gaps, replanning

ON = date(2026, 11, 16)
VISIT = {
    "visit_code": "TRIAL-1",
    "mission_code": "MONUSCO",
    "modality": "in_person",
    "planned_from": date(2026, 12, 1),
    "planned_to": date(2026, 12, 11),
    "made_from": None,
    "made_to": None,
    "state": "planned",
    "site_codes": "MONUSCO-BENI MONUSCO-BUNIA",
}


@pytest.fixture
def replanned(sample_copy):
    engine = open_store(f"sqlite:///{sample_copy}")
    record_plan(
        engine,
        visits=(VISIT, {**VISIT, "visit_code": "TRIAL-2", "site_codes": None}),
        lines=({"line_code": "TRIAL-LINE", "visit_code": "TRIAL-1"},),
    )

    def of(modality: str, *in_person: str, visit_code: str = "TRIAL-1") -> replanning.Replanned:
        with reading(engine) as connection:
            return replanning.replanned(
                connection,
                Filters(),
                LOCAL,
                visit_code=visit_code,
                modality=modality,
                in_person=in_person,
                on=ON,
            )

    yield of
    engine.dispose()


def test_without_a_visit_the_confidence_is_that_of_every_other_page(replanned, sample_store):
    found = replanned("remote")
    assert found.on == date(2026, 12, 11)
    with reading(sample_store) as connection:
        chosen = Filters(missions=("MONUSCO",), as_of=found.on)
        known = gaps.area_confidence(connection, chosen, LOCAL).set_index("area_code")
    now = found.areas.set_index("area_code")["now"]
    assert now.to_dict() == pytest.approx(known["confidence"].to_dict())


def test_remote_is_worth_less_than_hybrid_and_hybrid_less_than_in_person(replanned):
    remote = replanned("remote").areas.set_index("area_code")
    hybrid = replanned("hybrid", "MONUSCO-BENI").areas.set_index("area_code").loc[remote.index]
    assert (remote["instead"] < hybrid["instead"]).all()
    assert (hybrid["instead"] < hybrid["planned"]).all()
    assert (remote["planned"] == hybrid["planned"]).all()


def test_a_visit_that_names_no_sites_is_of_all(replanned):
    found = replanned("remote", visit_code="TRIAL-2")
    assert len(found.visited) > 2
    whole = replanned("in_person", visit_code="TRIAL-2")
    assert (whole.areas["instead"] == whole.areas["planned"]).all()


def test_areas_that_fall_to_a_lower_class_are_named(replanned):
    found = replanned("remote")
    assert found.falls
    told = found.areas.set_index("area_code")
    assert all(
        told.at[code, "instead_class"] != told.at[code, "planned_class"] for code in found.falls
    )
    assert set(found.below_medium) <= set(found.falls)


def test_the_less_is_seen_the_further_an_answer_may_be_off(replanned):
    off = replanned("remote").allowance
    assert off["planned"] < off["instead"]
