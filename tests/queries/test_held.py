"""What of a file is held already, as far as the viewer may know."""

from dataclasses import replace

import pytest

from unpol_data.access import LOCAL
from unpol_data.queries import held
from unpol_data.store import reading

OWN = replace(LOCAL, missions=("UNMIK",))


@pytest.fixture
def look(sample_store):
    with reading(sample_store) as connection:
        yield lambda asked, *given, **more: asked(connection, *given, **more)


def test_every_site_held_comes_with_what_was_last_said_of_it(look):
    found = look(held.sites, LOCAL)
    assert len(found) >= 70
    assert not found["site_code"].duplicated().any()
    told = ["site_code", "mission_code", "site_kind", "name", "closed", "unpol_served", "users"]
    assert found[told].notna().all(axis=None)


def test_sites_of_other_missions_are_not_told(look):
    assert set(look(held.sites, OWN)["mission_code"]) == {"UNMIK"}
    assert look(held.sites, replace(LOCAL, missions=())).empty


def test_the_same_content_is_known_to_those_who_see_its_mission_only(look, sample_store):
    with reading(sample_store) as connection:
        digest, number = connection.exec_driver_sql(
            "select content_digest, assessment_id from assessments where mission_code = 'UNMISS'"
        ).first()
    asked = {"mission_code": "UNMISS", "content_digest": digest}
    assert look(held.assessment_with, LOCAL, **asked)[0] == number
    assert look(held.assessment_with, OWN, **asked) is None
    assert look(held.assessment_with, LOCAL, mission_code="UNMISS", content_digest="x") is None
