"""Two rounds of one small mission, filed as an assessor would: by workbooks made from the template.

UNISFA has three sites: headquarters (100 users, 200 UNPOL), a team site (40 users, 60 UNPOL) and
one that was never measured (30 UNPOL). Round one counts from 15 Sep 2025, round two from
15 Mar 2026.
"""

import io
from datetime import date
from functools import cache
from pathlib import Path

import openpyxl
from sqlalchemy import Engine

from tests import lifecycle
from unpol_data.access import LOCAL
from unpol_data.exports import template
from unpol_data.ingest.importing import import_file
from unpol_data.settings import settings
from unpol_data.store import open_store

HQ, TEAM, FAR = "UNISFA-HQ", "UNISFA-TEAM", "UNISFA-FAR"
AS_OF = date(2026, 3, 31)
SITES = [
    {"site_code": HQ, "name": "Abyei", "site_kind": "mission_hq", "unpol_served": 200}
    | {"users": 100, "latitude": 9.6, "longitude": 28.4},
    {"site_code": TEAM, "name": "Agok", "site_kind": "team_site", "unpol_served": 60}
    | {"users": 40, "latitude": 9.4, "longitude": 28.6},
    {"site_code": FAR, "name": "Diffra", "site_kind": "team_site", "unpol_served": 30}
    | {"users": 20, "latitude": 9.7, "longitude": 27.9},
]


@cache
def two_rounds(folder: Path) -> Path:
    """The file of a store that holds both rounds, approved; made once in each folder."""
    path = folder / "two_rounds.db"
    engine = open_store(f"sqlite:///{path}")
    file_round(engine, _sheets(date(2025, 9, 5), downlink=10.0, power=15.0, serviceable=(10, 6)))
    file_round(engine, _sheets(date(2026, 3, 5), downlink=12.5, power=4.0, serviceable=(11, 4)))
    engine.dispose()
    return path


def file_round(engine: Engine, sheets: dict[str, list[dict]]) -> None:
    """Fill the template, import it and approve it ten days after the visit."""
    visited = sheets["assessment"][0]["assessed_from"]
    book = openpyxl.load_workbook(io.BytesIO(template.workbook()))
    for name, rows in sheets.items():
        headings = [cell.value for cell in book[name][1]]
        for position, row in enumerate(rows, start=2):
            for column, heading in enumerate(headings, start=1):
                book[name].cell(row=position, column=column, value=row.get(heading))
    content = io.BytesIO()
    book.save(content)
    report = import_file(
        content.getvalue(),
        f"{visited}.xlsx",
        engine=engine,
        viewer=LOCAL,
        settings=settings({}),
        today=date(2026, 12, 31),
    )
    if report.refused:
        raise ValueError("\n".join(report.lines()))
    on = visited.replace(day=15)
    lifecycle.approved(engine, report.assessment_id, on)


def _sheets(
    on: date, *, downlink: float, power: float, serviceable: tuple[int, int]
) -> dict[str, list[dict]]:
    """The rows of one round by sheet."""
    assessment = {"mission_code": "UNISFA", "round_label": str(on.year), "assessed_from": on}
    more = {"assessed_to": on, "modality": "in_person", "sensitivity": "unclassified"}
    met = {"uplink_mbps": 4, "latency_ms": 300, "availability_pct": 99, "radio_coverage_pct": 95}
    counted = {"side": "unpol", "evidence_grade": "inspected", "counted_on": on}
    at_hq, at_team = serviceable
    return {
        "assessment": [assessment | more | {"source": "Team report", "illustrative": "no"}],
        "sites": [site | {"closed": "no"} for site in SITES],
        "connectivity": [
            {"site_code": HQ, "measured_on": on, "downlink_mbps": downlink}
            | met
            | {"power_hours_per_day": 24},
            {"site_code": TEAM, "measured_on": on, "downlink_mbps": 3}
            | met
            | {"power_hours_per_day": power},
        ],
        "equipment": [
            _line(HQ, "vhf_handheld", 10, 12, at_hq) | counted,
            _line(TEAM, "vhf_handheld", 10, 6, at_team) | counted,
            _line(HQ, "patrol_vehicle", 2, 1, 1) | counted,
        ],
    }


def _line(site_code: str, item: str, required: int, held: int, serviceable: int) -> dict:
    counts = {"required": required, "held": held, "serviceable": serviceable}
    return {"site_code": site_code, "equipment_code": item} | counts
