"""The equipment page as a reader opens it: with data, without, and through a link to one item."""

import pytest

from tests.pages.test_frame import texts
from tests.views.filing import AS_OF, two_rounds


@pytest.fixture(scope="module")
def rounds_file(tmp_path_factory):
    return two_rounds(tmp_path_factory.getbasetemp())


@pytest.fixture
def page(frame, rounds_file):
    usual = {"mission": "UNISFA", "as_of": str(AS_OF)}
    return lambda **query: frame(rounds_file, url_path="equipment", **(usual | query))


def said(app) -> str:
    return texts(app).replace("\\", "")


def tables(app) -> list[str]:
    return [element.value.to_string().replace("\\", "") for element in app.table]


def test_the_page_says_what_is_missing_and_what_is_merely_broken(page):
    app = page()
    assert not app.exception
    assert [metric.value for metric in app.metric] == ["63 %", "15", "2"]
    assert "## 49,200 USD" in [element.value for element in app.markdown]
    assert "▼ 7 points" in said(app)
    assert "46,800 never held, 2,400 unserviceable" in said(app)


def test_repair_is_said_not_to_cost_the_purchase_price(page):
    assert any("may be repaired for less" in note.value for note in page().caption)


def test_the_largest_shortfalls_lead_to_their_sites(page):
    app = page()
    largest, sites = tables(app)
    assert "4x4 patrol vehicle" in largest
    assert "42,000" in largest
    assert "Abyei" in sites
    assert "Agok" not in sites
    app.selectbox(key="line").select("UNISFA-vhf_handheld").run()
    assert app.query_params["line"] == "UNISFA-vhf_handheld"
    assert "Agok" in tables(app)[1]


def test_a_link_names_the_item_whose_sites_are_shown(page):
    assert "Agok" in tables(page(line="UNISFA-vhf_handheld"))[1]


def test_the_area_filter_leaves_the_equipment_of_that_area(page):
    app = page(area="communications")
    assert [metric.value for metric in app.metric][3] == "7,200 USD"
    assert "patrol vehicle" not in tables(app)[0]


def test_where_nothing_is_short_no_shortfall_is_shown(frame, sample_file):
    app = frame(sample_file, url_path="equipment", mission="UNMIK")
    assert any("Nothing that is required is short" in note.value for note in app.caption)
    assert not app.selectbox


def test_a_mission_nobody_counted_is_named_and_not_shown_as_zero(page):
    app = page(mission=["UNISFA", "UNMIK"])
    assert "Nothing counted: UNMIK" in said(app)


def test_the_horizon_is_said_to_change_nothing(page):
    app = page(horizon="emerging")
    assert any("The horizon filter changes nothing on this page" in it.value for it in app.caption)


def test_the_side_nobody_counted_asks_for_the_other(page):
    assert "choose the other side" in page(side="host_state").info[0].value.lower()


def test_an_empty_store_says_what_to_do(frame, empty_file):
    app = frame(empty_file, url_path="equipment")
    assert "No approved assessment yet" in app.info[0].value
    assert not app.metric
