"""The items of the framework as the questions of a form."""

import pytest

from unpol_data import reference
from unpol_data.exports.xlsform import host_kinds

REQUIREMENTS = reference.table("requirements").set_index(["item_code", "side", "site_kind"])
FRAMEWORK = reference.table("framework").set_index("item_code")


def name_of(item_code: str) -> str:
    return item_code.lower().replace("-", "_")


def opened(filling, site_kind: str, side: str):
    """The form of any kind and side, opened for one of each."""
    form = filling()
    form.set("about/site_kind", site_kind)
    form.set("about/side", side)
    return form


@pytest.mark.parametrize("site_kind", reference.codes("site_kinds"))
@pytest.mark.parametrize("side", reference.codes("sides"))
def test_exactly_what_is_required_of_the_kind_and_side_is_asked(filling, site_kind, side):
    if side == "host_state" and site_kind not in host_kinds():
        return
    form = opened(filling, site_kind, side)
    required = REQUIREMENTS.xs((side, site_kind), level=["side", "site_kind"]).index
    asked = {
        code
        for code in FRAMEWORK.index
        if form.applies(form.node(f"{FRAMEWORK.area_code[code]}/{name_of(code)}_state"))
    }
    assert asked == set(required)


def test_a_form_for_one_kind_and_side_holds_its_items_and_no_others(sheet):
    rows = sheet("survey", site_kind="fpu_camp")
    found = {row["name"].removesuffix("_state") for row in rows if row["name"].endswith("_state")}
    required = REQUIREMENTS.xs(("unpol", "fpu_camp"), level=["side", "site_kind"]).index
    assert found == {name_of(code) for code in required}


def test_every_item_has_its_companions_in_the_group_of_its_area(filling):
    form = filling()
    for code, item in FRAMEWORK.iterrows():
        place = f"{item.area_code}/{name_of(code)}"
        ends = ["", "_state", "_grade", "_cause", "_note"]
        assert [form.node(place + end).tag for end in ends]
        assert (form.root.find(f"{place}_needed") is not None) == (item.answer_type == "count")


def test_value_needed_and_grade_are_asked_of_an_answer_only_and_then_needed(filling):
    form = filling(site_kind="mission_hq")
    for code in REQUIREMENTS.xs(("unpol", "mission_hq"), level=["side", "site_kind"]).index:
        item, place = FRAMEWORK.loc[code], f"{FRAMEWORK.area_code[code]}/{name_of(code)}"
        ends = ["", "_grade", *(["_needed"] if item.answer_type == "count" else [])]
        for state in reference.codes("answer_states"):
            form.node(f"{place}_state").text = state
            for end in ends:
                node = form.node(place + end)
                assert form.applies(node) == (state == "answered")
                assert form.bind(node).required


def test_all_four_states_can_be_chosen_and_answered_is_chosen_already(filling):
    form = filling(site_kind="team_site")
    assert form.choices("answer_states") == list(reference.codes("answer_states"))
    assert form.node("communications/com_per_1_state").text == "answered"


def test_levels_are_chosen_by_their_anchors(sheet):
    levels = [row for row in sheet("choices") if row["list_name"] == "levels_com_per_3"]
    assert [row["name"] for row in levels] == ["0", "1", "2", "3", "4"]
    assert levels[0]["label::English (en)"].startswith("0 – no officer on the roster")
    assert levels[0]["label::Français (fr)"].startswith("0 – aucun agent du tableau de service")


def test_a_number_must_be_one_that_its_unit_can_hold(filling):
    form = filling(site_kind="mission_hq")
    for code, item in FRAMEWORK.iterrows():
        node = form.root.find(f"{item.area_code}/{name_of(code)}")
        if item.answer_type not in ("count", "measure") or node is None:
            continue
        end = {"%": 100, "hours per day": 24}.get(item.unit)
        if item.answer_type == "count":
            end = None
        for value, fits in ((0, True), (-1, False), (24, True), (101, end is None)):
            node.text = str(value)
            assert form.fits(node) == fits, (code, value)
        needed = form.root.find(f"{item.area_code}/{name_of(code)}_needed")
        if needed is not None:
            needed.text = "0"
            assert not form.fits(needed)


def test_notes_are_asked_where_they_were_asked_for(filling):
    form = filling(site_kind="team_site")
    note = form.node("power/pwr_per_1_note")
    assert not form.applies(note)
    form.set("power/area_power_notes", "yes")
    assert form.applies(note)


def test_an_area_that_is_not_covered_is_not_asked(filling):
    form = filling(site_kind="team_site")
    assert form.applies(form.node("power/pwr_per_1_state"))
    form.set("about/parts_covered", "communications")
    assert not form.applies(form.node("power/pwr_per_1_state"))
    assert form.applies(form.node("communications/com_per_1_state"))


def test_each_area_is_one_screen(sheet):
    groups = [row for row in sheet("survey") if row["type"] == "begin_group"]
    assert [row["name"] for row in groups] == ["about", *reference.codes("areas")]
    assert {row["appearance"] for row in groups} == {"field-list"}
