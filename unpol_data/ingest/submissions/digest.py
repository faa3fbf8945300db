"""Do two submissions say the same?"""

import hashlib
import json

from unpol_data.ingest.submissions.shape import Record, Submission
from unpol_data.validation import cells
from unpol_data.validation.problems import shown

# A position is never twice the same to the last digit, and formats cut it differently.
PLACES = {"latitude": 4, "longitude": 4}
LEFT_OUT = ("location", "parts_covered")
HALF = 32


def digest(submission: Submission) -> str:
    """What it says, in 64 digits: its own answers in the first half, its lines in the second.

    The format, the order of lines and the server are nothing.
    """
    said: list = []
    for name in sorted(submission.repeats):
        lines = sorted(json.dumps(_answers(line)) for line in submission.lines(name))
        said += [name, lines] if lines else []
    return own_half(submission) + _half(said)


def own_half(submission: Submission) -> str:
    """The first half of the digest: the answers without the lines."""
    return _half(_answers(submission.main))


def _half(said: list) -> str:
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()[:HALF]


def _answers(record: Record) -> list[list[str]]:
    return [
        [name, plain(name, cell.value)]
        for name, cell in sorted(record.cells.items())
        if name not in LEFT_OUT
    ]


def plain(name: str, value: object) -> str:
    """An answer as it is compared: numbers and days by what they mean, text without blanks."""
    if name.endswith("_on"):
        try:
            return cells.day(value).isoformat()
        except cells.NotUnderstood:
            return shown(value)
    try:
        number = cells.number(value)
    except cells.NotUnderstood:
        return cells.trimmed(value)
    return repr(round(number, PLACES.get(name, 9)))
