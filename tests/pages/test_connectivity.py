"""The connectivity page as a reader opens it: with data, without, and through a link."""

import json

import pytest

from tests.pages.test_frame import texts
from tests.views.filing import AS_OF, two_rounds


@pytest.fixture(scope="module")
def rounds_file(tmp_path_factory):
    return two_rounds(tmp_path_factory.getbasetemp())


@pytest.fixture
def page(frame, rounds_file):
    on = {"as_of": str(AS_OF)}
    return lambda **query: frame(rounds_file, url_path="connectivity", **(on | query))


def maps(app) -> list[dict]:
    return [json.loads(element.proto.json) for element in app.get("deck_gl_json_chart")]


def table(app) -> str:
    return app.table[0].value.to_string()


def test_the_page_says_who_cannot_connect_and_what_holds_them_back(page):
    app = page()
    assert not app.exception
    assert [metric.value for metric in app.metric] == ["60", "1", "Power", "2"]
    said = texts(app)
    assert "▼ 200" in said.replace("\\", "")
    assert "of 260 · better than Sep 2025" in said.replace("\\", "")
    assert "Power against requirement, Agok" in said


def test_the_table_repeats_the_map_with_what_there_is_of_what_is_required(page):
    said = table(page()).replace("\\", "")
    assert "4 of 20 h a day" in said
    assert "■ None" in said
    assert "never" in said


def test_each_class_is_explained_with_its_limits_and_the_requirements_in_force(page):
    app = page()
    assert "◆ Moderate: gap 10–74" in texts(app)
    assert any("Requirements 2026" in note.value for note in app.caption)


def test_the_map_asks_nobody_outside(page):
    (deck,) = maps(page())
    text = json.dumps(deck)
    assert "://" not in text
    assert "/geo/" in text


def test_an_ocean_between_the_sites_gives_two_maps(frame, sample_file):
    app = frame(sample_file, url_path="connectivity")
    assert len(maps(app)) == 2
    assert "MINURSO (2 sites) and UNTMIS (5 sites)" in texts(app)


def test_a_link_names_the_site_whose_measurements_are_shown(page):
    app = page(site="UNISFA-HQ")
    assert "against requirement, Abyei" in texts(app)
    app.selectbox(key="site").select("UNISFA-FAR").run()
    assert app.query_params["site"] == "UNISFA-FAR"
    assert "Nothing has been measured at this site" in texts(app)
    app.selectbox(key="site").select("UNISFA-TEAM").run()
    assert "site" not in app.query_params


def test_a_site_nobody_knows_is_left_out_with_a_notice(page):
    app = page(site="ATLANTIS")
    assert "ATLANTIS" in app.info[0].value
    assert "against requirement, Agok" in texts(app)
    assert "site" not in app.query_params


def test_filters_that_change_nothing_are_said_to(page):
    notes = [note.value for note in page(area="records", side="host_state").caption]
    assert any("The area and the side filters change nothing on this page" in it for it in notes)


def test_an_empty_store_says_what_to_do(frame, empty_file):
    app = frame(empty_file, url_path="connectivity")
    assert "No approved assessment yet" in app.info[0].value
    assert not app.metric


def test_no_match_says_which_filter_to_clear(page):
    said = page(mission="UNMIK", as_of="2025-01-01").info[0].value
    assert "Clear the mission filter or choose a later date" in said
