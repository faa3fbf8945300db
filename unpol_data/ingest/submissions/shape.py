"""What is one form filled in and sent, whatever the file it comes in looks like?"""

from dataclasses import dataclass, field

from unpol_data.validation.cells import shown_whole
from unpol_data.validation.problems import ERROR, WARNING, Problem, shown


@dataclass(frozen=True)
class Cell:
    """One answer as found, under the heading the person's own file has for it."""

    value: object
    heading: str


@dataclass
class Record:
    """One row of the person's file: a submission's own answers, or one line of a repeat.

    `cells` go by the question's name in the form, without its group.
    """

    sheet: str
    row: int
    cells: dict[str, Cell] = field(default_factory=dict)

    def value(self, name: str) -> object:
        """The answer to a question; missing where there is none."""
        cell = self.cells.get(name)
        return None if cell is None else cell.value

    def text(self, name: str) -> str:
        """The answer to a question as text, empty where there is none."""
        return shown(self.value(name)).strip()

    def text_whole(self, name: str) -> str:
        """The answer to a question as text, a long one in full."""
        return shown_whole(self.value(name))

    def heading(self, name: str) -> str:
        """The heading an answer stands under in the file; the question's name where none is."""
        cell = self.cells.get(name)
        return name if cell is None else cell.heading


@dataclass
class Submission:
    """One form filled in: one site seen from one side.

    `uuid` is what its server knows it by, `replaces` what it knew an earlier version by,
    `sent_at` when it was sent, as text that sorts. Empty where the file does not say.
    `digest` is what it says in short, once it was worked out.
    """

    main: Record
    repeats: dict[str, list[Record]] = field(default_factory=dict)
    uuid: str = ""
    replaces: str = ""
    sent_at: str = ""
    digest: str = ""

    def lines(self, name: str) -> list[Record]:
        """The lines of a repeat."""
        return self.repeats.get(name, [])

    @property
    def place(self) -> str:
        """Where it stands, in words."""
        return f"row {self.main.row}"


@dataclass
class Sent:
    """All submissions of a file, what its form is called, and what the file itself has wrong."""

    submissions: list[Submission]
    form: str = ""
    notes: list[Problem] = field(default_factory=list)


def warning(record: Record | None, words: str, *, rule: str, **about: str) -> Problem:
    """Something to look at, at its place in the person's file; `about` are column and found."""
    return _problem(record, words, rule, WARNING, **about)


def error(record: Record | None, words: str, *, rule: str, **about: str) -> Problem:
    """Something to put right, at its place in the person's file."""
    return _problem(record, words, rule, ERROR, **about)


def _problem(
    record: Record | None,
    words: str,
    rule: str,
    severity: str,
    *,
    column: str = "",
    found: str = "",
    expected: str = "",
    sheet: str = "",
) -> Problem:
    if record is not None:
        sheet = record.sheet
    row = None if record is None else record.row
    return Problem(sheet, row, column, found, expected, words, rule, severity)
