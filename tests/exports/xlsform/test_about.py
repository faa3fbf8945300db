"""The first screen of a form."""

import io

import pandas as pd
import pytest
from pyxform.xls2xform import convert

from tests.exports.xlsform.engine import Filling
from unpol_data import reference
from unpol_data.exports.xlsform import open_missions, xlsform

SITES = pd.DataFrame(
    [
        ("UNMISS-JUBA", "Juba", "mission_hq"),
        ("UNMISS-BOR", "Bor", "team_site"),
        ("UNMISS-WAU", "Wau", "team_site"),
    ],
    columns=["site_code", "name", "site_kind"],
)
PROMISED = (
    *("mission_code", "site_code", "site_kind", "side", "assessed_on", "modality"),
    *("respondent_role", "location", "sensitivity", "round_label"),
)


def test_everything_promised_to_the_readers_is_there(filling):
    for kind in (None, *reference.codes("site_kinds")):
        form = filling(site_kind=kind)
        assert [form.node(f"about/{name}").tag for name in PROMISED]


def test_what_the_form_is_for_is_not_asked(filling):
    form = filling(site_kind="fpu_camp")
    form.calculate()
    assert form.node("about/site_kind").text == "fpu_camp"
    assert form.node("about/side").text == "unpol"
    assert form.node("about/site_profile").text == "fpu_camp.unpol"


@pytest.mark.parametrize(
    ("written", "fits"),
    [
        ("signals officer", True),
        ("officier des transmissions, poste de Bambari", True),
        ("Team site commander", True),
        ("ana@un.org", False),
        ("call +211 91 234 5678", False),
        ("Mr Deng", False),
        ("Mme. Toure", False),
        ("Dr Who", False),
    ],
)
def test_a_role_is_taken_and_a_person_is_not(filling, written, fits):
    form = filling(site_kind="team_site")
    role = form.node("about/respondent_role")
    role.text = written
    assert form.fits(role) == fits


def test_no_day_after_today_is_taken(filling):
    form = filling(site_kind="team_site")
    day = form.node("about/assessed_on")
    for written, fits in (("2026-04-01", True), ("2026-04-02", False)):
        day.text = written
        assert form.fits(day) == fits


def test_a_site_code_begins_with_its_mission(filling):
    form = filling(site_kind="team_site")
    form.set("about/mission_code", "UNMISS")
    code = form.node("about/site_code")
    for written, fits in (("UNMISS-BOR", True), ("UNMISS-bor", False), ("MINUSCA-BOR", False)):
        code.text = written
        assert form.fits(code) == fits


def test_the_sites_of_the_mission_are_offered_by_kind():
    form = xlsform(site_kind="team_site", mission_code="UNMISS", sites=SITES)
    rows = pd.read_excel(io.BytesIO(form), engine="openpyxl", sheet_name="choices", dtype=str)
    rows = rows[rows["list_name"] == "sites"]
    assert list(rows["name"]) == ["UNMISS-BOR", "UNMISS-WAU"]
    assert rows["label::English (en)"].iloc[0] == "Bor (UNMISS-BOR)"
    assert set(rows["mission_code"]) == {"UNMISS"}


def test_the_sites_offered_follow_the_kind_where_it_is_asked():
    form = xlsform(mission_code="UNMISS", sites=SITES)
    rows = pd.read_excel(io.BytesIO(form), engine="openpyxl", sheet_name="survey", dtype=str)
    asked = rows.set_index("name").loc["site_code"]
    assert asked["type"] == "select_one sites"
    assert asked["choice_filter"] == "site_kind = ${site_kind}"


def test_a_mission_without_sites_of_the_kind_asks_for_the_code():
    form = Filling(convert(xlsform(site_kind="fpu_camp", mission_code="UNMISS", sites=SITES)).xform)
    form.calculate()
    assert form.node("about/mission_code").text == "UNMISS"
    assert form.bind(form.node("about/site_code")).constraint.startswith("regex(")


def test_open_missions_are_offered_and_closed_ones_are_not(filling):
    offered = filling(site_kind="team_site").choices("missions")
    assert offered == list(open_missions())
    assert "UNAMI" not in offered


def test_the_host_side_is_offered_where_it_is_asked(sheet):
    asked = next(row for row in sheet("survey") if row["name"] == "side")
    expected = "name = 'unpol' or selected('host_station training_centre', ${site_kind})"
    assert asked["choice_filter"] == expected
