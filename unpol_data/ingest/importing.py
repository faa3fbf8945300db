"""May this file become an assessment of the store, and if not, why not?"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
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


def import_file(
    content: Path | bytes,
    file_name: str,
    *,
    engine: Engine,
    viewer: Viewer,
    settings: Settings,
    today: date,
    kind: str | None = None,
    mission: str | None = None,
    dry_run: bool = False,
    source: str | None = None,
    reference: str | None = None,
    mapping: Mapping[str, Any] | None = None,
    illustrative: bool = False,
) -> Report:
    """Read, judge and, where nothing is wrong, record a file as a draft assessment.

    A workbook is an assessment; a CSV table is of `kind`, or of the kind its headings
    tell. `source`, `reference` and `illustrative` are for single tables, which cannot say
    them; `mapping` says what the columns of a table of others hold (kind, columns and
    constants, as in ColumnMap), and is remembered once
    such a table is recorded. Nothing is stored where anything is refused, on a dry run, or
    where the same content is held already. Raises NotPermitted where the viewer may not
    record assessments.
    """
    viewer.must("record_assessment")
    report = Report(file_name=file_name, dry_run=dry_run)
    with reading(engine) as connection:
        known_sites = held.sites(connection, viewer)
        kept = mappings_kept.known(connection, viewer)
    try:
        said = mapping and of_plain(mapping["kind"], mapping)
        asked = Asked(today, kind, mission, known_sites, said, reference, kept)
        given = delivery(content, asked, viewer=viewer, settings=settings)
    except Refused as refusal:
        return replace(report, refusal=str(refusal), **refusal.asks)
    judgement = _judgement(given, asked)
    report = _judged(report, given, judgement)
    if report.refused:
        return report
    unsaid = {"source": source or file_name, "document": reference}
    unsaid |= {"illustrative": illustrative, "today": today}
    description = facts.description(judgement.rows, given=given, file_name=file_name, **unsaid)
    report = _recorded(report, judgement, description, engine=engine, viewer=viewer)
    if not dry_run:
        mappings_kept.remember(engine, asked, given.read, viewer)
    return report


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


def _recorded(
    report: Report,
    judgement: Judgement,
    description: Description,
    *,
    engine: Engine,
    viewer: Viewer,
) -> Report:
    if report.dry_run:
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
    recorded = record_assessment(
        engine, description, facts=facts.of_store(judgement.rows), account=viewer.account
    )
    return replace(
        report,
        assessment_id=recorded.assessment_id,
        already_known=recorded.already_known,
        held_state=recorded.state,
    )
