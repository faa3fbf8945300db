"""May this file become an assessment of the store, and if not, why not?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from sqlalchemy import Engine

from unpol_data.access import Viewer
from unpol_data.ingest import facts, mappings_kept
from unpol_data.ingest.delivery import Delivery, delivery
from unpol_data.ingest.mapping import of_plain
from unpol_data.ingest.read import Asked, Read
from unpol_data.ingest.readers import our_workbook
from unpol_data.ingest.refusal import Refused
from unpol_data.ingest.report import Report
from unpol_data.queries import held
from unpol_data.settings import Settings
from unpol_data.store import reading
from unpol_data.store.writes import Description, record_assessment
from unpol_data.validation import Context, Judgement, Problem, headings, judge
from unpol_data.validation.problems import of_sheet


@dataclass(frozen=True)
class Said:
    """What the person says beside a file, where the file does not say it itself.

    `kind` and `mission` where its rows do not tell; `source`, `reference` (the document earlier
    findings were taken from) and `illustrative` of a single table; `mapping` of the columns of
    a table of others: kind, columns and constants, as mapping.ColumnMap.as_plain.
    """

    kind: str | None = None
    mission: str | None = None
    source: str | None = None
    reference: str | None = None
    illustrative: bool = False
    mapping: Mapping[str, Any] | None = None


def import_file(
    content: Path | bytes,
    file_name: str,
    *,
    engine: Engine,
    viewer: Viewer,
    settings: Settings,
    today: date,
    dry_run: bool = False,
    **beside: Any,
) -> Report:
    """Read, judge and, where nothing is wrong, record a file as a draft assessment.

    `beside` is what the person says beside it, by the names of Said. Nothing is stored where
    anything is refused, on a dry run, or where the same content is held already; a mapping is
    remembered once its table is recorded. Raises NotPermitted where the viewer may not record
    assessments.
    """
    viewer.must("record_assessment")
    said = Said(**beside)
    report = Report(file_name=file_name, dry_run=dry_run)
    try:
        asked = _asked(said, today, engine=engine, viewer=viewer)
        given = delivery(content, asked, viewer=viewer, settings=settings)
    except Refused as refusal:
        return replace(report, refusal=str(refusal), **refusal.asks)
    if given.read.held_in:
        return _all_held(report, given, engine=engine, viewer=viewer)
    judgement = _judgement(given, asked)
    report = _judged(report, given, judgement)
    if report.refused:
        return report
    description = _description(judgement, given, said, file_name=file_name, today=today)
    if dry_run:
        return _known_or_new(report, description, engine=engine, viewer=viewer)
    report = _recorded(report, judgement, description, given, engine=engine, viewer=viewer)
    mappings_kept.remember(engine, asked, given.read, viewer)
    return report


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
        )


def _description(
    judgement: Judgement, given: Delivery, said: Said, *, file_name: str, today: date
) -> Description:
    return facts.description(
        judgement.rows,
        given=given,
        file_name=file_name,
        source=said.source or file_name,
        document=said.reference,
        illustrative=said.illustrative,
        today=today,
    )


def _recorded(
    report: Report,
    judgement: Judgement,
    description: Description,
    given: Delivery,
    *,
    engine: Engine,
    viewer: Viewer,
) -> Report:
    recorded = record_assessment(
        engine,
        description,
        facts=facts.of_store(judgement.rows),
        account=viewer.account,
        submissions=given.read.submissions,
    )
    return replace(
        report,
        assessment_id=recorded.assessment_id,
        already_known=recorded.already_known,
        held_state=recorded.state,
    )


def _all_held(report: Report, given: Delivery, *, engine: Engine, viewer: Viewer) -> Report:
    """What is told of a file all of whose submissions are held: nothing changes."""
    *_, assessment_id = given.read.held_in
    with reading(engine) as connection:
        state = held.state_of(connection, viewer, assessment_id)
    return replace(
        report,
        kind=given.read.kind,
        format=given.read.format,
        mission_code=given.mission_code or "",
        problems=tuple(replace(one, file=report.file_name) for one in given.read.notes),
        assessment_id=assessment_id,
        already_known=True,
        held_state=state,
    )


def _judged(report: Report, given: Delivery, judgement: Judgement) -> Report:
    placed = (*given.read.notes, *(given.read.placed(one) for one in judgement.problems))
    return replace(
        report,
        kind=given.read.kind,
        format=given.read.format,
        mission_code=given.mission_code or "",
        problems=tuple(replace(one, file=report.file_name) for one in placed),
        unlisted_problems=judgement.unlisted,
        fine_rows=judgement.fine_rows(),
        wrong_rows=judgement.wrong_rows(),
    )


def _judgement(given: Delivery, asked: Asked) -> Judgement:
    context = Context(
        today=asked.today,
        mission_code=given.mission_code,
        known_sites=asked.known_sites,
        reference=asked.reference,
    )
    judgement = judge(given.read.tables, context=context)
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


def _known_or_new(
    report: Report, description: Description, *, engine: Engine, viewer: Viewer
) -> Report:
    with reading(engine) as connection:
        known = held.assessment_with(
            connection,
            viewer,
            mission_code=description.mission_code,
            content_digest=description.content_digest,
        )
    assessment_id, state = known or (None, "")
    return replace(
        report, assessment_id=assessment_id, already_known=known is not None, held_state=state
    )
