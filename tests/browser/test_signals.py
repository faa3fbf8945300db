"""A signal marked as seen is still so for whoever opens the page anew."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.serving import serving
from tests.browser.settling import address, settled

ONE = "/signals?mission=UNISFA&area=communications&rule=gap_rise"


@pytest.fixture
def own_dashboard(sample_file: Path, tmp_path: Path) -> Iterator[str]:
    """The address of a dashboard whose store the test may change."""
    shutil.copy(sample_file, tmp_path / "sample.db")
    with serving(tmp_path / "sample.db") as url:
        yield url


def test_a_signal_marked_as_seen_on_a_phone_is_seen_after_a_reload(own_dashboard, open_page):
    page = open_page(f"{own_dashboard}{ONE}", width=390, height=844)
    main = page.get_by_test_id("stMain")
    expect(main).to_contain_text("Gap 86 of 100")
    page.get_by_role("button", name="Seen", exact=True).click()
    settled(page)
    expect(main).to_contain_text("Seen by local")
    page.reload()
    settled(page)
    expect(main).to_contain_text("Seen by local")
    expect(page.get_by_role("button", name="Seen", exact=True)).to_have_count(0)


def test_the_link_of_a_signal_leads_to_its_site_with_the_filters_set(own_dashboard, open_page):
    page = open_page(f"{own_dashboard}/signals?mission=MINUSCA&rule=link_availability")
    page.get_by_role("link", name="The site's measurements").first.click()
    settled(page)
    assert address(page) == "/connectivity?mission=MINUSCA&site=MINUSCA-PAOUA"
    expect(page.get_by_role("combobox", name="Site")).to_have_value("Paoua, MINUSCA")
