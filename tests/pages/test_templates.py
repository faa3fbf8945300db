"""Templates for one mission, and forms, on the Import page."""

import pytest


@pytest.fixture
def page(frame, sample_file):
    return frame(sample_file, url_path="import")


def test_without_a_mission_the_blank_template_is_offered(page):
    assert not page.exception
    assert page.download_button(key="download_template").label == "Download the template"
    assert page.download_button(key="download_form")


def test_the_workbook_is_made_for_the_mission_chosen(page):
    app = page.selectbox(key="template_mission").select("UNMISS").run()
    assert not app.exception
    assert app.download_button(key="download_template").label == "Download the workbook for UNMISS"


def test_a_mission_without_approved_sites_is_told_so(page):
    app = page.selectbox(key="template_mission").select("UNIFIL").run()
    assert any("No approved site of UNIFIL yet" in one.value for one in app.caption)


def test_the_side_is_asked_only_where_the_host_state_is_assessed(page):
    assert page.selectbox(key="template_side")
    app = page.selectbox(key="template_site_kind").select("fpu_camp").run()
    assert "template_side" not in [box.key for box in app.selectbox]
    app = app.selectbox(key="template_site_kind").select("host_station").run()
    assert app.selectbox(key="template_side").options == [
        "Both, asked first",
        "UNPOL",
        "Host-State police",
    ]


def test_closed_missions_are_not_offered(page):
    assert not [one for one in page.selectbox(key="template_mission").options if "UNAMI" in one]
