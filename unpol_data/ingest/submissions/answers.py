"""What was answered to each item at the last of several visits, and what before?"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from itertools import pairwise

from unpol_data import reference
from unpol_data.ingest.submissions import visits
from unpol_data.ingest.submissions.digest import plain
from unpol_data.ingest.submissions.form_fields import item_fields
from unpol_data.ingest.submissions.shape import Cell, Submission, warning
from unpol_data.ingest.submissions.sheet import Sheet, Sheets
from unpol_data.validation.problems import Problem

COLUMN_OF = {
    "_state": "state",
    "": "value",
    "_needed": "needed",
    "_grade": "evidence_grade",
    "_cause": "cause",
    "_note": "note",
}
# When, by whom and in which way it was answered.
HOW = ("assessed_on", "respondent_role", "modality")
SHOWN = 6

Key = tuple[str, str, str]
Given = dict[str, Cell]


@dataclass
class Answered:
    """The answer to one item and the submission it was given in."""

    submission: Submission
    cells: Given


def gathered(submissions: list[Submission], sheets: Sheets) -> list[Problem]:
    """Add a row per site, item and side to the answers, and what each replaced beside them.

    `submissions` come in the order of their visits (see visits.turn): the last answer counts.
    What a later visit changed is told.
    """
    given: dict[Key, list[Answered]] = {}
    for one in submissions:
        for item_code, cells in _given(one).items():
            key = (one.main.text("site_code"), item_code, one.main.text("side"))
            given.setdefault(key, []).append(Answered(one, cells))
    changed: dict[tuple[int, int], list[str]] = {}
    for (site_code, item_code, side), answered in given.items():
        for earlier, later in pairwise(answered):
            if _said(earlier.cells) != _said(later.cells):
                pair = (id(earlier.submission), id(later.submission))
                changed.setdefault(pair, []).append(item_code)
        counting, *replaced = _different(answered)
        _add(sheets.answers, counting, site_code, item_code, side)
        for turn, earlier in enumerate(replaced, start=1):
            _add(sheets.before(turn), earlier, site_code, item_code, side)
    by_id = {id(one): one for one in submissions}
    return [
        _told(by_id[earlier], by_id[later], items) for (earlier, later), items in changed.items()
    ]


def _different(answered: list[Answered]) -> list[Answered]:
    """The answers to one item, the one that counts first, each that says something else once."""
    kept: dict[tuple, Answered] = {}
    for one in reversed(answered):
        main = one.submission.main
        how = (plain(name, main.value(name) or "") for name in HOW)
        kept.setdefault((*sorted(_said(one.cells).items()), *how), one)
    return list(kept.values())


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
    count = "1 item" if len(items) == 1 else f"{len(items):,} items"
    return warning(
        later.main,
        f"{later.place} answers {count} otherwise than {earlier.place} does for the same site and "
        f"side ({listed}); {later.place} {visits.later(earlier, later)} and counts, the earlier "
        "answer is kept beside it",
        rule="answered_otherwise",
        column=later.main.heading("site_code"),
        found=later.main.text("site_code"),
        expected="one answer to each item",
    )
