"""Stop ends an import and keeps nothing; what is approved stands on every open screen."""

from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from sqlalchemy import func, select

from tests.benchmarks.importing import workbook
from tests.browser.filing import Terminal, filled
from tests.browser.serving import serving
from tests.browser.settling import settled
from tests.browser.test_filters import choose
from unpol_data.store import open_store, reading
from unpol_data.store.tables import Answer, Assessment, AuditEntry

pytestmark = pytest.mark.xdist_group("intake")
ANSWERS = 5_000
STOPPED = "was stopped; nothing of it was kept"


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    """A terminal on an empty store."""
    run = Terminal(tmp_path / "store.db")
    run("init")
    return run


def held(store: Path) -> tuple[int, ...]:
    """How many assessments, answers and acts the store holds."""
    engine = open_store(f"sqlite:///{store}")
    with reading(engine) as connection:
        tables = (Assessment, Answer, AuditEntry)
        counts = [
            connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in tables
        ]
    engine.dispose()
    return tuple(counts)


def stopped(page: Page) -> None:
    """Press Stop as soon as it is there, and wait until the page says that it was stopped."""
    page.get_by_role("button", name="Stop").click(timeout=30_000)
    expect(page.get_by_test_id("stMain")).to_contain_text(STOPPED, timeout=30_000)


def left(page: Page) -> None:
    """Leave the dashboard before its server ends: a page still open would miss it."""
    page.goto("about:blank")


def test_stop_keeps_nothing_while_a_file_is_checked_and_while_it_is_saved(terminal, open_page):
    before = held(terminal.store)
    content = workbook(ANSWERS)
    with serving(terminal.store) as url:
        page = open_page(f"{url}/import")
        given = {"name": "large.xlsx", "mimeType": "application/octet-stream", "buffer": content}
        page.locator("input[type=file]").set_input_files(given)
        stopped(page)
        assert held(terminal.store) == before
        page.get_by_role("button", name="Check again").click()
        page.get_by_role("button", name="Save as draft").click(timeout=90_000)
        stopped(page)
        assert held(terminal.store) == before
        page.get_by_role("button", name="Check again").click()
        page.get_by_role("button", name="Save as draft").click(timeout=90_000)
        page.get_by_role("link", name="Open assessment 1").wait_for(timeout=90_000)
        left(page)
    assert held(terminal.store)[:2] == (1, ANSWERS)


def test_what_is_approved_stands_on_every_open_screen_at_its_next_step(
    terminal, open_page, tmp_path
):
    blank, given = tmp_path / "blank.xlsx", tmp_path / "filled.xlsx"
    terminal("template", "--kind", "workbook", "-o", str(blank))
    given.write_bytes(filled(blank.read_bytes()))
    terminal("import", str(given))
    terminal("submit", "1")
    terminal("review", "1")
    # Two processes, as two replicas are, and a third that approves.
    with serving(terminal.store) as one, serving(terminal.store) as other:
        pages = [open_page(f"{url}/ranking?area=power") for url in (one, one, other)]
        for page in pages:
            expect(page.get_by_test_id("stMain")).not_to_contain_text("Moderate")
        terminal("approve", "1", "--published-on", date.today().isoformat())
        for page in pages:
            choose(page, "Missions", "UNFICYP")
            expect(settled(page).get_by_test_id("stMain")).to_contain_text("Moderate")
            left(page)
