"""May this file become an assessment of the store, and if not, why not?"""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from sqlalchemy import Engine

from unpol_data.access import Viewer
from unpol_data.ingest import became, facts
from unpol_data.ingest.delivery import Delivery, delivery
from unpol_data.ingest.read import Asked, Read
from unpol_data.ingest.readers import our_workbook
from unpol_data.ingest.refusal import Refused
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
    illustrative: bool = False,
    tell: Tell = quiet,
) -> Report:
    """Read, judge and, where nothing is wrong, record a file as a draft assessment.

    `kind`, `source` and `illustrative` are for single tables, which cannot say them. Nothing is
    stored where anything is refused, on a dry run, or where the same content is held. `tell`
    hears of each step. Raises NotPermitted where the viewer may not record.
    """
    viewer.must("record_assessment")
    report = Report(file_name=file_name, dry_run=dry_run)
    asked = _asked(engine, viewer, today=today, kind=kind, mission=mission)
    try:
        tell(*READING)
        given = delivery(content, asked, viewer=viewer, settings=settings)
    except Refused as refusal:
        return replace(report, refusal=str(refusal))
    if given.read.held_in:
        return became.all_held(report, given, engine=engine, viewer=viewer)
    tell(*CHECKING)
    report = _judged(report, given, judgement := _judgement(given, asked))
    if report.refused:
        return report
    unsaid = {"source": source or file_name, "illustrative": illustrative, "today": today}
    right = _right(report, given, judgement, unsaid)
    step, outcome = (COMPARING, became.compared) if dry_run else (KEEPING, became.recorded)
    tell(*step)
    return outcome(right, engine=engine, viewer=viewer, today=today)


def _right(report: Report, given: Delivery, judgement: Judgement, unsaid: dict) -> became.Right:
    rows = judgement.rows
    description = facts.description(rows, given=given, file_name=report.file_name, **unsaid)
    return became.Right(report, rows, description, given.read.submissions)


def _asked(
    engine: Engine, viewer: Viewer, *, today: date, kind: str | None, mission: str | None
) -> Asked:
    with reading(engine) as connection:
        return Asked(
            today=today,
            kind=kind,
            mission=mission,
            known_sites=held.sites(connection, viewer),
            held_submissions=held.submissions(connection, viewer),
        )


def _judged(report: Report, given: Delivery, judgement: Judgement) -> Report:
    found = with_cells(judgement.problems, given.read.tables)
    placed = (*given.read.notes, *(given.read.placed(one) for one in found))
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
        today=asked.today, mission_code=given.mission_code, known_sites=asked.known_sites
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
