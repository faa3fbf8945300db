"""Options to choose from: a few over three small missions, and as many as one likes over a store.

Of the three small missions (tests.views.priority_filing) UNISFA has nothing in place and serves
100, UNMIK has everything, MINURSO was asked nothing.
"""

from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
from sqlalchemy import Engine

from tests.programme_rows import rows
from tests.views.priority_filing import three_missions
from unpol_data import queries, reference
from unpol_data.access import LOCAL
from unpol_data.filters import Filters
from unpol_data.store import open_store, reading
from unpol_data.store.writes import acting, record_versions

AT = datetime(2026, 3, 20, 12, tzinfo=UTC)
PLAIN = {
    "mission_code": "UNISFA",
    "option_kind": "equipment",
    "side": "unpol",
    "cost_once_usd": 10_000.0,
    "cost_yearly_usd": 0.0,
    "tech_pct": 100.0,
    "adopt_pct": 100.0,
    "parent_code": None,
    "exclusive_group": None,
    "hrddp_status": None,
    "gender_check": "checked",
    "state": "reviewed",
    "a4p_priority": "capabilities",
}
# What is told of each beside PLAIN; it lifts each of these areas, wholly, at its mission.
FEW: dict[str, tuple[dict[str, Any], Sequence[str]]] = {
    "KIT": ({"title": "Kit"}, ["borders"]),
    "COURSE": (
        {"title": "Course", "parent_code": "KIT", "a4p_priority": "innovation", "adopt_pct": 50.0},
        ["safety"],
    ),
    "LINK-A": (
        {"title": "Dear link", "exclusive_group": "LINK", "cost_yearly_usd": 20_000.0},
        ["communications"],
    ),
    "LINK-B": (
        {"title": "Slow link", "exclusive_group": "LINK", "tech_pct": 90.0},
        ["communications"],
    ),
    "WAITS": ({"title": "Waits", "gender_check": "changes_asked"}, ["borders"]),
    "NEEDLESS": ({"title": "Needless", "mission_code": "UNMIK"}, ["borders"]),
    "UNSEEN": ({"title": "Unseen", "mission_code": "MINURSO"}, ["borders"]),
    "ADVICE": (
        {"title": "Advice", "side": "host_state", "hrddp_status": "under_assessment"},
        ["borders"],
    ),
    "GONE": ({"title": "Gone", "state": "retired"}, ["borders"]),
}


def few_options(folder: Path, *, url: str | None = None) -> Path:
    """The file of a store of three small missions and a few options; see `three_missions`."""
    path = three_missions(folder, url=url)
    engine = open_store(url or f"sqlite:///{path}")
    options = [PLAIN | told | {"option_code": code} for code, (told, _) in FEW.items()]
    gains = [
        _gain(code, told.get("mission_code", "UNISFA"), area, dimension, 100.0)
        for code, (told, areas) in FEW.items()
        for area in areas
        for dimension in reference.codes("dimensions")
    ]
    file_options(engine, options, gains)
    engine.dispose()
    return path


def many_options(engine: Engine, *, per_mission: int, seed: int = 1) -> int:
    """File options over all missions, where their gaps are largest; returns how many."""
    chance = np.random.default_rng(seed)
    with reading(engine) as connection:
        day = queries.revisions.default_as_of(connection, LOCAL, today=AT.date())
        gaps = queries.gaps.mission_gaps(connection, Filters(as_of=day), LOCAL)
    options, gains = [], []
    for mission_code, own in gaps.groupby("mission_code"):
        areas = own.sort_values("gap", ascending=False)["area_code"].tolist()
        for place in range(per_mission):
            code = f"MANY-{mission_code}-{place}"
            costs = {"cost_once_usd": 1000.0 * chance.integers(5, 150), "cost_yearly_usd": 4500.0}
            told = {
                "option_code": code,
                "mission_code": mission_code,
                "title": code,
                "adopt_pct": float(chance.integers(50, 95)),
                "parent_code": f"MANY-{mission_code}-0" if place == 3 else None,
                "exclusive_group": f"MANY-{mission_code}" if place in (1, 4) else None,
            }
            options.append(PLAIN | costs | told)
            for step in range(2):
                area = areas[(place + step) % len(areas)]
                dimension = reference.codes("dimensions")[place % 5]
                gains.append(_gain(code, mission_code, area, dimension, 20.0 + 5 * step))
    file_options(engine, options, gains)
    return len(options)


def file_options(
    engine: Engine, options: Sequence[dict[str, Any]], gains: Sequence[dict[str, Any]]
) -> None:
    """Keep options and what they gain."""
    for kind, told in (("options", options), ("option_gains", gains)):
        with acting(engine, act="test", subject=kind, account="ada", recorded_at=AT) as act:
            record_versions(act, kind, rows(kind, *told))


def _gain(code: str, place: str, area: str, dimension: str, points: float) -> dict[str, Any]:
    return {
        "option_code": code,
        "site_code": place,
        "area_code": area,
        "dimension_code": dimension,
        "attainment_gain_pct": points,
    }
