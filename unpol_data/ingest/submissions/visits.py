"""Does each submission say where, when and of which side it is?"""

from collections.abc import Iterator

from unpol_data import reference
from unpol_data.ingest.submissions.shape import Submission, error
from unpol_data.validation import cells
from unpol_data.validation.problems import Problem, nearest

NEEDED = ("site_code", "side", "assessed_on")


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
