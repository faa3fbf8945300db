"""The filters on the page, in the address and in words always say the same."""

import re

import pytest
from playwright.sync_api import Locator, Page, expect

from pages.ui import menu
from tests.browser.settling import address, settled
from unpol_data import reference

IN_WORDS = "[data-testid=stMarkdownContainer]:has-text('gap 0–100')"
CHOSEN = "?mission=UNMISS&mission=BINUH&threat=extortion&horizon=emerging"
OTHERS = [entry.url_path for entry in menu.entries()[1:]]


def words(page: Page) -> str:
    """The line that says on what the figures rest."""
    return page.locator(IN_WORDS).first.inner_text()


def popover(page: Page, label: str) -> Locator:
    """The button of the filter bar whose label starts so, after its icon if it has one."""
    return page.get_by_test_id("stPopoverButton").filter(
        has_text=re.compile(f"^(link)?\\s*{label}")
    )


def from_menu(page: Page, url_path: str) -> Page:
    """Go to a page as a reader does, through its heading in the menu."""
    entry = menu.entry(url_path)
    bar = page.get_by_test_id("stTopNavSection").filter(has_text=entry.section)
    bar.first.click()
    page.get_by_test_id("stTopNavDropdownLink").filter(has_text=entry.title).first.click()
    expect(page).to_have_url(re.compile(f"/{url_path}($|[?])"))
    return settled(page)


def choose(page: Page, label: str, option: str) -> Page:
    """Open a popover by the start of its label and pick one more option in its first list."""
    popover(page, label).click()
    page.get_by_test_id("stPopoverBody").get_by_role("combobox").first.click()
    page.get_by_role("option", name=option).click()
    return settled(page)


def test_a_link_with_filters_shows_what_its_sender_saw(dashboard, open_page):
    page = open_page(f"{dashboard}/method{CHOSEN}")
    expect(popover(page, "Missions: 2 of 11")).to_be_visible()
    expect(popover(page, "Threats: 1 of 28")).to_be_visible()
    assert "UNMISS + BINUH, all areas, against" in words(page)
    assert address(page) == f"/method{CHOSEN}"


def test_the_menu_keeps_the_filters_in_one_step_of_the_history(dashboard, open_page):
    page = open_page(f"{dashboard}/method{CHOSEN}")
    before = page.evaluate("history.length")
    from_menu(page, OTHERS[-2])
    assert address(page) == f"/{OTHERS[-2]}{CHOSEN}"
    assert page.evaluate("history.length") == before + 1
    assert "UNMISS + BINUH" in words(page)
    page.go_back()
    settled(page)
    assert address(page) == f"/method{CHOSEN}"
    assert "UNMISS + BINUH" in words(page)


def test_a_choice_on_the_page_adds_to_what_the_link_asked_for(dashboard, open_page):
    page = open_page(f"{dashboard}/method{CHOSEN}")
    choose(page, "Missions", "MONUSCO")
    expect(popover(page, "Missions: 3 of 11")).to_be_visible()
    assert address(page).startswith("/method?mission=UNMISS&mission=BINUH&mission=MONUSCO&")
    assert "UNMISS + BINUH + MONUSCO" in words(page)


def test_back_undoes_a_choice(dashboard, open_page):
    page = open_page(f"{dashboard}/method{CHOSEN}")
    choose(page, "Missions", "MONUSCO")
    page.keyboard.press("Escape")
    page.go_back()
    settled(page)
    assert address(page) == f"/method{CHOSEN}"
    expect(popover(page, "Missions: 2 of 11")).to_be_visible()
    assert "MONUSCO" not in words(page)


def test_a_filter_chosen_on_one_page_holds_on_the_next(dashboard, open_page):
    page = open_page(f"{dashboard}/method")
    choose(page, "Missions", "UNFICYP")
    page.keyboard.press("Escape")
    from_menu(page, OTHERS[-2])
    assert address(page) == f"/{OTHERS[-2]}?mission=UNFICYP"
    choose(page, "Mission", "UNMIK")
    assert address(page) == f"/{OTHERS[-2]}?mission=UNFICYP&mission=UNMIK"


