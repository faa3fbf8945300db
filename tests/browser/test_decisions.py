"""What is decided on a page can be opened again as it was, whatever was approved since."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.filing import Terminal
from tests.browser.serving import serving
from tests.browser.settling import address, settled

MISSION = "/mission?mission=MINUSCA&area=forensics"
# The draft of the sample, which says something new of crime scenes.
DRAFT = "41"
THEN, NOW = "51", "53"


@pytest.fixture
def dashboard(sample_file: Path, tmp_path: Path) -> Iterator[tuple[str, Terminal]]:
    """The address of a dashboard whose store the test may change, and a terminal on it."""
    shutil.copy(sample_file, tmp_path / "sample.db")
    with serving(tmp_path / "sample.db") as url:
        yield url, Terminal(tmp_path / "sample.db")


def decide(page: Page, words: str) -> None:
    """Decide on the page that is open."""
    page.get_by_role("button", name="Decide here").click()
    form = page.get_by_role("dialog")
    form.get_by_role("textbox", name="In words *").fill(words)
    form.get_by_role("textbox", name="Office *").fill("Police Division")
    form.get_by_role("button", name="Save").click()
    expect(page.get_by_test_id("stMain")).to_contain_text("saved", timeout=30_000)
    settled(page)


def gap_of_the_mission(page: Page) -> str:
    """The gap of the mission over the one area chosen, as its first tile prints it."""
    return page.get_by_test_id("stMetricValue").first.inner_text()


def test_a_decision_is_opened_as_it_was_after_the_gap_has_moved(dashboard, open_page):
    url, run = dashboard
    page = open_page(f"{url}{MISSION}")
    assert gap_of_the_mission(page) == THEN
    decide(page, "Lend a crime-scene kit to Bangui.")
    for step in ("submit", "review", "approve"):
        run(step, DRAFT)

    page.goto(f"{url}/decisions?mission=MINUSCA&state=open")
    settled(page)
    main = page.get_by_test_id("stMain")
    expect(main).to_contain_text("Lend a crime-scene kit to Bangui.")
    row = page.get_by_role("row").filter(has_text="Lend a crime-scene kit").first
    expect(row).to_contain_text(f"{THEN} → {NOW}")
    field = page.get_by_role("combobox", name="Decision", exact=True)
    field.click()
    field.fill("Lend a crime-scene kit")
    page.keyboard.press("Enter")
    settled(page)
    kept = page.get_by_role("row").filter(has_text="Gap: MINUSCA · Crime scene").first
    expect(kept).to_contain_text(THEN)

    page.get_by_role("link", name="Open as it was").click()
    expect(main).to_contain_text("Shown as the store stood at revision")
    settled(page)
    assert "revision=" in address(page)
    assert gap_of_the_mission(page) == THEN

    page.get_by_role("button", name="Back to now").click()
    expect(main).not_to_contain_text("Shown as the store stood at revision")
    settled(page)
    assert "revision=" not in address(page)
    assert gap_of_the_mission(page) == NOW


def test_what_became_of_a_decision_is_written_and_read_back(dashboard, open_page):
    url, _ = dashboard
    page = open_page(f"{url}/decisions?mission=UNISFA")
    page.get_by_role("button", name="Change state, outcome or due date").click()
    form = page.get_by_role("dialog")
    form.get_by_role("textbox", name="Outcome").fill("The link came in May.")
    field = form.get_by_role("combobox", name="State *", exact=True)
    field.click()
    field.fill("Done")
    expect(page.get_by_role("option", name="Done", exact=True)).to_be_visible()
    page.keyboard.press("Enter")
    form.get_by_role("button", name="Save").click()
    main = page.get_by_test_id("stMain")
    expect(main).to_contain_text("State: Under way → Done", timeout=30_000)
    page.reload()
    settled(page)
    row = page.get_by_role("row").filter(has_text="Take the satellite link on loan").first
    expect(row).to_contain_text("The link came in May.")
    expect(row).to_contain_text("Done")
