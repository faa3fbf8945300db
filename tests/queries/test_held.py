"""What of a file is held already, as far as the viewer may know."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from sqlalchemy import insert, select, update

from unpol_data.access import LOCAL
from unpol_data.queries import held
from unpol_data.store import open_store, reading, writing
from unpol_data.store.tables import Assessment, Site, Submission

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


def test_of_a_site_above_ones_clearance_only_code_and_kind_are_told(look):
    unclassified = replace(LOCAL, clearance=0)
    found = look(held.sites, unclassified)
    assert set(found["site_code"]) == set(look(held.sites, LOCAL)["site_code"])
    assert found[["site_code", "site_kind"]].notna().all(axis=None)
    assert found[["name", "unpol_served", "users", "host_officers_served"]].isna().all(axis=None)


def test_the_same_content_is_known_to_those_who_see_its_mission_only(look, sample_store):
    with reading(sample_store) as connection:
        digest, number = connection.exec_driver_sql(
            "select content_digest, assessment_id from assessments where mission_code = 'UNMISS'"
        ).first()
    asked = {"mission_code": "UNMISS", "content_digest": digest}
    assert look(held.assessment_with, LOCAL, **asked)[0] == number
    assert look(held.assessment_with, OWN, **asked) is None
    assert look(held.assessment_with, LOCAL, mission_code="UNMISS", content_digest="x") is None


def test_what_is_above_ones_clearance_is_held_already_and_nothing_more_is_told(look):
    row = look(
        lambda connection: connection.exec_driver_sql(
            "select mission_code, content_digest from assessments where sensitivity > 0"
        ).first()
    )
    asked = dict(zip(("mission_code", "content_digest"), row, strict=True))
    assert look(held.assessment_with, replace(LOCAL, clearance=0), **asked) == (None, "")


HELD_BY = [(1, "u1", "d1"), (2, "u1", "d1"), (1, "u2", "d2")]


@pytest.fixture
def sent(sample_copy):
    """A store in which two assessments hold submissions."""
    engine = open_store(f"sqlite:///{sample_copy}")
    with writing(engine) as connection:
        site = connection.scalar(select(Site.site_code).where(Site.mission_code == "UNMISS"))
        for number, uuid, digest in HELD_BY:
            said = {"submission_uuid": uuid, "submission_digest": digest, "side": "unpol"}
            connection.execute(
                insert(Submission).values(assessment_id=number, site_code=site, **said)
            )
    yield engine
    engine.dispose()


def set_second(engine, **values) -> None:
    """Let the second assessment say something else of itself."""
    with writing(engine) as connection:
        own = update(Assessment).where(Assessment.assessment_id == 2)
        connection.execute(own.values(**values))


def submissions(engine, viewer) -> dict:
    with reading(engine) as connection:
        return held.submissions(connection, viewer)


def test_submissions_are_told_with_the_assessment_that_holds_them(sent):
    assert submissions(sent, LOCAL) == {("u1", "d1"): 2, ("u2", "d2"): 1}
    with reading(sent) as connection:
        query = select(Assessment.assessment_id, Assessment.mission_code)
        missions = dict(connection.execute(query).all())
        assert held.state_of(connection, LOCAL, 1) == "approved"
    elsewhere = next(code for code in missions.values() if code not in (missions[1], missions[2]))
    assert submissions(sent, replace(LOCAL, missions=(elsewhere,))) == {}
    set_second(sent, state="withdrawn", withdrawn_at=datetime(2026, 4, 1, tzinfo=UTC))
    assert submissions(sent, LOCAL) == {("u1", "d1"): 1, ("u2", "d2"): 1}


def test_of_assessments_above_ones_clearance_no_number_is_told(sent):
    set_second(sent, sensitivity=2)
    # What one may see is named, also where something newer holds the same.
    assert submissions(sent, replace(LOCAL, clearance=1)) == {("u1", "d1"): 1, ("u2", "d2"): 1}
    nothing = {("u1", "d1"): None, ("u2", "d2"): None}
    assert submissions(sent, replace(LOCAL, clearance=0)) == nothing
