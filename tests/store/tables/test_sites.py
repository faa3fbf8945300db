"""What the store refuses to keep about a site."""

import pytest

from unpol_data.store.tables import Site, SiteFacts

FACTS = {
    "assessment_id": 1,
    "site_code": "UNMISS-BOR",
    "name": "Bor",
    "site_kind": "team_site",
    "latitude": 6.2,
    "longitude": 31.6,
    "unpol_served": 40,
    "users": 55,
    "host_officers_served": 0,
    "closed": False,
}
BROKEN = [
    ({"latitude": 91.0}, "latitude_in_range"),
    ({"longitude": -181.0}, "longitude_in_range"),
    ({"longitude": None}, "place_complete"),
    ({"unpol_served": -1}, "people_not_negative"),
    ({"users": -1}, "people_not_negative"),
    ({"host_officers_served": -1}, "people_not_negative"),
]


def test_sound_facts_of_a_site_are_kept(keep):
    keep(SiteFacts, FACTS)


def test_a_site_may_have_no_place_on_the_map(keep):
    keep(SiteFacts, FACTS | {"latitude": None, "longitude": None})


@pytest.mark.parametrize(("changed", "rule"), BROKEN)
def test_facts_of_a_site_that_break_a_rule_are_refused_by_name(refused, changed, rule):
    assert f"the rule {rule};" in refused(SiteFacts, FACTS | changed)


def test_facts_of_an_unknown_site_are_refused(refused):
    said = refused(SiteFacts, FACTS | {"site_code": "UNMISS-NOWHERE"})
    assert "FOREIGN KEY" in said or "fk_site_facts_site_code" in said


@pytest.mark.parametrize("site_code", ["MINUSCA-BOR", "UNMISSBOR", "unmiss-BOR"])
def test_a_site_code_begins_with_its_mission(refused, site_code):
    row = {"site_code": site_code, "mission_code": "UNMISS"}
    assert "the rule site_code_of_its_mission;" in refused(Site, row)
