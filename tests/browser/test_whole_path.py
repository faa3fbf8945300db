"""A filled workbook goes in, is approved, and its figure stands on the terminal and the page.

The store is empty at first, so every figure below is worked out by hand.
"""

import io
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from playwright.sync_api import expect

from tests.browser.serving import ROOT, serving
from tests.browser.settling import settled
from unpol_data import reference
from unpol_data.access import LOCAL
from unpol_data.filters import Filters
from unpol_data.store import open_store, reading
from unpol_data.views import gaps

pytestmark = pytest.mark.xdist_group("whole_path")

HEADQUARTERS, POST = "UNFICYP-NICOSIA", "UNFICYP-PYLA"
ASSESSED = date(2026, 11, 2)
# At headquarters the personnel items are half met: 19 of 40 where 95 % are required,
# 9 of 20 where 90 % are, and 51.75 days where 13.5 would do: (90 - 51.75) / 90 / .85.
HALF_MET = {"PWR-PER-1": (19, 40), "PWR-PER-2": (9, 20), "PWR-PER-3": (51.75, None)}
# At the post nothing is there of the facilities.
NOTHING = {"PWR-FAC-1": (0, None), "PWR-FAC-2": (0, None), "PWR-FAC-3": (0, None)}


def all_met(item) -> tuple[object, object]:
    """An answer that meets any requirement of the item, and how many are needed."""
    if item.answer_type == "measure":
        return item.value_at_full, None
    return {"level": (4, None), "yes_partly_no": ("yes", None), "count": (10, 10)}[item.answer_type]


def answers() -> Iterator[dict]:
    """Every power item of both sites, all met but those above."""
    items = reference.table("framework").query("area_code == 'power' and side != 'host_state'")
    for site_code, short in ((HEADQUARTERS, HALF_MET), (POST, NOTHING)):
        for item in items.itertuples():
            value, needed = short.get(item.item_code) or all_met(item)
            yield {
                "site_code": site_code,
                "item_code": item.item_code,
                "side": "unpol",
                "state": "answered",
                "value": value,
                "needed": needed,
                "evidence_grade": "inspected",
                "answered_on": ASSESSED,
                "respondent_role": "Logistics officer",
                "cause": "finance" if item.item_code in short else None,
            }


ASSESSMENT = {
    "mission_code": "UNFICYP",
    "round_label": "Nov 2026",
    "assessed_from": ASSESSED,
    "assessed_to": ASSESSED,
    "modality": "in_person",
    "sensitivity": "confidential",
    "source": "Police Division, in-mission assessment",
    "illustrative": "no",
}
SITES = (
    (HEADQUARTERS, "Nicosia", "mission_hq", 35.173, 33.354, 300, 40),
    (POST, "Pyla", "team_site", 35.014, 33.692, 100, 10),
)
SITE_COLUMNS = (
    "site_code",
    "name",
    "site_kind",
    "latitude",
    "longitude",
    "unpol_served",
    "users",
)
THREAT = {
    "threat_code": "human_smuggling",
    "level_now": 3,
    "level_emerging": 3,
    "rated_on": ASSESSED,
    "source": "Joint threat assessment",
}


def sheets() -> dict[str, list[dict]]:
    """What the assessor fills in, by sheet."""
    return {
        "assessment": [ASSESSMENT],
        "sites": [dict(zip(SITE_COLUMNS, site, strict=True)) for site in SITES],
        "answers": list(answers()),
        "threats": [THREAT],
    }


def filled(template: bytes) -> bytes:
    """The template with these rows typed under its headings."""
    book = openpyxl.load_workbook(io.BytesIO(template))
    for name, rows in sheets().items():
        columns = {cell.value: cell.column for cell in book[name][1]}
        for number, row in enumerate(rows, start=2):
            for column, value in row.items():
                book[name].cell(row=number, column=columns[column], value=value)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


class Terminal:
    """The commands as a user types them, on one store."""

    def __init__(self, store: Path) -> None:
        self.store = store

    def __call__(self, *arguments: str) -> str:
        done = subprocess.run(
            [sys.executable, "-m", "unpol_data", *arguments],
            cwd=ROOT,
            env={**os.environ, "UNPOL_STORE_URL": f"sqlite:///{self.store}"},
            check=True,
            capture_output=True,
            text=True,
        )
        return done.stdout


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
