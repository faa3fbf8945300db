"""May this file become records of the programme, and if not, why not?"""

from collections.abc import Iterator
from dataclasses import replace

from sqlalchemy import Engine

from unpol_data import reference
from unpol_data.access import Viewer
from unpol_data.ingest import programme
from unpol_data.ingest.read import Asked, Read
from unpol_data.ingest.readers.programme import HELPING_SHEETS, KIND
from unpol_data.ingest.report import Report
from unpol_data.validation import Problem
from unpol_data.validation.problems import WARNING, nearest, of_sheet

__all__ = ["KIND", "imported"]
BECAME = ("new", "changed", "same")


def imported(
    report: Report, found: Read, asked: Asked, *, engine: Engine, viewer: Viewer
) -> Report:
    """What became of the file's rows; kept unless the report is of a dry run or refused."""
    alone = tuple(_file_problems(found))
    kept = programme.keep(
        engine, found.tables, viewer=viewer, today=asked.today, dry_run=report.dry_run
    )
    told = (*alone, *(found.placed(one) for one in kept.judgement.problems))
    report = replace(
        report,
        kind=found.kind,
        format=found.format,
        problems=tuple(replace(one, file=report.file_name) for one in told),
        unlisted_problems=kept.judgement.unlisted,
        fine_rows=kept.judgement.fine_rows(),
        wrong_rows=kept.judgement.wrong_rows(),
    )
    if report.refused:
        return report
    return replace(
        report,
        already_known=not (kept.count("new") or kept.count("changed")),
        records={
            kind: {became: len(getattr(versions, became)) for became in BECAME}
            for kind, versions in kept.versions.items()
        },
    )


def _file_problems(found: Read) -> Iterator[Problem]:
    known = reference.records.kinds()
    for name in found.sheet_names:
        if name not in known and name not in HELPING_SHEETS:
            yield of_sheet(
                name,
                rule="unknown_sheet",
                found=name,
                expected=nearest(name, known),
                words=f"this sheet is not known and was not read; expected {nearest(name, known)}",
                severity=WARNING,
            )
    if not found.tables:
        yield of_sheet(
            "",
            rule="nothing_said",
            expected="at least one row",
            words="the file holds no record below its headings",
        )
