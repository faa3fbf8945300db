"""Each row of the brief is at most two clicks from Overview, and what is written there is kept."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import Page, expect

from pages.ui import headings
from tests import brief
from tests.browser.forms import choose, count, day, save, write
from tests.browser.serving import serving
from tests.browser.settling import settled

BY_WAY = {row.clicks: row for row in brief.rows()}
OPEN = 15_000


@pytest.fixture(scope="module")
def own_dashboard(sample_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a dashboard whose store these tests may change."""
    store = shutil.copy(sample_file, tmp_path_factory.mktemp("brief") / "sample.db")
    with serving(store) as url:
        yield url


def go(page: Page, clicks: tuple[str, ...]) -> None:
    """From Overview: a link at its foot, or the heading of the menu and then the page."""
    if len(clicks) == 1:
        page.get_by_test_id("stPageLink-NavLink").filter(has_text=clicks[0]).click()
    elif clicks:
        section, title = clicks
        page.get_by_test_id("stTopNavSection").filter(has_text=section).click()
        page.get_by_test_id("stTopNavDropdownLink").filter(has_text=title).first.click()


@pytest.mark.parametrize("clicks", BY_WAY, ids=lambda clicks: clicks[-1] if clicks else "Overview")
def test_the_rows_of_the_brief_are_reached_within_two_clicks(dashboard, open_page, clicks):
    page = open_page(f"{dashboard}/overview")
    go(page, clicks)
    title = page.get_by_role("heading", level=1)
    expect(title).to_have_text(BY_WAY[clicks].page, timeout=OPEN)
    settled(page)
    for row in brief.rows():
        if row.clicks == clicks:
            shown = page.get_by_test_id("stMain").get_by_text(row.shown).first
            expect(shown, row.name).to_be_visible(timeout=OPEN)


def test_no_row_of_the_brief_is_on_a_page_named_by_its_filters():
    assert not {row.page.lower() for row in brief.rows()} & set(headings.BY_FILTERS)


def test_a_risk_is_written_and_read_back(own_dashboard, open_page):
    page = open_page(f"{own_dashboard}/goals?show=risks")
    page.get_by_role("button", name="Add a risk").click()
    write(page, "Code of the risk *", "RISK-0")
    write(page, "The risk *", "No visas for two assessors")
    choose(page, "Kind of risk *", "Travel becomes impossible")
    choose(page, "Likelihood *", "High")
    choose(page, "Impact *", "High")
    write(page, "What answers it *", "The visit is made hybrid.")
    choose(page, "State *", "Open")
    write(page, "Office *", "Police Division")
    write(page, "Source *", "Police Division")
    save(page, "RISK-0 saved")
    page = open_page(f"{own_dashboard}/goals?show=risks")
    main = page.get_by_test_id("stMain")
    expect(main).to_contain_text("Likely and grave: No visas for two assessors.")
    expect(main.get_by_role("table").first).to_contain_text("The visit is made hybrid.")


def test_a_document_is_given_a_priority_and_serves_it_from_then_on(own_dashboard, open_page):
    page = open_page(f"{own_dashboard}/goals?of_a4p_priority=none")
    main = page.get_by_test_id("stMain")
    expect(main).to_contain_text("Nothing on record serves “Strategic communications”.")
    page.get_by_text("Change what one of these serves").click()
    page.get_by_role("button", name="Change it").click()
    choose(page, "A4P+ priority", "Strategic communications")
    save(page, "saved. A4P+ priority")
    page = open_page(f"{own_dashboard}/goals?of_a4p_priority=communications")
    main = page.get_by_test_id("stMain")
    expect(main).to_contain_text("Each of the 9 priorities has something on record.")
    expect(main.get_by_role("table").last).to_contain_text("Command post of a formed police unit")


def test_a_gender_review_is_written_and_read_back_with_women_peace_and_security(
    own_dashboard, open_page
):
    page = open_page(f"{own_dashboard}/guidance?reviewed=SGF-COMMAND")
    page.get_by_text("Record a review").click()
    page.get_by_role("button", name="Record this review").click()
    choose(page, "State *", "Cleared")
    day(page, "In this state since", "20261120")
    write(page, "Source *", "Gender adviser")
    save(page, "saved")
    page = open_page(f"{own_dashboard}/goals?show=women")
    reviews = page.get_by_test_id("stMain").get_by_role("table").last
    expect(
        reviews.get_by_role("row").filter(has_text="Guidelines on Police Command")
    ).to_contain_text("Cleared, 20 Nov 2026")


def test_a_reading_of_guidance_is_changed_and_read_back(own_dashboard, open_page):
    address = f"{own_dashboard}/guidance?document=SGF-COMMAND&about=cyber"
    page = open_page(address)
    page.get_by_role("button", name="Change this reading").click()
    choose(page, "State *", "Needs update")
    write(page, "Passage", "Paragraph 44")
    save(page, "saved")
    expect(open_page(address).get_by_test_id("stMain")).to_contain_text("Passage: Paragraph 44")


def test_a_training_is_written_and_women_are_counted_from_then_on(own_dashboard, open_page):
    page = open_page(f"{own_dashboard}/guidance")
    page.get_by_role("button", name="Add a training").click()
    write(page, "Code *", "TRAINING-0")
    choose(page, "Document *", "UTAP-DIGITAL: First response to electronic evidence")
    choose(page, "Mission", "UNMIK")
    day(page, "Held on", "20261106")
    count(page, "Women trained", 3)
    count(page, "Men trained", 1)
    write(page, "Source *", "UNMIK police component")
    save(page, "TRAINING-0 saved")
    page = open_page(f"{own_dashboard}/goals?show=women&mission=UNMIK")
    page.get_by_text("The same as a table").click()
    expect(page.get_by_test_id("stMain").get_by_role("table").first).to_contain_text("3 of 4, 75 %")


def test_what_serves_the_goals_is_downloaded_for_reporting(dashboard, open_page, tmp_path):
    page = open_page(f"{dashboard}/goals?mission=UNISFA")
    with page.expect_download() as waited:
        page.get_by_role("button", name="Download for reporting").click()
    waited.value.save_as(tmp_path / "goals.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "goals.xlsx")["goals"]
    codes = {row[3] for row in sheet.iter_rows(min_row=2, values_only=True)}
    assert "OPTION-UNISFA-1" in codes
    assert "OPTION-UNMISS-1" not in codes
