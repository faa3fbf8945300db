"""What did each version of an assessment change against the one it corrects?"""

from dataclasses import dataclass

from sqlalchemy import Connection

from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.ingest.difference import Difference, difference
from unpol_data.queries import assessments, compared


@dataclass(frozen=True)
class Version:
    """One version that corrects another: both numbers, and what it changed of all facts."""

    assessment_id: int
    corrects: int
    changed: Difference


def versions(
    connection: Connection, chosen: Filters, viewer: Viewer, *, assessment_id: int
) -> tuple[Version, ...]:
    """The corrections in the line of versions an assessment stands in, the newest first.

    Both sides and all areas, whatever the filters; withdrawn corrections are left out. Nothing
    where the assessment was never corrected and corrects nothing.
    """
    corrections = assessments.corrections(connection, viewer)
    corrections = corrections[corrections["state"] != "withdrawn"]
    line = _line(dict(corrections[["assessment_id", "replaces"]].to_numpy()), assessment_id)
    return tuple(
        Version(number, corrected, _changed(connection, viewer, number, corrected))
        for number, corrected in line
    )


def _line(corrects: dict[int, int], assessment_id: int) -> list[tuple[int, int]]:
    """The corrections before and after an assessment, each with what it corrects."""
    known, grown = {assessment_id}, True
    while grown:
        touched = {one for pair in corrects.items() if known & set(pair) for one in pair}
        grown = not touched <= known
        known |= touched
    return [
        (int(one), int(of)) for one, of in sorted(corrects.items(), reverse=True) if of in known
    ]


def _changed(
    connection: Connection, viewer: Viewer, assessment_id: int, corrected: int
) -> Difference:
    now, before = (
        compared.all_of(connection, viewer, assessment_id=number)
        for number in (assessment_id, corrected)
    )
    return difference(now, before, last_round=before)
