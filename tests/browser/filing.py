"""One assessment as an assessor fills it in, and the terminal on which it is filed."""

import io
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl

from tests.browser.serving import ROOT
from unpol_data import reference

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
