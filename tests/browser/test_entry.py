"""Without a file one types answers into the page: a problem is told, put right, saved, seen."""

import re
import shutil
from datetime import UTC, datetime

import pytest
from playwright.sync_api import Page, expect

from tests.browser.forms import pick
from tests.browser.serving import serving
from tests.browser.settling import settled

# In the first cell of the table, below its headings; its columns, from Code on.
FIRST_CELL = {"x": 30, "y": 75}
ANSWER, NEEDED = 4, 5


@pytest.fixture
def own_dashboard(sample_file, tmp_path):
    shutil.copy(sample_file, tmp_path / "store.db")
    with serving(tmp_path / "store.db") as url:
        yield url


def begin(page: Page) -> None:
    """Begin a draft of the mission in the filters."""
    page.get_by_label("Name of the round").fill("By telephone")
    page.get_by_label("Source").fill("Police component")
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_role("button", name="Save", exact=True)).to_be_visible(timeout=30_000)
    settled(page)


def type_into(page: Page, column: int, text: str) -> None:
    """Type into a cell of the first question, by keyboard once it is reached."""
    table = page.get_by_test_id("stDataFrame")
    cell = table.get_by_test_id(f"glide-cell-{column}-0")
    first = table.get_by_test_id("glide-cell-0-0")
    # The table is drawn on a canvas, which may not see a click while the page still moves.
    for _ in range(10):
        page.get_by_role("heading", level=1).scroll_into_view_if_needed()
        table.click(position=FIRST_CELL)
        page.wait_for_timeout(300)
        if first.get_attribute("aria-selected") == "true":
            break
    for _ in range(column):
        page.keyboard.press("ArrowRight")
    expect(cell).to_have_attribute("aria-selected", "true")
    page.keyboard.press("Enter")
    typed = page.locator("#portal .gdg-input, #portal input").first
    typed.wait_for()
    page.keyboard.type(text)
    # Nobody presses Enter in the same instant; the table needs a moment to see what was typed.
    page.wait_for_timeout(300)
    page.keyboard.press("Enter")
    expect(cell).to_have_text(text)


def save(page: Page) -> None:
    page.get_by_role("button", name="Save", exact=True).click()
    settled(page)


def test_answers_are_typed_put_right_saved_and_seen_in_the_draft(own_dashboard, open_page):
    page = open_page(f"{own_dashboard}/enter?draft=new&mission=UNMISS")
    begin(page)
    type_into(page, ANSWER, "7")
    save(page)
    expect(page.get_by_text(re.compile("Nothing was saved: 3 problems"))).to_be_visible()
    wrong = page.get_by_role("table")
    expect(wrong.get_by_role("row", name="COM-PER-1 Needed")).to_be_visible()
    expect(wrong.get_by_role("row", name="COM-PER-1 Evidence")).to_be_visible()

    type_into(page, NEEDED, "10")
    page.get_by_text("For all lines that have none yet").click()
    page.get_by_test_id("stDateInput").get_by_role("spinbutton").first.click()
    page.keyboard.type(f"{datetime.now(UTC):%Y%m%d}", delay=50)
    page.keyboard.press("Escape")
    page.get_by_role("combobox", name="Evidence").click()
    page.get_by_role("option", name="Remote answer").click()
    expect(page.get_by_role("combobox", name="Evidence")).to_have_value("Remote answer")
    save(page)
    expect(page.get_by_text("1 row is saved in the draft.")).to_be_visible()
    expect(page.get_by_text("Questions answered: 1 of 15 of the area")).to_be_visible()

    page.get_by_role("link", name="See the whole draft").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Assessments")
    settled(page)
    expect(page.get_by_text("7 of 10 posts").first).to_be_visible()
    expect(page.get_by_text("By telephone").first).to_be_visible()


def test_on_a_phone_one_question_stands_on_the_screen_at_a_time(own_dashboard, chromium):
    context = chromium.new_context(
        viewport={"width": 390, "height": 844},
        user_agent="Mozilla/5.0 (Linux; Android 14) Chrome/120 Mobile Safari/537.36",
    )
    page = context.new_page()
    page.goto(f"{own_dashboard}/enter?draft=new&mission=UNMISS")
    begin(settled(page))
    expect(page.get_by_test_id("stDataFrame")).to_have_count(0)
    pick(page, "State, if no answer", "Unknown")
    save(page)
    expect(page.get_by_text("1 row is saved in the draft.")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()


def test_a_threat_is_rated_and_the_assessment_described_and_both_are_read_back(
    own_dashboard, chromium
):
    context = chromium.new_context(
        viewport={"width": 390, "height": 844},
        user_agent="Mozilla/5.0 (Linux; Android 14) Chrome/120 Mobile Safari/537.36",
    )
    page = context.new_page()
    page.goto(f"{own_dashboard}/enter?draft=new&mission=UNMISS")
    begin(settled(page))
    rate_first_threat(page)
    about(page, "The assessment itself: round, dates, source")
    page.get_by_role("textbox", name="Source").fill("Police component, by telephone")
    save(page)
    expect(page.get_by_text("1 row is saved in the draft.")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390

    page.reload()
    settled(page)
    expect(page.get_by_role("textbox", name="Source")).to_have_value(
        "Police component, by telephone"
    )
    page.get_by_role("link", name="See the whole draft").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Assessments")
    settled(page)
    expect(page.get_by_text("Joint threat assessment").first).to_be_visible()
    context.close()


def rate_first_threat(page: Page) -> None:
    """Rate the first crime threat of the list, with the day and the source said once."""
    about(page, "The whole mission: crime threats")
    severity = page.get_by_role("combobox", name="Severity today")
    severity.scroll_into_view_if_needed()
    # A list that is opened while the page still moves closes again.
    page.wait_for_timeout(1000)
    severity.click()
    page.get_by_role("option", name="3: widespread").click()
    page.get_by_text("For all lines that have none yet").click()
    page.get_by_test_id("stDateInput").first.get_by_role("spinbutton").first.click()
    page.keyboard.type(f"{datetime.now(UTC):%Y%m%d}", delay=50)
    page.keyboard.press("Escape")
    page.get_by_role("textbox", name="Source").first.fill("Joint threat assessment")
    save(page)
    expect(page.get_by_text("1 row is saved in the draft.")).to_be_visible()


def about(page: Page, name: str) -> None:
    """Choose what the form is about."""
    page.get_by_role("combobox", name="What it is about").click()
    # Only what is in view is drawn of a long list; typing finds the rest.
    page.keyboard.type(name, delay=20)
    page.get_by_role("option", name=name).click()
    settled(page)
