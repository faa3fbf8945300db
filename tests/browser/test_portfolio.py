"""A planner sees what a budget buys, changes an option, and sees the choice made anew."""

import pytest
from playwright.sync_api import expect

from tests.browser.forms import pick
from tests.browser.serving import serving
from tests.browser.settling import address, settled
from tests.option_filing import few_options


@pytest.fixture
def own_dashboard(tmp_path):
    with serving(few_options(tmp_path)) as url:
        yield url


def test_an_option_that_grows_dearer_is_weighed_anew(own_dashboard, open_page):
    page = open_page(f"{own_dashboard}/portfolio?budget=34000")
    settled(page, seconds=120)
    expect(page.get_by_text("What USD 34,000 buy")).to_be_visible()
    expect(page.get_by_text("USD 30,000 + programme support 13 % USD 3,900")).to_be_visible()
    page.get_by_text("Record or change options").click()
    pick(page, "Option", "LINK-B: Slow link")
    settled(page, seconds=60)
    page.locator(".st-key-change_options button").click()
    form = page.get_by_role("dialog")
    form.locator(".st-key-record_options_LINK-B_cost_once_usd input").fill("15000")
    form.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Option LINK-B saved.")).to_be_visible(timeout=120_000)
    settled(page, seconds=120)
    # Kit, course and the dearer link would be 1.13 x 35,000 = 39,550, more than there is.
    expect(page.get_by_text("USD 30,000 + programme support")).to_have_count(0)
    assert address(page) == "/portfolio?budget=34000"
    seen_by_another = open_page(f"{own_dashboard}/portfolio?budget=40000")
    settled(seen_by_another, seconds=120)
    expect(seen_by_another.get_by_text("USD 35,000 + programme support 13 %")).to_be_visible()
