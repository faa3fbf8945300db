"""What was answered to each item, where several submissions answer: the one sent last."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from unpol_data import reference
from unpol_data.ingest.submissions.digest import plain
from unpol_data.ingest.submissions.form_fields import item_fields
from unpol_data.ingest.submissions.shape import Cell, Submission, warning
from unpol_data.ingest.submissions.sheet import Sheet
from unpol_data.validation.problems import Problem

COLUMN_OF = {
    "_state": "state",
    "": "value",
    "_needed": "needed",
    "_grade": "evidence_grade",
    "_cause": "cause",
    "_note": "note",
}
SHOWN = 6

Key = tuple[str, str, str]
Given = dict[str, Cell]


@dataclass
class Answered:
    """The answer to one item and the submission it was given in."""

    submission: Submission
    cells: Given


def gathered(submissions: list[Submission], sheet: Sheet) -> list[Problem]:
    """Add a row per site, item and side to the sheet; what a later submission changed is told.

    `submissions` come in the order they were sent.
    """
    kept: dict[Key, Answered] = {}
    changed: dict[tuple[int, int], list[str]] = {}
    by_row: dict[int, Submission] = {}
    for one in submissions:
        by_row[id(one)] = one
        for item_code, cells in _given(one).items():
            key = (one.main.text("site_code"), item_code, one.main.text("side"))
            earlier = kept.get(key)
            if earlier is not None and _said(earlier.cells) != _said(cells):
                changed.setdefault((id(earlier.submission), id(one)), []).append(item_code)
            kept[key] = Answered(one, cells)
    for (site_code, item_code, side), answered in kept.items():
        _add(sheet, answered, site_code, item_code, side)
    return [
        _told(by_row[earlier], by_row[later], items) for (earlier, later), items in changed.items()
    ]


def _given(submission: Submission) -> dict[str, Given]:
    """What each item was answered with, by column."""
    found: dict[str, Given] = {}
    for name, cell in submission.main.cells.items():
        item_code, end = item_fields().get(name, ("", ""))
        if item_code:
            found.setdefault(item_code, {})[COLUMN_OF[end]] = cell
    return found


def _said(cells: Given) -> dict[str, str]:
    return {column: plain(column, cell.value) for column, cell in cells.items()}


def _add(sheet: Sheet, answered: Answered, site_code: str, item_code: str, side: str) -> None:
    main = answered.submission.main
    modality = main.text("modality")
    values = {
        "site_code": site_code,
        "item_code": item_code,
        "side": side,
        **{column: cell.value for column, cell in answered.cells.items()},
        "answered_on": main.value("assessed_on"),
        "respondent_role": main.value("respondent_role"),
        "modality": modality if modality in reference.codes("answer_modalities") else None,
    }
    sheet.add(main, values, partial(_headings_of, answered, item_code))


def _headings_of(answered: Answered, item_code: str) -> dict[str, str]:
    return dict(_headings(answered, item_code))


def _headings(answered: Answered, item_code: str) -> Iterator[tuple[str, str]]:
    main, cells = answered.submission.main, answered.cells
    for column, name in (
        ("site_code", "site_code"),
        ("side", "side"),
        ("answered_on", "assessed_on"),
        ("respondent_role", "respondent_role"),
        ("modality", "modality"),
    ):
        yield column, main.heading(name)
    # A cell that is missing is told at the one beside it, which is there.
    beside = next(iter(cells.values())).heading
    state = cells["state"].heading if "state" in cells else ""
    base = state.removesuffix("_state") if state.endswith("_state") else ""
    yield "item_code", state or beside
    for end, column in COLUMN_OF.items():
        if column in cells:
            yield column, cells[column].heading
        else:
            yield column, base + end if base else f"{item_code}{end.replace('_', ' ')}"


def _told(earlier: Submission, later: Submission, items: list[str]) -> Problem:
    listed = ", ".join(items[:SHOWN]) + (", ..." if len(items) > SHOWN else "")
    order = "was sent later" if later.sent_at > earlier.sent_at else "stands later in the file"
    count = "1 item" if len(items) == 1 else f"{len(items):,} items"
    return warning(
        later.main,
        f"{later.place} answers {count} otherwise than {earlier.place} does for the same site and "
        f"side ({listed}); {later.place} {order} and counts",
        rule="answered_otherwise",
        column=later.main.heading("site_code"),
        found=later.main.text("site_code"),
        expected="one answer to each item",
    )
