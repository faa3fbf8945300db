"""Every page opens, whatever was there before it."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from pages.ui import headings, menu
from tests.browser.serving import serving
from tests.browser.settling import address, settled
from unpol_data import reference

PATHS = menu.url_paths()
LINES = """heading => {
    const text = document.createRange();
    text.selectNodeContents(heading);
    return new Set([...text.getClientRects()].map(line => Math.round(line.top))).size;
}"""
CUT = """all => all.filter(e => e.scrollWidth > e.clientWidth + 1).map(e => e.innerText)"""


def check(page: Page, url_path: str) -> None:
    """The page shows itself inside the frame: title, filters, words, foot; no error."""
    title = page.get_by_role("heading", level=1)
    expect(title).not_to_be_empty()
    if url_path not in headings.BY_FILTERS:
        expect(title).to_have_text(menu.entry(url_path).title)
    expect(page.get_by_test_id("stPopoverButton").first).to_be_visible()
    expect(page.get_by_text("not a UN-cleared map")).to_be_visible()
    expect(page.get_by_text(re.compile("Reference number|Traceback"))).to_have_count(0)
    expect(page.get_by_test_id("stException")).to_have_count(0)


@pytest.fixture
def fresh_dashboard(sample_file: Path, tmp_path: Path) -> Iterator[str]:
    """The address of a dashboard that nobody has visited yet."""
    with serving(shutil.copy(sample_file, tmp_path / "sample.db")) as url:
        yield url


@pytest.mark.parametrize("url_path", PATHS)
def test_a_page_opens_as_the_very_first_visit_after_start(fresh_dashboard, open_page, url_path):
    page = open_page(f"{fresh_dashboard}/{url_path}?horizon=emerging")
    check(page, url_path)
    expect(page.get_by_text("Illustrative data").first).to_be_visible()
    assert "horizon=emerging" in page.evaluate("location.search")


@pytest.mark.parametrize("path", ["foo", "a/b"])
def test_an_address_of_no_page_leads_to_the_start_which_says_so(dashboard, open_page, path):
    page = open_page(f"{dashboard}/{path}?mission=UNMISS")
    check(page, "overview")
    expect(page.get_by_test_id("stAlert")).to_contain_text("There is no such page")
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert address(page) == "/?mission=UNMISS"


@pytest.mark.parametrize("width", [1366, 1920])
def test_title_and_filters_stand_in_one_line(dashboard, open_page, width):
    page = open_page(f"{dashboard}/mission?mission=UNISFA", width=width)
    for mission in ("UNISFA", "MINURSO", "MINUSCA", "MONUSCO", "UNMIK"):
        page.goto(f"{dashboard}/mission?mission={mission}")
        settled(page)
        lines = page.get_by_role("heading", level=1).evaluate(LINES)
        assert (mission, lines) == (mission, 1)
        expect(page.get_by_test_id("stPopoverButton").last).to_be_in_viewport(ratio=0.95)


@pytest.mark.parametrize("width", [1366, 1920, 390])
@pytest.mark.parametrize("url_path", ["capability_gaps", "crime_threats", "equipment"])
def test_no_figure_of_a_tile_is_cut(dashboard, open_page, url_path, width):
    page = open_page(f"{dashboard}/{url_path}", width=width)
    tiles = page.locator("[data-testid=stGridCell], [data-testid=stMetricValue] *")
    assert tiles.evaluate_all(CUT) == []


@pytest.mark.parametrize("url_path", PATHS)
def test_a_page_opens_in_the_dark_theme(dashboard, open_page, url_path):
    page = open_page(f"{dashboard}/{url_path}", scheme="dark")
    check(page, url_path)
    ground = page.get_by_test_id("stApp").evaluate("e => getComputedStyle(e).backgroundColor")
    assert ground == "rgb(16, 23, 30)"


@pytest.mark.parametrize("url_path", PATHS)
def test_a_page_opens_with_nothing_in_the_store(empty_dashboard, open_page, url_path):
    page = open_page(f"{empty_dashboard}/{url_path}")
    check(page, url_path)
    expect(page.get_by_text("Illustrative data")).to_have_count(0)


@pytest.mark.parametrize("url_path", PATHS)
def test_a_page_fits_a_phone(dashboard, open_page, url_path):
    page = open_page(f"{dashboard}/{url_path}", width=390, height=844)
    check(page, url_path)
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def test_the_map_names_each_mission_also_where_it_stands_alone(dashboard, open_page):
    missions = reference.table("missions").query("status == 'active'")["mission_code"]
    page = open_page(f"{dashboard}/overview?mission={missions.iloc[0]}")
    for mission in missions:
        page.goto(f"{dashboard}/overview?mission={mission}")
        settled(page)
        drawn = page.get_by_test_id("stVegaLiteChart").first
        expect(drawn.locator("text", has_text=mission).first).to_be_attached()
