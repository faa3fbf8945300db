"""A small plan of visits and its money, which tests record in a store of their own."""

from datetime import date

import pandas as pd
from sqlalchemy import Engine

from tests.programme_rows import rows
from unpol_data.store.writes import record_programme

# Made, under way and planned; costs of the made one are known.
VISITS = (
    {"visit_code": "VISIT-1", "mission_code": "UNMISS", "modality": "in_person"},
    {
        "visit_code": "VISIT-2",
        "mission_code": "UNISFA",
        "planned_from": date(2026, 8, 10),
        "planned_to": date(2026, 8, 14),
        "made_from": date(2026, 8, 12),
        "made_to": None,
        "state": "under_way",
    },
    {
        "visit_code": "VISIT-3",
        "mission_code": "MONUSCO",
        "modality": "in_person",
        "planned_from": date(2026, 12, 1),
        "planned_to": date(2026, 12, 10),
        "made_from": None,
        "made_to": None,
        "state": "planned",
    },
)
LINES = (
    {"line_code": "LINE-1", "budgeted_usd": 12_000.0},
    {"line_code": "LINE-2", "visit_code": "VISIT-2", "committed_usd": 5_000.0, "spent_usd": None},
    {
        "line_code": "LINE-3",
        "visit_code": "VISIT-3",
        "budgeted_usd": 10_000.0,
        "committed_usd": None,
        "spent_usd": None,
        "booked_on": None,
    },
    {
        "line_code": "LINE-4",
        "visit_code": None,
        "category": "other",
        "budgeted_usd": 700.0,
        "committed_usd": 420.0,
        "spent_usd": 420.0,
    },
)


def record_plan(
    engine: Engine,
    *,
    visits: tuple[dict, ...] = VISITS,
    lines: tuple[dict, ...] = LINES,
    **common: object,
) -> None:
    """Keep the visits and their lines; `common` columns are the same in all of them."""
    tables: dict[str, pd.DataFrame] = {
        "visits": rows("visits", *({**one, **common} for one in visits)),
        "budget_lines": rows("budget_lines", *({**one, **common} for one in lines)),
    }
    record_programme(engine, tables, account="ada")
