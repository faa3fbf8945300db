"""What is written on a page of the programme stands there for whoever opens it anew."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.serving import serving
from tests.browser.settling import settled


@pytest.fixture
def own_dashboard(sample_file: Path, tmp_path: Path) -> Iterator[str]:
    """The address of a dashboard whose store the test may change."""
    shutil.copy(sample_file, tmp_path / "sample.db")
    with serving(tmp_path / "sample.db") as url:
        yield url


def choose(page: Page, label: str, option: str) -> None:
    """Choose one of a list in the open form."""
    field = page.get_by_role("dialog").get_by_role("combobox", name=f"{label} *", exact=True)
    # By keyboard: the list under the field moves while it opens.
    field.click()
    field.fill(option)
    expect(page.get_by_role("option", name=option, exact=True)).to_be_visible()
    page.keyboard.press("Enter")
    expect(field).to_have_value(option)


def write(page: Page, label: str, text: str) -> None:
    """Write into a field of the open form."""
    page.get_by_role("dialog").get_by_role("textbox", name=f"{label} *", exact=True).fill(text)


def test_a_guidance_document_is_written_and_read_back(own_dashboard, open_page):
    page = open_page(f"{own_dashboard}/guidance")
    page.get_by_role("button", name="Add a document").click()
    write(page, "Code of the document", "TEST-UAS")
    write(page, "Title", "Guidelines on unmanned aircraft")
    choose(page, "Kind of document", "Guidelines")
    choose(page, "Series", "Strategic Guidance Framework")
    choose(page, "State", "In force")
    write(page, "Source", "Police Division")
    page.get_by_role("dialog").get_by_role("button", name="Save").click()
    main = page.get_by_test_id("stMain")
    expect(main).to_contain_text("TEST-UAS saved", timeout=30_000)
    page.reload()
    settled(page)
    written = page.get_by_role("cell", name="Guidelines on unmanned aircraft", exact=True)
    expect(written.last).to_be_visible()


def test_a_budget_line_is_written_and_read_back(own_dashboard, open_page):
    page = open_page(f"{own_dashboard}/plan")
    page.get_by_role("button", name="New budget line").click()
    write(page, "Code", "LINE-0")
    choose(page, "Category", "Other")
    write(page, "Source", "Police Division")
    page.get_by_role("dialog").get_by_role("button", name="Save").click()
    main = page.get_by_test_id("stMain")
    expect(main).to_contain_text("LINE-0 saved", timeout=30_000)
    page.reload()
    settled(page)
    # The first by its code, so it is the one shown.
    expect(page.get_by_role("combobox", name="Budget line")).to_have_value(
        "LINE-0: Other, no visit in particular"
    )
    page.get_by_text("History of this budget line").click()
    expect(page.get_by_role("table").last).to_contain_text("Recorded for the first time")
