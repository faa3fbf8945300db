"""Do two submissions say the same?"""

import hashlib
import json
from functools import lru_cache

from unpol_data.ingest.submissions.shape import Record, Submission
from unpol_data.validation import cells

# A position is never twice the same to the last digit, and formats cut it differently.
PLACES = ("latitude", "longitude")
DECIMALS = {"place": 4}
LEFT_OUT = ("location", "parts_covered")
HALF = 32
LONGEST_KEPT = 40


def digest(submission: Submission) -> str:
    """What it says, in 64 digits: its own answers in the first half, its lines in the second.

    The format, the order of lines and the server are nothing.
    """
    if not submission.digest:
        submission.digest = own_half(submission) + _lines_half(submission)
    return submission.digest


def _lines_half(submission: Submission) -> str:
    said: list = []
    for name in sorted(submission.repeats):
        lines = sorted(json.dumps(_answers(line)) for line in submission.lines(name))
        said += [name, lines] if lines else []
    return _half(said)


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
    kind = "day" if name.endswith("_on") else "place" if name in PLACES else ""
    if isinstance(value, str) and len(value) <= LONGEST_KEPT:
        return _plain_text(kind, value)
    return _plain(kind, value)


@lru_cache(maxsize=100_000)
def _plain_text(kind: str, text: str) -> str:
    return _plain(kind, text)


def _plain(kind: str, value: object) -> str:
    try:
        if kind == "day":
            return cells.day(value).isoformat()
        return repr(round(cells.number(value), DECIMALS.get(kind, 9)))
    except cells.NotUnderstood:
        return cells.trimmed(value)
