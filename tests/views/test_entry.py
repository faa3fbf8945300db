"""What is asked at a site, what the draft says, and what counts now."""

from datetime import date

import pandas as pd
import pytest

from tests.views.filing import AS_OF, HQ, TEAM, two_rounds
from unpol_data.access import LOCAL, Viewer
from unpol_data.filters import Filters
from unpol_data.ingest import entry
from unpol_data.store import open_store, reading
from unpol_data.views import entry as view

CHOSEN = Filters(missions=("UNISFA",), as_of=AS_OF)
DRAFT = 3
SAID = {
    "mission_code": "UNISFA",
    "round_label": "Apr 2026",
    "assessed_from": date(2026, 3, 25),
    "assessed_to": date(2026, 4, 1),
    "modality": "remote",
    "sensitivity": "confidential",
    "source": "Police component",
}
NEW = {"site_code": "UNISFA-TODAJ", "name": "Todaj", "site_kind": "team_site"}
NEW |= {"unpol_served": 12, "users": 15}
UNKNOWN = {"site_code": TEAM, "item_code": "PWR-PER-1", "side": "unpol", "state": "unknown"}


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    """Two approved rounds, and a draft with a new site and one answer."""
    engine = open_store(f"sqlite:///{two_rounds(tmp_path_factory.mktemp('entry'))}")
    entry.begin(engine, SAID, viewer=LOCAL, today=date(2026, 4, 1))
    for sheet, row in (("sites", NEW), ("answers", UNKNOWN)):
        saved = entry.save(
            engine,
            sheet,
            pd.DataFrame([row], dtype="object"),
            assessment_id=DRAFT,
            read=pd.DataFrame(),
            viewer=LOCAL,
            today=date(2026, 4, 1),
        )
        assert saved.changed == 1
    yield engine
    engine.dispose()


@pytest.fixture
def seen(store):
    """What a view says of the draft."""

    def of(function, viewer=LOCAL, chosen=CHOSEN, **more):
        with reading(store) as connection:
            return function(connection, chosen, viewer, **more)

    return of


def test_my_drafts_are_mine_and_drafts(seen):
    assert list(seen(view.drafts)["assessment_id"]) == [DRAFT]
    somebody = Viewer("ada", None, 2, frozenset({"assessor"}))
    assert seen(view.drafts, somebody).empty


def test_sites_are_those_that_count_and_those_the_draft_describes(seen):
    sites = seen(view.sites, assessment_id=DRAFT).set_index("site_code")
    assert set(sites.index) >= {HQ, TEAM, "UNISFA-TODAJ"}
    assert dict(sites["in_draft"])["UNISFA-TODAJ"]
    assert not dict(sites["in_draft"])[HQ]
    assert sites.at[HQ, "unpol_served"] == 200


def test_the_row_of_a_site_is_the_drafts_own(seen):
    own = seen(view.own_site, assessment_id=DRAFT, site_code="UNISFA-TODAJ")
    assert list(own["name"]) == ["Todaj"]
    assert seen(view.own_site, assessment_id=DRAFT, site_code=HQ).empty


def test_only_what_applies_is_asked_in_the_order_of_the_profession():
    asked = view.asked(site_kind="team_site", side="unpol")
    assert asked["item_code"].is_unique
    assert view.asked(site_kind="team_site", side="host_state").empty
    assert list(dict.fromkeys(asked["area_code"]))[:2] == ["communications", "power"]


def test_progress_counts_an_unknown_answer_as_given(seen):
    place = {"assessment_id": DRAFT, "site_code": TEAM, "site_kind": "team_site"}
    areas = seen(view.progress, **place).set_index("area_code")
    assert areas.at["power", "answered"] == 1
    assert areas["answered"].sum() == 1
    assert (areas["asked"] > 0).all()


def test_a_form_of_answers_has_the_draft_beside_what_counts(seen):
    place = {"assessment_id": DRAFT, "site_code": TEAM, "site_kind": "team_site"}
    form = seen(view.answers, area_code="power", **place)
    assert set(form.lines["area_code"]) == {"power"}
    assert list(form.read["state"]) == ["unknown"]
    assert set(form.held["item_code"]) <= set(form.lines["item_code"])


def test_a_form_of_equipment_has_the_counts_that_count(seen):
    lines = [
        seen(view.equipment, assessment_id=DRAFT, site_code=HQ, area_code=area)
        for area in ("communications", "power")
    ]
    assert all(form.read.empty for form in lines)
    assert sum(len(form.held) for form in lines) > 0
    assert all((form.held["site_code"] == HQ).all() for form in lines)


def test_a_form_of_links_has_the_newest_of_each_measure(seen):
    form = seen(view.links, assessment_id=DRAFT, site_code=HQ)
    assert form.read.empty
    assert form.held["measure"].is_unique
    assert form.held["measured_on"].max() >= pd.Timestamp(2026, 3, 1)


def test_a_draft_says_of_itself_what_a_person_fills_in(seen):
    (row,) = seen(view.own_row, assessment_id=DRAFT).to_dict("records")
    assert (row["round_label"], row["sensitivity"]) == ("Apr 2026", 1)
    assert {"state", "mission_code", "content_digest"}.isdisjoint(row)
    stranger = Viewer("ada", ("BINUH",), 2, frozenset({"assessor"}))
    assert seen(view.own_row, viewer=stranger, assessment_id=DRAFT).empty


def test_every_crime_threat_is_asked_of_the_mission(seen):
    form = seen(view.threats, assessment_id=DRAFT)
    assert len(form.lines) == 28
    assert form.read.empty
    assert set(form.held.columns) >= {"threat_code", "level_now", "level_emerging", "source"}
