"""A task force weighs differently, saves it, and sends the link."""

import re
import shutil

import pytest
from playwright.sync_api import expect

from tests.browser.serving import serving
from tests.browser.settling import address, settled


@pytest.fixture
def own_dashboard(sample_file, tmp_path):
    shutil.copy(sample_file, tmp_path / "store.db")
    with serving(tmp_path / "store.db") as url:
        yield url


def test_weights_are_tried_saved_sent_by_link_and_left_again(own_dashboard, open_page):
    page = open_page(f"{own_dashboard}/ranking")
    page.get_by_text("Weigh threat, mandate and exposure differently").click()
    settled(page)
    expect(page.get_by_text("Nothing moves among the first 12.")).to_be_visible()
    page.get_by_role("slider", name="Police freed from large gaps").press("End")
    settled(page)
    expect(page.get_by_text("hands among the first 12")).to_be_visible()
    page.get_by_label("Name").fill("Duty of care")
    page.get_by_role("button", name="Save under this name").click()
    expect(page).to_have_url(re.compile("scenario=duty-of-care"))
    settled(page)
    assert address(page) == "/ranking?scenario=duty-of-care.1"
    sent = open_page(f"{own_dashboard}{address(page)}")
    for seen in (page, sent):
        expect(seen.get_by_text("Scenario: Duty of care")).to_be_visible()
        expect(
            seen.get_by_text("weights Duty of care: threat .39, mandate .23, exposure .38")
        ).to_be_visible()
    sent.get_by_role("button", name="Back to the default weights").click()
    expect(sent).not_to_have_url(re.compile("scenario="))
    settled(sent)
    assert address(sent) == "/ranking"
    expect(sent.get_by_text("Scenario: Duty of care")).to_have_count(0)
