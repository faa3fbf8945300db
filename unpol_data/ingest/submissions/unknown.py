"""Which headings of a file are no questions of the form, and how many answers stand there?"""

from collections import Counter
from collections.abc import Iterator

from unpol_data.ingest.submissions.shape import warning
from unpol_data.validation.problems import Problem


class UnknownFields:
    """Counts what was found under each heading that is not known."""

    def __init__(self) -> None:
        self.counts: Counter[tuple[str, str]] = Counter()

    def add(self, heading: str, *, sheet: str = "") -> None:
        """One answer more under the heading."""
        self.counts[sheet, heading] += 1

    def problems(self) -> Iterator[Problem]:
        """A warning for each heading."""
        for (sheet, heading), count in self.counts.items():
            answers = "1 answer" if count == 1 else f"{count:,} answers"
            yield warning(
                None,
                f"this is not a question of the form; {answers} under it "
                f"{'was' if count == 1 else 'were'} not read",
                rule="unknown_question",
                sheet=sheet,
                column=heading,
                found=heading,
                expected="a question of the form",
            )