def test_what_was_chosen_before_going_back_does_not_come_back_by_itself(dashboard, open_page):
    page = open_page(f"{dashboard}/method{CHOSEN}")
    choose(page, "Missions", "MONUSCO")
    page.keyboard.press("Escape")
    page.keyboard.press("Escape")
    page.go_back()
    settled(page)
    popover(page, "Horizon").click()
    page.get_by_text("Today", exact=True).click()
    settled(page)
    assert address(page) == "/method?mission=UNMISS&mission=BINUH&threat=extortion"
    assert "UNMISS + BINUH, all areas" in words(page)


def test_an_earlier_date_can_be_typed_and_taken_back(dashboard, open_page):
    page = open_page(f"{dashboard}/method")
    default = popover(page, "As of").inner_text().splitlines()[0]
    popover(page, "As of").click()
    parts = page.get_by_test_id("stDateInput").get_by_role("spinbutton")
    for position, typed in enumerate(("2025", "06", "30")):
        parts.nth(position).focus()
        page.keyboard.type(typed, delay=30)
    page.locator("h1").click()
    settled(page)
    assert address(page) == "/method?as_of=2025-06-30"
    expect(popover(page, "As of 30 Jun 2025")).to_be_visible()
    page.go_back()
    settled(page)
    assert popover(page, "As of").inner_text().splitlines()[0] == default


def test_defaults_stay_out_of_the_address(dashboard, open_page):
    page = open_page(f"{dashboard}/method?horizon=today&side=unpol")
    assert address(page) == "/method"


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("mission=UNMISS&mission=ATLANTIS", "mission 'ATLANTIS' is not known"),
        ("as_of=yesterday", "as_of 'yesterday' is not a date"),
        ("as_of=1900-01-01", "as_of 1900-01-01 is not between"),
        ("side=nobody", "side 'nobody' is not known"),
        ("method=0.1", "The link was made with method 0.1"),
    ],
)
def test_what_a_link_asks_for_and_does_not_get_is_said(dashboard, open_page, query, said):
    page = open_page(f"{dashboard}/method?{query}")
    expect(page.get_by_test_id("stAlert").filter(has_text=said)).to_be_visible()
    asked_well = query == "mission=UNMISS&mission=ATLANTIS"
    assert address(page) == ("/method?mission=UNMISS" if asked_well else "/method")


def test_share_writes_the_date_and_the_method_out(dashboard, open_page):
    page = open_page(f"{dashboard}/method{CHOSEN}")
    popover(page, "Share").click()
    link = page.get_by_test_id("stPopoverBody").get_by_test_id("stCode").inner_text().strip()
    assert link.startswith(f"{dashboard}/method{CHOSEN}&as_of=")
    assert link.endswith("&method=1.0")
    shared = open_page(link)
    assert words(shared) == words(page)


def test_share_reproduces_what_was_chosen_on_the_page(dashboard, open_page):
    page = open_page(f"{dashboard}/crime_threats?in_threat=cattle_raiding")
    popover(page, "Share").click()
    link = page.get_by_test_id("stPopoverBody").get_by_test_id("stCode").inner_text().strip()
    assert "in_threat=cattle_raiding" in link
    shared = open_page(link)
    chosen = shared.get_by_role("combobox", name="Crime threat", exact=True)
    expect(chosen).to_have_value(reference.name("threat", "cattle_raiding"))
    assert words(shared) == words(page)


def test_on_a_phone_the_whole_bar_is_in_sight(dashboard, open_page):
    page = open_page(f"{dashboard}/overview", width=390, height=844)
    for label in ("Missions", "Areas", "Threat", "Horizon", "Side", "As of", "Share"):
        expect(popover(page, label)).to_be_in_viewport(ratio=1)
