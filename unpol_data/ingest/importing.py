"""May this file become an assessment of the store, and if not, why not?"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd
from sqlalchemy import Engine

from unpol_data.access import Viewer
from unpol_data.ingest import (
    became,
    facts,
    mappings_kept,
    positions,
    programme_file,
    programme_rights,
)
from unpol_data.ingest.delivery import Delivery, delivery
from unpol_data.ingest.mapping import of_plain
from unpol_data.ingest.raw import Raw
from unpol_data.ingest.read import Asked, Read
from unpol_data.ingest.readers import our_workbook
from unpol_data.ingest.refusal import Refused
from unpol_data.ingest.replaced import with_replaced
from unpol_data.ingest.report import Report
from unpol_data.ingest.row_cells import with_cells
from unpol_data.queries import held
from unpol_data.settings import Settings
from unpol_data.store import reading
from unpol_data.validation import Context, Judgement, Problem, headings, judge
from unpol_data.validation.problems import of_sheet

Tell = Callable[[str, float], None]
READING, CHECKING = ("Reading the file", 0.1), ("Checking every row", 0.4)
COMPARING, KEEPING = ("Comparing with what is held", 0.6), ("Keeping the rows", 0.7)


def quiet(step: str, share: float) -> None:
    """Tell nobody."""


@dataclass(frozen=True)
class Said:
    """What the person says beside a file, where the file does not say it itself.

    `kind` and `mission` where its rows do not tell; `source`, `reference` (the document earlier
    findings were taken from) and `illustrative` of a single table; `mapping` of the columns of
    a table of others: kind, columns and constants, as mapping.ColumnMap.as_plain; `edition` of an
    index that comes in several; `new_positions`, that known sites stand where the file has them.
    """

    kind: str | None = None
    mission: str | None = None
    source: str | None = None
    reference: str | None = None
    illustrative: bool = False
    mapping: Mapping[str, Any] | None = None
    edition: int | None = None
    new_positions: bool = False


def import_file(
    content: Path | bytes | Raw,
    file_name: str,
    *,
    engine: Engine,
    viewer: Viewer,
    settings: Settings,
    today: date,
    dry_run: bool = False,
    tell: Tell = quiet,
    **beside: Any,
) -> Report:
    """Read, judge and, where nothing is wrong, record a file: a draft assessment, or records.

    `beside` is what the person says beside it, by the names of Said. Nothing is stored where
    anything is refused, on a dry run, or where the same is held; a mapping is remembered with
    its table. `tell` hears of each step. Raises NotPermitted where the viewer may not.
    """
    viewer.must("read" if may_import(viewer) else "record_assessment")
    said, report = Said(**beside), Report(file_name=file_name, dry_run=dry_run)
    try:
        tell(*READING)
        asked = _asked(said, today, engine=engine, viewer=viewer)
        given = delivery(content, asked, viewer=viewer, settings=settings)
    except Refused as refusal:
        return replace(report, refusal=str(refusal), format=refusal.format, **refusal.asks)
    if given.read.kind == programme_file.KIND:
        return programme_file.imported(report, given.read, asked, engine=engine, viewer=viewer)
    viewer.must("record_assessment")
    if given.read.held_in:
        return became.all_held(report, given, engine=engine, viewer=viewer)
    tell(*CHECKING)
    return _of_rows(report, given, asked, said, engine=engine, viewer=viewer, tell=tell)


def _of_rows(
    report: Report,
    given: Delivery,
    asked: Asked,
    said: Said,
    *,
    engine: Engine,
    viewer: Viewer,
    tell: Tell,
) -> Report:
    """What becomes of rows of an assessment: refused, compared or kept."""
    judgement = _judgement(given, asked)
    moved = positions.moved(judgement.rows, asked.known_sites, taken=said.new_positions)
    report = _judged(report, given, judgement, moved)
    if report.refused:
        return report
    # The cells as found, and their places, were judged and told; keeping needs the room.
    given.read.tables.clear()
    given.read.origins.clear()
    tell(*(COMPARING if report.dry_run else KEEPING))
    right = _right(report, given, judgement.rows, said, asked.today)
    # Content that is held already is known again wherever its sites stand by now.
    if moved and not moved.taken and not became.known(right, engine=engine, viewer=viewer):
        right = _right(report, given, moved.as_held(judgement.rows), said, asked.today)
    if report.dry_run:
        return became.compared(right, engine=engine, viewer=viewer, today=asked.today)
    return _recorded(right, given, asked, engine=engine, viewer=viewer)


def _recorded(
    right: became.Right, given: Delivery, asked: Asked, *, engine: Engine, viewer: Viewer
) -> Report:
    report = became.recorded(right, engine=engine, viewer=viewer, today=asked.today)
    mappings_kept.remember(engine, asked, given.read, viewer)
    return report


def _right(
    report: Report, given: Delivery, rows: dict[str, pd.DataFrame], said: Said, today: date
) -> became.Right:
    description = facts.description(
        rows,
        given=given,
        file_name=report.file_name,
        source=said.source or report.file_name,
        document=said.reference,
        illustrative=said.illustrative,
        today=today,
    )
    return became.Right(report, rows, description, given.read.submissions)


def _asked(said: Said, today: date, *, engine: Engine, viewer: Viewer) -> Asked:
    mapping = said.mapping
    with reading(engine) as connection:
        return Asked(
            today=today,
            kind=said.kind,
            mission=said.mission,
            known_sites=held.sites(connection, viewer),
            held_submissions=held.submissions(connection, viewer),
            mapping=None if mapping is None else of_plain(mapping["kind"], mapping),
            kept_mappings=mappings_kept.known(connection, viewer),
            reference=said.reference,
            edition=said.edition,
        )


def may_import(viewer: Viewer) -> bool:
    """Whether the viewer may hand in any file at all."""
    return any(viewer.may(act) for act in ("record_assessment", *programme_rights.ACTS))


def _judged(
    report: Report, given: Delivery, judgement: Judgement, moved: positions.Moved | None
) -> Report:
    problems = (*judgement.problems, *(moved.problems() if moved else ()))
    found = with_cells(problems, {**given.read.tables, **given.read.replaced})
    placed = (*given.read.notes, *(given.read.placed(one) for one in found))
    return replace(
        report,
        kind=given.read.kind,
        format=given.read.format,
        mission_code=given.mission_code or "",
        problems=tuple(replace(one, file=report.file_name) for one in placed),
        unlisted_problems=judgement.unlisted,
        fine_rows=_of_sheets(judgement.fine_rows(), given.read),
        wrong_rows=_of_sheets(judgement.wrong_rows(), given.read),
        editions=given.read.editions,
    )


def _of_sheets(rows: Mapping[str, int], found: Read) -> dict[str, int]:
    """The counts of rows by sheet; answers that were replaced are none of their own."""
    return {sheet: count for sheet, count in rows.items() if sheet in found.tables}


def _judgement(given: Delivery, asked: Asked) -> Judgement:
    context = Context(
        today=asked.today,
        mission_code=given.mission_code,
        known_sites=asked.known_sites,
        reference=asked.reference,
    )
    judgement = judge(given.read.tables, context=context)
    judgement = with_replaced(judgement, given.read, context=context)
    return replace(judgement, problems=(*_delivery_problems(given.read), *judgement.problems))


def _delivery_problems(found: Read) -> Iterator[Problem]:
    if found.sheet_names:
        helping = our_workbook.HELPING_SHEETS
        yield from headings.sheet_problems(found.sheet_names, helping=helping)
    if not any(len(rows) for sheet, rows in found.tables.items() if sheet != "assessment"):
        yield of_sheet(
            "",
            rule="nothing_said",
            expected="at least one row",
            words="the file holds no row of facts below its headings",
        )
