"""What became of a file, in words and for machines?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields
from typing import Any

from unpol_data.ingest.difference import Difference, of_json
from unpol_data.validation import Problem
from unpol_data.validation.problems import ERROR

SHOWN_OF_A_KIND = 10
DIFFERENCES = ("difference", "difference_waiting")


@dataclass(frozen=True)
class Report:
    """What was found in a file and whether it is held now.

    `refusal` says why the file was not read at all; `fine_rows` counts rows without an
    error by sheet, `wrong_rows` those with one. `difference` holds a file that could be kept
    against what counts now, `difference_waiting` against what waits for a decision; they are
    missing where the file was not compared. `assessment_id` is missing where nothing is held, or
    what holds it may not be seen.
    `to_map` has the headings of a table of others that are still to be told (see
    mapping.MappingNeeded), `missions` those of a file of several, of which one is to be chosen,
    `editions` the years of an index that holds several, newest first.
    Of the programme, `records` says by kind how many are new, changed and the same.
    """

    file_name: str
    dry_run: bool
    kind: str = ""
    format: str = ""
    mission_code: str = ""
    refusal: str = ""
    problems: tuple[Problem, ...] = ()
    unlisted_problems: int = 0
    fine_rows: dict[str, int] = field(default_factory=dict)
    wrong_rows: dict[str, int] = field(default_factory=dict)
    assessment_id: int | None = None
    already_known: bool = False
    held_state: str = ""
    content_digest: str = ""
    difference: Difference | None = None
    difference_waiting: Difference | None = None
    to_map: dict[str, Any] | None = None
    missions: tuple[str, ...] = ()
    editions: tuple[int, ...] = ()
    records: dict[str, dict[str, int]] | None = None

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What must be put right before the file can be kept."""
        return tuple(one for one in self.problems if one.severity == ERROR)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What should be looked at, but does not stop the file."""
        return tuple(one for one in self.problems if one.severity != ERROR)

    @property
    def refused(self) -> bool:
        """Whether nothing of this file is or would be kept."""
        return bool(self.refusal or self.errors or self.unlisted_problems)

    @property
    def summary(self) -> str:
        """What became of the file, in one sentence."""
        if self.refusal:
            return f"{self.file_name} was not read: {self.refusal}"
        if self.refused:
            count = len(self.errors) + self.unlisted_problems
            return (
                f"{self.file_name} was refused: {_counted(count, 'problem')} to put right; "
                "nothing was stored."
            )
        if self.records is not None:
            return self._of_records()
        if self.already_known:
            number = "" if self.assessment_id is None else f" as assessment {self.assessment_id}"
            return f"Already held{number}; nothing changed."
        rows = _counted(sum(self.fine_rows.values()), "row")
        noted = f", {_counted(len(self.warnings), 'warning')}" if self.warnings else ""
        if self.dry_run:
            return f"{self.file_name} could be imported: {rows}{noted}. Dry run: nothing stored."
        return (
            f"{self.file_name} was imported as assessment {self.assessment_id} of "
            f"{self.mission_code} (draft): {rows}{noted}."
        )

    def record_count(self, became: str) -> int:
        """How many records of the programme are `new`, `changed` or the `same`."""
        return sum(counts[became] for counts in (self.records or {}).values())

    def _of_records(self) -> str:
        if self.already_known:
            held = _counted(self.record_count("same"), "record")
            return f"{self.file_name}: {held} held already just so; nothing changed."
        done = "could be imported" if self.dry_run else "was imported"
        counts = ", ".join(
            f"{self.record_count(became):,} {words}"
            for became, words in (("new", "new"), ("changed", "changed"), ("same", "the same"))
        )
        noted = f"; {_counted(len(self.warnings), 'warning')}" if self.warnings else ""
        ending = "Dry run: nothing stored." if self.dry_run else "Records need no approval."
        return f"{self.file_name} {done}: {counts}{noted}. {ending}"

    def lines(self, *, most: int = SHOWN_OF_A_KIND) -> Iterator[str]:
        """The report for a terminal: problems, at most so many of a kind, then the summary."""
        by_kind: dict[tuple[str, str, str, str], list[Problem]] = {}
        for one in self.problems:
            by_kind.setdefault((one.severity, one.sheet, one.column, one.rule), []).append(one)
        for (severity, *_), alike in sorted(by_kind.items(), key=lambda item: item[0][0]):
            for one in alike[:most]:
                yield f"{severity}: {one.message}"
            if len(alike) > most:
                yield f"{severity}: and {len(alike) - most:,} more of this kind"
        if self.unlisted_problems:
            yield f"error: and {self.unlisted_problems:,} further problems, counted only"
        if self.difference is not None:
            yield from self.difference.lines()
        yield self.summary

    def as_json(self) -> dict[str, Any]:
        """Everything, for machines: all listed problems with their messages."""
        plain = {one.name: getattr(self, one.name) for one in fields(self)}
        for name in DIFFERENCES:
            plain[name] = None if plain[name] is None else plain[name].as_json()
        return plain | {
            "problems": [vars(one) | {"message": one.message} for one in self.problems],
            "refused": self.refused,
            "summary": self.summary,
        }


def report_of(told: Mapping[str, Any]) -> Report:
    """The report that was told as plain values."""
    plain = {one.name: told[one.name] for one in fields(Report)}
    names = [one.name for one in fields(Problem)]
    found = tuple(Problem(**{name: one[name] for name in names}) for one in told["problems"])
    for name in DIFFERENCES:
        plain[name] = None if told[name] is None else of_json(told[name])
    lists = {name: tuple(told[name]) for name in ("missions", "editions")}
    return Report(**plain | lists | {"problems": found})


def _counted(count: int, word: str) -> str:
    return f"{count:,} {word}" + ("" if count == 1 else "s")
