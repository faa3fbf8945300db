"""What does an assessment of submissions hold, in the sheets of the data dictionary?"""

from collections.abc import Callable

import pandas as pd

from unpol_data.ingest.read import Asked, Origins, Read
from unpol_data.ingest.refusal import Refused
from unpol_data.ingest.submissions import about, answers, lines, sifting, visits
from unpol_data.ingest.submissions.digest import digest
from unpol_data.ingest.submissions.shape import Cell, Sent, Submission
from unpol_data.ingest.submissions.sheet import Sheet, Sheets
from unpol_data.ingest.submissions.values import coded
from unpol_data.validation import headings
from unpol_data.validation.problems import ERROR, Problem

KIND = "assessment"
# What is only in the sheet of a workbook; a form never asks for it.
NEVER_ASKED = {"assessment": ("illustrative", "summary"), "sites": ("closed", "note")}


def read(sent: Sent, asked: Asked, *, server: str, format_name: str) -> Read:
    """The submissions as one assessment of one mission.

    Raises Refused where there is none, where they are of several missions and none was
    named, and where the person said the file is of another kind.
    """
    if asked.kind not in (None, KIND):
        raise Refused(f"Submissions of a form are an assessment, not {asked.kind}.")
    if not sent.submissions:
        raise Refused("The file holds no submission; export the form's submissions again.")
    for one in sent.submissions:
        one.main = coded(one.main)
        one.repeats = {name: [coded(line) for line in one.lines(name)] for name in one.repeats}
    sifted = sifting.sifted(sent.submissions, mission=asked.mission, held=asked.held_submissions)
    sheets, problems = _gathered(sifted, sent, asked, server)
    filled, replaced = sheets.filled(), sheets.filled_before()
    return Read(
        kind=KIND,
        format=format_name,
        tables={name: sheet.frame(_columns(name)) for name, sheet in filled.items()},
        replaced={name: sheet.frame(_columns("answers")) for name, sheet in replaced.items()},
        origins={name: _origins(sheet) for name, sheet in (filled | replaced).items()},
        notes=tuple([*sent.notes, *sifted.notes, *problems]),
        submissions=_frame(sifted.submissions),
        held_in=sifted.held_in,
    )


def _gathered(
    sifted: sifting.Sifted, sent: Sent, asked: Asked, server: str
) -> tuple[Sheets, list[Problem]]:
    sheets, problems = Sheets(), []
    submissions = sifted.submissions
    if not submissions:
        return sheets, problems
    for one in submissions:
        problems += visits.problems(one)
        if not visits.understood(one, "assessed_on"):
            # Told once, above; without a day every answer of the visit would be told again.
            heading = one.main.heading("assessed_on")
            one.main.cells["assessed_on"] = Cell(asked.today, heading)
    placed = sorted((one for one in submissions if visits.placed(one)), key=visits.turn)
    source = f"{server}, form {sent.form}" if sent.form else server
    code = sifted.mission_code
    problems += about.assessment(submissions, sheets.assessment, mission_code=code, source=source)
    problems += lines.left_out(placed)
    problems += about.sites(submissions, sheets.sites, _known_sites(asked))
    problems += answers.gathered(placed, sheets)
    gather: tuple[tuple[Callable[[list[Submission], Sheet], list[Problem]], Sheet], ...] = (
        (lines.equipment, sheets.equipment),
        (lines.connectivity, sheets.connectivity),
    )
    for gathered, sheet in gather:
        problems += gathered(placed, sheet)
    return sheets, _once(problems)


def _known_sites(asked: Asked) -> pd.DataFrame:
    if asked.known_sites is None:
        return pd.DataFrame(columns=["site_code", "site_kind"], dtype="object")
    return asked.known_sites


def _once(problems: list[Problem]) -> list[Problem]:
    """Errors before warnings, each once."""
    return sorted(dict.fromkeys(problems), key=lambda one: one.severity != ERROR)


def _columns(sheet: str) -> tuple[str, ...]:
    never = NEVER_ASKED.get(sheet, ())
    return tuple(name for name in headings.columns(sheet)["column"] if name not in never)


def _origins(sheet: Sheet) -> Origins:
    return Origins(rows=sheet.row_places(), columns=sheet.column_places())


def _frame(submissions: list[Submission]) -> pd.DataFrame:
    rows = [
        (one.uuid, digest(one), one.main.text("site_code").upper(), one.main.text("side"))
        for one in submissions
        if one.uuid
    ]
    columns = ["submission_uuid", "submission_digest", "site_code", "side"]
    return pd.DataFrame(rows, columns=columns, dtype="object")
