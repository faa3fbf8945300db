"""Which illustrative files are there, and how do they go in by the door users have?"""

import csv
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from pathlib import Path

from sqlalchemy import Connection, Engine, select

from unpol_data import publishing
from unpol_data.access import LOCAL
from unpol_data.cli.outcome import CommandRefused
from unpol_data.ingest.importing import import_file
from unpol_data.ingest.readers import programme
from unpol_data.ingest.scenarios import save
from unpol_data.settings import Settings
from unpol_data.store import reading
from unpol_data.store.tables import RECORDS, Assessment
from unpol_data.weighing import PARTS

FOLDER = Path(__file__).parents[2] / "sample_data"
SCENARIOS = FOLDER / "scenarios.csv"
# States in which an interrupted load can have left what it was going to approve.
UNDER_WAY = ("draft", "submitted", "reviewed")
IN_FORCE = "in_force"
NOON = time(12)
MANIFEST_COLUMNS = ("file", "kind", "mission_code", "published_on", "source")


@dataclass(frozen=True)
class Entry:
    """One file of the sample; an assessment stays a draft where `published_on` is missing.

    Of the programme, `published_on` is the day its records tell of.
    """

    path: Path
    kind: str
    mission_code: str
    published_on: date | None
    source: str


def entries() -> list[Entry]:
    """The files of the sample in the order they are loaded, each known to be there.

    Raises CommandRefused, in one sentence, where the list or one of its files is missing.
    """
    folder = FOLDER
    manifest = folder / "manifest.csv"
    if not manifest.is_file():
        raise CommandRefused(
            f"The sample cannot be loaded: {manifest} is missing; restore it, or run init "
            "without --sample."
        )
    with manifest.open(encoding="utf-8", newline="") as lines:
        reader = csv.DictReader(lines)
        if tuple(reader.fieldnames or ()) != MANIFEST_COLUMNS:
            raise CommandRefused(
                f"{manifest} must have the columns {', '.join(MANIFEST_COLUMNS)}; it has "
                f"{', '.join(reader.fieldnames or ['none'])}."
            )
        found = [_entry(row, folder) for row in reader]
    paths = [one.path for one in found] + [SCENARIOS]
    missing = [path.name for path in paths if not path.is_file()]
    if missing:
        raise CommandRefused(
            f"The sample cannot be loaded: {', '.join(missing[:3])}"
            f"{' and others are' if len(missing) > 3 else ' is'} missing from {folder}; restore "
            "it, or run init without --sample."
        )
    return found


def _entry(row: dict[str, str], folder: Path) -> Entry:
    try:
        published_on = date.fromisoformat(row["published_on"]) if row["published_on"] else None
    except ValueError as error:
        raise CommandRefused(
            f"manifest.csv: published_on {row['published_on']!r} of {row['file']} is not a date "
            "such as 2026-03-31."
        ) from error
    return Entry(
        folder / row["file"], row["kind"], row["mission_code"], published_on, row["source"]
    )


def load(
    sample: list[Entry], *, engine: Engine, settings: Settings, tell: Callable[[str], None]
) -> None:
    """Import and approve the sample into an empty store, telling each step.

    An interrupted load is taken up where it ended. Raises CommandRefused where the store
    holds other assessments, or all of these already, or where a file is refused.
    """
    states = _states(engine, sample)
    # The sample's own dates must not lie in the future of a machine whose clock is behind.
    _load_scenarios(engine)
    today = max([date.today(), *(one.published_on or date.min for one in sample)])
    for number, entry in enumerate(sample, start=1):
        if not _is_loaded(entry, states):
            _load_one(entry, states, engine=engine, settings=settings, today=today)
        tell(f"{number}/{len(sample)} {entry.path.name}: {_became(entry)}")


def _load_scenarios(engine: Engine) -> None:
    """Save the sample's weights as a planner would; those saved before change nothing."""
    with SCENARIOS.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            percentages = {part: int(row[f"{part}_pct"]) for part in PARTS}
            save(engine, row["name"], row["note"], percentages, viewer=LOCAL)


def _became(entry: Entry) -> str:
    if entry.kind == programme.KIND:
        return "records in force"
    return f"counts from {entry.published_on}" if entry.published_on else "stays a draft"


def _states(engine: Engine, sample: list[Entry]) -> dict[str, str]:
    """The state of each file of the sample that the store holds, by its name."""
    query = select(Assessment.file_name, Assessment.illustrative, Assessment.state)
    with reading(engine) as connection:
        held = connection.execute(query).all()
        invented = _programme_held(connection)
    if False in invented:
        raise CommandRefused(
            "The store holds records of the programme already; the sample goes into an empty "
            "store only. Name another one in UNPOL_STORE_URL, or move this one away."
        )
    names = {one.path.name for one in sample}
    states = {file_name: state for file_name, _, state in held}
    if invented:
        states |= {one.path.name: IN_FORCE for one in sample if one.kind == programme.KIND}
    foreign = any(name not in names or not illustrative for name, illustrative, _ in held)
    if held and (foreign or all(_is_loaded(one, states) for one in sample)):
        raise CommandRefused(
            f"The store holds {len(held):,} assessment{'' if len(held) == 1 else 's'} already; "
            "the sample goes into an empty store only. Name another one in UNPOL_STORE_URL, or "
            "move this one away."
        )
    return states


def _programme_held(connection: Connection) -> set[bool]:
    """Whether records of the programme are held that are invented, that are not, or both."""
    found = set()
    for table in RECORDS.values():
        found |= set(connection.scalars(select(table.illustrative).distinct()))
    return found


def _is_loaded(entry: Entry, states: dict[str, str]) -> bool:
    state = states.get(entry.path.name)
    return state is not None and (entry.published_on is None or state not in UNDER_WAY)


def _load_one(
    entry: Entry, states: dict[str, str], *, engine: Engine, settings: Settings, today: date
) -> None:
    report = import_file(
        entry.path,
        entry.path.name,
        engine=engine,
        viewer=LOCAL,
        settings=settings,
        today=today,
        kind=entry.kind,
        mission=entry.mission_code,
        source=entry.source,
        illustrative=True,
    )
    if report.refused:
        raise CommandRefused("\n".join(report.lines(most=3)))
    if entry.published_on is not None and entry.kind != programme.KIND:
        _publish(entry, report.assessment_id, states.get(entry.path.name, "draft"), engine)


def _publish(entry: Entry, assessment_id: int, state: str, engine: Engine) -> None:
    """Take the steps that are left from this state up to approval.

    They are taken on the day of publication where the machine's clock is behind that day.
    """
    published_on = entry.published_on
    now = max(datetime.now(UTC), datetime.combine(published_on, NOON, UTC))
    said = {"viewer": LOCAL, "now": now}
    if state == "draft":
        publishing.submit(engine, assessment_id, **said)
    if state in ("draft", "submitted"):
        publishing.review(engine, assessment_id, **said)
    publishing.approve(engine, assessment_id, published_on=published_on, **said)
