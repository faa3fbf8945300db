"""Does each submission say where, when and of which side it is, and which visit came later?"""

from collections.abc import Iterator

from unpol_data import reference
from unpol_data.ingest.submissions.shape import Submission, error
from unpol_data.validation import cells
from unpol_data.validation.problems import Problem, nearest

NEEDED = ("site_code", "side", "assessed_on")
# On one day, what was seen overrules what was told from afar.
WEIGHT = {"remote": 0, "in_person": 2}
PARTLY = 1


def problems(submission: Submission) -> Iterator[Problem]:
    """An error for each of these that is missing or not understood."""
    main = submission.main
    for name in NEEDED:
        if not main.text(name):
            yield error(
                main,
                "nothing stands here, a value is needed",
                rule="blank",
                column=main.heading(name),
                expected="a value",
            )
    if main.text("side") and main.text("side") not in reference.codes("sides"):
        expected = nearest(main.text("side"), reference.codes("sides"))
        yield _not_understood(submission, "side", expected)
    if main.text("assessed_on") and not understood(submission, "assessed_on"):
        yield _not_understood(submission, "assessed_on", "a date such as 2026-03-31")


def placed(submission: Submission) -> bool:
    """Whether its answers can be told of a site and a side at all."""
    known = submission.main.text("side") in reference.codes("sides")
    return known and bool(submission.main.text("site_code"))


def day(submission: Submission) -> str:
    """The day of the visit as text that sorts; empty where it is none."""
    try:
        return cells.day(submission.main.value("assessed_on")).isoformat()
    except cells.NotUnderstood:
        return ""


def weight(submission: Submission) -> int:
    """How much the visit weighs against another of the same day: in person the most."""
    return WEIGHT.get(submission.main.text("modality"), PARTLY)


def turn(submission: Submission) -> tuple[str, int, str, int]:
    """By what visits are put in order: of several about the same thing the last one counts.

    The later visit does, of one day the one in person, of these the one sent later.
    """
    return day(submission), weight(submission), submission.sent_at, submission.main.row


def later(earlier: Submission, one: Submission) -> str:
    """Why a visit counts against an earlier one, in words."""
    if day(one) > day(earlier):
        return "is of the later visit"
    if weight(one) > weight(earlier):
        return "was not asked remotely" if weight(one) == PARTLY else "was in person"
    return "was sent later" if one.sent_at > earlier.sent_at else "stands later in the file"


def understood(submission: Submission, name: str) -> bool:
    """Whether the cell is a day."""
    try:
        cells.day(submission.main.value(name))
    except cells.NotUnderstood:
        return False
    return True


def _not_understood(submission: Submission, name: str, expected: str) -> Problem:
    main = submission.main
    found = main.text(name)
    return error(
        main,
        f"'{found}' was found, expected {expected}",
        rule="not_understood",
        column=main.heading(name),
        found=found,
        expected=expected,
    )
