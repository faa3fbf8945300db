"""What is written on Expertise and partners stands there for whoever opens it anew."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.serving import serving
from tests.browser.settling import address, settled


@pytest.fixture
def own_dashboard(sample_file: Path, tmp_path: Path) -> Iterator[str]:
    """The address of a dashboard whose store the test may change."""
    shutil.copy(sample_file, tmp_path / "sample.db")
    with serving(tmp_path / "sample.db") as url:
        yield url


def test_a_draft_found_by_its_words_is_reviewed_and_read_back(own_dashboard, open_page):
    page = open_page(f"{own_dashboard}/expertise")
    field = page.get_by_role("textbox", name="Search expertise")
    field.fill("LICENCES friday")
    field.press("Enter")
    settled(page)
    page.locator(".st-key-open_lessons_LESSON-06 button").click()
    settled(page)
    assert address(page) == "/expertise?list=lessons&lesson=LESSON-06"
    page.get_by_role("button", name="Review it").click()
    page.get_by_role("dialog").get_by_role("button", name="Save").click()
    main = page.get_by_test_id("stMain")
    expect(main).to_contain_text("State: Draft → Reviewed", timeout=30_000)
    page.reload()
    settled(page)
    expect(page.get_by_role("button", name="Publish it")).to_be_visible()
    expect(page.get_by_role("table").first).to_contain_text("State: Draft → Reviewed")


def test_who_can_help_leads_from_a_mission_to_the_record_and_back(dashboard, open_page):
    page = open_page(f"{dashboard}/mission?mission=UNMISS")
    expect(page.get_by_role("heading", name="Who can help")).to_be_visible()
    page.get_by_role("link", name="Partner: A police-contributing country").click()
    settled(page)
    assert address(page).endswith("list=engagements&engagement=ENGAGEMENT-01")
    expect(page.get_by_role("combobox", name="Which engagement")).to_have_value(
        "A police-contributing country in West Africa: Seconded digital evidence examiners"
    )
    page.get_by_role("link", name="Digital forensics: the gaps").click()
    settled(page)
    assert address(page) == "/capability_gaps?mission=UNMISS&area=digital_forensics"
    expect(page.get_by_role("heading", name="Who can help")).to_be_visible()
