"""How are weights saved under a name, and how do they go out of use?"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, Engine, Row, insert, select

from unpol_data.store.engine import writing
from unpol_data.store.errors import StoreError
from unpol_data.store.tables import SavedScenario
from unpol_data.store.writes.acts import acting_on

KEPT = ("name", "note", "threat_pct", "mandate_pct", "exposure_pct", "state")


@dataclass(frozen=True)
class SavedVersion:
    """Which version of a scenario is in force now, and whether it was so already."""

    scenario_code: str
    version: int
    already_known: bool


def save_scenario(
    engine: Engine,
    scenario_code: str,
    *,
    name: str,
    note: str,
    percentages: Mapping[str, int],
    account: str,
    recorded_at: datetime | None = None,
) -> SavedVersion:
    """Keep the weights under a code, as its next version; the same again changes nothing."""
    weights = {f"{part}_pct": percent for part, percent in percentages.items()}
    wanted = {"name": name, "note": note, **weights, "state": "in_use"}
    with writing(engine) as connection:
        return _next_version(
            connection, "save_scenario", scenario_code, wanted, account, recorded_at
        )


def retire_scenario(
    engine: Engine, scenario_code: str, *, account: str, recorded_at: datetime | None = None
) -> SavedVersion:
    """Take a scenario out of use; links to its versions still work.

    Raises StoreError where there is none of this code.
    """
    with writing(engine) as connection:
        newest = _newest(connection, scenario_code)
        if newest is None:
            raise StoreError(f"There is no scenario {scenario_code!r}; see scenario list.")
        wanted = {column: getattr(newest, column) for column in KEPT} | {"state": "retired"}
        return _next_version(
            connection, "retire_scenario", scenario_code, wanted, account, recorded_at
        )


def _next_version(
    connection: Connection,
    act_name: str,
    scenario_code: str,
    wanted: Mapping[str, object],
    account: str,
    recorded_at: datetime | None,
) -> SavedVersion:
    newest = _newest(connection, scenario_code)
    before = None if newest is None else {column: getattr(newest, column) for column in KEPT}
    if before == dict(wanted):
        return SavedVersion(scenario_code, newest.version, True)
    version = 1 if newest is None else newest.version + 1
    with acting_on(
        connection, act=act_name, subject=scenario_code, account=account, recorded_at=recorded_at
    ) as act:
        connection.execute(
            insert(SavedScenario).values(
                scenario_code=scenario_code,
                version=version,
                **wanted,
                recorded_at=act.recorded_at,
                recorded_by=account,
                recorded_revision=act.revision,
            )
        )
        act.before, act.after = before, {"version": version, **wanted}
    return SavedVersion(scenario_code, version, False)


def _newest(connection: Connection, scenario_code: str) -> Row | None:
    statement = (
        select(SavedScenario.__table__)
        .where(SavedScenario.scenario_code == scenario_code)
        .order_by(SavedScenario.version.desc())
        .limit(1)
    )
    return connection.execute(statement).one_or_none()
