"""Going from a figure to another view leaves address, widgets and words in agreement."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.serving import ROOT, serving
from tests.browser.settling import address, settled

PAGE = """
import streamlit as st
from pages.ui import navigate
from pages.ui.sign_in import current_viewer
from unpol_data.filters import Filters

current_viewer().must("read")
if st.button("Open one"):
    navigate.open_view("ranking", Filters(missions=("UNFICYP",), horizon="emerging"))
if st.button("Open all"):
    navigate.open_view("ranking", Filters())
navigate.page_link("ranking", "Link to one", chosen=Filters(missions=("UNMIK",)))
navigate.page_link("ranking", "Link to all", chosen=Filters())
navigate.page_link("ranking", "Link as it is")
if st.button("Fail"):
    raise ValueError("a secret of the store")
"""
START = "/method?mission=UNMISS&mission=BINUH&horizon=emerging"


@pytest.fixture(scope="module")
def project(empty_file: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the dashboard with a page of buttons and links in the place of Method."""
    root = tmp_path_factory.mktemp("project")
    shutil.copytree(ROOT / "pages", root / "pages")
    shutil.copy(ROOT / "app.py", root)
    for name in ("web", "unpol_data", "docs", ".streamlit"):
        (root / name).symlink_to(ROOT / name)
    (root / "pages" / "evidence" / "method.py").write_text(PAGE)
    with serving(empty_file, root=root) as url:
        yield url


def check(page: Page, where: str, label: str, words: str) -> None:
    """Address, filter bar, the widget in it and the words under the title say the same."""
    assert address(page) == where
    button = page.get_by_test_id("stPopoverButton").first
    expect(button).to_contain_text(label)
    expect(page.get_by_text(f"{words}, all areas").first).to_be_visible()
    button.click()
    chosen = page.get_by_test_id("stPopoverBody").get_by_test_id("stMultiSelect")
    if words == "All missions":
        expect(chosen).to_have_text("Missions")
    else:
        expect(chosen).to_contain_text("".join(words.split(" + ")))


@pytest.mark.parametrize(
    ("clicked", "where", "label", "words"),
    [
        ("Open one", "/ranking?mission=UNFICYP&horizon=emerging", "Mission: UNFICYP", "UNFICYP"),
        ("Open all", "/ranking", "Missions: all 11", "All missions"),
        ("Link to one", "/ranking?mission=UNMIK", "Mission: UNMIK", "UNMIK"),
        ("Link to all", "/ranking", "Missions: all 11", "All missions"),
        (
            "Link as it is",
            START.replace("method", "ranking"),
            "Missions: 2 of 11",
            "UNMISS + BINUH",
        ),
    ],
)
def test_a_view_opens_with_exactly_its_filters(project, open_page, clicked, where, label, words):
    page = open_page(f"{project}{START}")
    page.get_by_text(clicked, exact=True).click()
    page.wait_for_url("**/ranking**")
    settled(page)
    check(page, where, label, words)


def test_a_failure_of_a_page_is_one_sentence_inside_the_frame(project, open_page):
    page = open_page(f"{project}{START}")
    page.get_by_text("Fail", exact=True).click()
    settled(page)
    expect(page.get_by_test_id("stAlert")).to_contain_text("Reference number")
    expect(page.get_by_text("a secret of the store")).to_have_count(0)
    expect(page.get_by_text("not a UN-cleared map")).to_be_visible()
