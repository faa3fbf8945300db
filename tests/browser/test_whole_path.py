"""A filled workbook goes in, is approved, and its figure stands on the terminal and the page.

The store is empty at first, so every figure below is worked out by hand.
"""

import json
from datetime import date
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browser.filing import POST, Terminal, filled
from tests.browser.serving import serving
from tests.browser.settling import settled
from unpol_data import reference
from unpol_data.access import LOCAL
from unpol_data.filters import Filters
from unpol_data.store import open_store, reading
from unpol_data.views import gaps

pytestmark = pytest.mark.xdist_group("whole_path")


@pytest.fixture(scope="module")
def terminal(tmp_path_factory: pytest.TempPathFactory) -> Terminal:
    """A terminal on a store into which the filled template was imported and approved."""
    folder = tmp_path_factory.mktemp("whole_path")
    run = Terminal(folder / "store.db")
    blank, workbook = folder / "blank.xlsx", folder / "filled.xlsx"
    run("init")
    run("template", "--kind", "workbook", "-o", str(blank))
    workbook.write_bytes(filled(blank.read_bytes()))
    run("import", str(workbook))
    run("submit", "1")
    run("review", "1")
    run("approve", "1", "--published-on", "2026-11-20")
    return run


# Headquarters: personnel 1/2, all else 1; weight of personnel .15:
#   .5^.15 = .901250;  G = 1 - (.901250 - .01) / .99 = .099747
# The post: facilities 0, so the floor .01; weight of facilities .35:
#   .01^.35 = .199526;  G = 1 - (.199526 - .01) / .99 = .808560
# The mission, 300 UNPOL at headquarters and 100 at the post:
#   (300 x .099747 + 100 x .808560) / 400 = .276950, printed 28, moderate
GAP = 0.276950
PRINTED = 28


def ranked(terminal: Terminal) -> dict:
    """The one row of the ranking."""
    told = json.loads(terminal("rank", "--area", "power", "--mission", "UNFICYP", "--json"))
    assert len(told["ranked"]) == 1
    return told["ranked"][0]


def test_the_terminal_prints_the_gap_worked_out_by_hand(terminal):
    row = ranked(terminal)
    assert (row["gap_points"], row["gap_class"]) == (PRINTED, "moderate")
    assert row["worst_site_code"] == POST


def test_the_priority_is_gap_times_importance(terminal):
    relevance = reference.table("mandate_relevance").set_index(["mission_code", "area_code"])
    mandate = relevance.loc[("UNFICYP", "power"), "relevance"]
    # One threat is rated, 3 of 4, so the pressure is .75; a quarter of UNPOL is exposed.
    importance = 0.5 * 0.75 + 0.3 * mandate + 0.2 * 0.25
    assert ranked(terminal)["priority"] == pytest.approx(100 * GAP * importance, abs=0.01)


def test_the_view_holds_the_same_gap(terminal):
    engine = open_store(f"sqlite:///{terminal.store}")
    chosen = Filters(missions=("UNFICYP",), areas=("power",), as_of=date(2026, 11, 20))
    with reading(engine) as connection:
        figure = gaps.mission_areas(connection, chosen, LOCAL).iloc[0]
    engine.dispose()
    assert figure["gap"] == pytest.approx(GAP, abs=1e-6)
    # Personnel: .5 x 300 / 400 = .375; facilities: 1 x 100 / 400 = .25.
    assert figure["limiting_dimension"] == "personnel"


def test_the_page_shows_the_same_gap(terminal, open_page):
    with serving(terminal.store) as url:
        page = open_page(f"{url}/ranking?mission=UNFICYP&area=power&as_of=2026-11-20")
        main = page.get_by_test_id("stMain")
        expect(main).to_contain_text(str(PRINTED))
        expect(main).to_contain_text("Moderate")
        page.goto(f"{url}/mission?mission=UNFICYP&area=power&as_of=2026-11-20")
        settled(page)
        expect(main).to_contain_text(f"{PRINTED}")
        expect(main).not_to_contain_text("Illustrative data")


def test_before_it_was_published_there_was_no_figure(terminal):
    earlier = json.loads(
        terminal("rank", "--mission", "UNFICYP", "--as-of", "2026-11-19", "--json")
    )
    assert earlier["ranked"] == []


@pytest.fixture
def empty(tmp_path: Path) -> tuple[Path, bytes]:
    """The file of an empty store, and a filled workbook."""
    run = Terminal(tmp_path / "store.db")
    run("init")
    run("template", "--kind", "workbook", "-o", str(tmp_path / "blank.xlsx"))
    return run.store, filled((tmp_path / "blank.xlsx").read_bytes())


def test_from_the_upload_to_the_changed_map_in_the_browser(empty, open_page):
    store, workbook = empty
    with serving(store) as url:
        page = open_page(f"{url}/import")
        main = page.get_by_test_id("stMain")

        def press(name: str, **more) -> None:
            page.get_by_role("button", name=name, **more).last.click()
            settled(page)

        given = {"name": "filled.xlsx", "mimeType": "application/octet-stream", "buffer": workbook}
        page.locator("input[type=file]").set_input_files(given)
        page.get_by_role("button", name="Save as draft").wait_for(timeout=30_000)
        press("Save as draft")
        page.get_by_role("link", name="Open assessment 1").click()
        settled(page)
        press("Submit for review")
        expect(main).to_contain_text("1 waits for review")
        page.get_by_role("radio", name="Comments").click()
        settled(page)
        press("Comment", exact=True)
        page.get_by_role("textbox", name="What should be looked at").fill("Inspected, or told?")
        press("Send", exact=True)
        press("Mark as reviewed")
        expect(main).to_contain_text("1 comment is open on assessment 1")
        press("Resolve")
        press("Mark as reviewed")
        press("See what approving changes")
        page.get_by_role("button", name="Approve", exact=True).wait_for(timeout=30_000)
        expect(main).to_contain_text(f"no figure → {PRINTED} moderate")
        other = open_page(f"{url}/overview?as_of=2026-11-02")
        press("Approve", exact=True)
        expect(main).to_contain_text("is approved and counts from", timeout=30_000)
        other.goto(f"{url}/overview")
        expect(settled(other).get_by_test_id("stMain")).to_contain_text("UNFICYP")
