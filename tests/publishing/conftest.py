"""A desk at which made-up assessments of one mission are recorded, approved and read."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import pandas as pd
import pytest
from sqlalchemy import Engine

from tests import lifecycle
from unpol_data import publishing, reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.queries import gaps
from unpol_data.queries.revisions import current_revision
from unpol_data.store.engine import open_store, reading
from unpol_data.store.writes import Description, record_assessment
from unpol_data.views import signals

KINDS = {"UNISFA-HQ": "mission_hq", "UNISFA-TEAM": "team_site"}
FULL = {"level": 4.0, "yes_partly_no": 1.0, "count": 10.0}


@dataclass(frozen=True)
class Desk:
    """A store, and what one does with it."""

    engine: Engine

    def recorded(
        self,
        reached: float,
        on: date,
        *,
        mission: str = "UNISFA",
        kinds: dict[str, str] = KINDS,
        sensitivity: int = 0,
    ) -> int:
        """A draft in which every question of its sites reached the same; its number."""
        description = Description(
            mission_code=mission,
            assessed_from=on,
            assessed_to=on,
            source="test",
            content_digest=f"{mission} {reached} {on} {sensitivity} {sorted(kinds)}",
            round_label=str(on.year),
            sensitivity=sensitivity,
            modality="in_person",
        )
        facts = {"site_facts": sites(kinds), "answers": all_answers(kinds, reached, on)}
        return record_assessment(
            self.engine, description, facts=facts, account="test"
        ).assessment_id

    def approved(self, reached: float, on: date, **more) -> publishing.Publication:
        """The same, approved and published on its day."""
        number = self.recorded(reached, on, **more)
        return lifecycle.approved(self.engine, number, on)

    def mission_figures(
        self, as_of: date, *, clearance: int = 2, mission: str = "UNISFA", **more
    ) -> set[float]:
        """The gaps of the mission today, over all areas."""
        viewer = Viewer("reader", None, clearance, frozenset({"viewer"}))
        chosen = Filters(missions=(mission,), as_of=as_of)
        with reading(self.engine) as connection:
            return set(gaps.mission_gaps(connection, chosen, viewer, **more)["gap"])

    def measured(self, values: dict[date, float], on: date, **more) -> publishing.Publication:
        """Availability of the headquarters' link on some days, approved and published."""
        rows = pd.DataFrame(
            {
                "site_code": "UNISFA-HQ",
                "measure": "availability_pct",
                "measured_on": list(values),
                "value": list(values.values()),
            }
        )
        description = Description(
            "UNISFA", min(values), max(values), "test", f"measured {values}", kind="measurements"
        )
        number = record_assessment(
            self.engine, replace(description, **more), facts={"measurements": rows}, account="test"
        ).assessment_id
        return lifecycle.approved(self.engine, number, on)

    def signals(self, as_of: date, *, clearance: int = 2, **more) -> pd.DataFrame:
        """The signals of the mission as somebody with this clearance sees them."""
        viewer = Viewer("reader", None, clearance, frozenset({"viewer"}))
        chosen = Filters(**({"missions": ("UNISFA",), "as_of": as_of} | more))
        with reading(self.engine) as connection:
            return signals.signals(connection, chosen, viewer).rows

    def current(self) -> int:
        """The revision of the store."""
        with reading(self.engine) as connection:
            return current_revision(connection)


def sites(kinds: dict[str, str]) -> pd.DataFrame:
    """One row per site, each with 100 UNPOL."""
    return pd.DataFrame(
        {
            "site_code": list(kinds),
            "name": list(kinds),
            "site_kind": list(kinds.values()),
            "unpol_served": 100,
            "users": 50,
            "closed": False,
        }
    )


def all_answers(kinds: dict[str, str], reached: float, on: date) -> pd.DataFrame:
    """Every UNPOL question of these sites: answered in full (1) or with nothing (0)."""
    items = reference.table("framework").drop(columns=["side", "source"])
    requirements = reference.table("requirements").query("side == 'unpol'")
    rows = sites(kinds).merge(requirements, on="site_kind").merge(items, on="item_code")
    ends = rows["value_at_full"] if reached else rows["value_at_none"]
    return rows[["site_code", "item_code", "side"]].assign(
        state="answered",
        value=(rows["answer_type"].map(FULL) * reached).fillna(ends),
        needed=10.0,
        evidence_grade="inspected",
        answered_on=on,
    )


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    """An empty store."""
    store = open_store(f"sqlite:///{tmp_path / 'store.db'}")
    yield store
    store.dispose()


@pytest.fixture
def desk(engine: Engine) -> Desk:
    """A desk with an empty store."""
    return Desk(engine)
