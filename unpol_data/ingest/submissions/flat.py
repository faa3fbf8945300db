"""Which submissions stand in tables: a CSV file, a workbook, an archive of CSV files?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from unpol_data.figures import form_labels
from unpol_data.ingest.frames import cell
from unpol_data.ingest.submissions import form_fields, origin
from unpol_data.ingest.submissions.form_fields import Field
from unpol_data.ingest.submissions.shape import Cell, Record, Sent, Submission, error
from unpol_data.ingest.submissions.unknown import UnknownFields
from unpol_data.validation.cells import is_blank, shown_whole

INDEX, PARENT_INDEX = "_index", "_parent_index"
PARENTS = (("_submission__uuid", "_uuid"), ("parent_key", "key"), (PARENT_INDEX, INDEX))


@dataclass
class Table:
    """One table of a file: its name, the question of each heading, and its rows."""

    name: str
    headings: list[str]
    fields: list[Field]
    rows: list[tuple[int, list]]

    @property
    def repeat(self) -> str:
        """The repeat whose lines these are; empty for the submissions themselves."""
        asked = {one.name for one in self.fields if one.kind == "question" and not one.repeat}
        if asked & set(form_fields.item_fields()):
            return ""
        for name, (first, *_) in form_labels.REPEATS.items():
            if first in asked:
                return name
        return ""

    @property
    def is_main(self) -> bool:
        """Whether the submissions themselves stand here."""
        asked = {one.name for one in self.fields if one.kind == "question"}
        return bool(asked & set(form_fields.item_fields()))


def tables(sheets: Iterable[tuple[str, Sequence]]) -> list[Table]:
    """The tables of a file, each read by its first row that holds anything."""
    found = []
    for name, rows in sheets:
        if rows:
            headings = ["" if one is None else str(one).strip() for one in rows[0][1]]
            fields = [form_fields.field(one) if one else form_fields.UNKNOWN for one in headings]
            found.append(Table(name, headings, fields, [tuple(row) for row in rows[1:]]))
    return found


def asks_of_sites(read: list[Table]) -> bool:
    """Whether any of the tables holds submissions of the form."""
    return any(one.is_main for one in read)


def sent(read: list[Table], *, blanks: tuple[str, ...] = ()) -> Sent:
    """The submissions of the tables with the lines of their repeats.

    `blanks` are words that stand for nothing, such as n/a.
    """
    main = next(one for one in read if one.is_main)
    unknown = UnknownFields()
    found = Sent([])
    parents: dict[tuple[str, str], Submission] = {}
    for row in main.rows:
        submission, added = _submission(main, row, blanks, unknown, found)
        if not submission.main.cells and not submission.repeats:
            continue
        found.submissions.append(submission)
        for _, key in PARENTS:
            if added.get(key):
                parents[key, shown_whole(added[key])] = submission
    for table in read:
        if table is not main and table.repeat:
            _add_lines(table, parents, blanks, unknown, found)
    found.notes += unknown.problems()
    return found


def _submission(
    table: Table, row: tuple[int, list], blanks: tuple[str, ...], unknown: UnknownFields, into: Sent
) -> tuple[Submission, dict[str, object]]:
    record = Record(table.name, row[0])
    submission = Submission(record)
    added: dict[str, object] = {}
    lines: dict[tuple[str, int], Record] = {}
    for heading, asked, value in _answers(table, row, blanks):
        if asked.kind == "added":
            added.setdefault(origin.added_name(heading), value)
        elif asked.kind == "question" and asked.repeat:
            line = lines.setdefault((asked.repeat, asked.line), Record(table.name, row[0]))
            line.cells[asked.name] = Cell(value, heading)
        elif asked.kind == "question" and asked.name not in form_fields.only_in_lines():
            _keep(record, asked.name, Cell(value, heading), into)
        elif asked.kind != "helping":
            unknown.add(heading, sheet=table.name)
    for (repeat, _), line in sorted(lines.items(), key=lambda one: one[0]):
        submission.repeats.setdefault(repeat, []).append(line)
    origin.note_origin(submission, added)
    return submission, added


def _answers(
    table: Table, row: tuple[int, list], blanks: tuple[str, ...]
) -> Iterable[tuple[str, Field, object]]:
    for number, given in enumerate(row[1]):
        if given is None or (isinstance(given, str) and given.strip() in blanks):
            continue
        heading = table.headings[number] if number < len(table.headings) else ""
        field = table.fields[number] if heading else form_fields.UNKNOWN
        value = cell(given)
        if not is_blank(value):
            yield heading or f"(without heading, position {number + 1})", field, value


def _keep(record: Record, name: str, found: Cell, into: Sent) -> None:
    """Keep an answer; the same question under two headings has to have one answer."""
    earlier = record.cells.setdefault(name, found)
    if earlier.value != found.value:
        into.notes.append(
            error(
                record,
                f"'{shown_whole(found.value)}' was found, but "
                f"{earlier.heading} says '{shown_whole(earlier.value)}'",
                rule="answered_twice",
                column=found.heading,
                found=shown_whole(found.value),
                expected="one answer to one question",
            )
        )


def _add_lines(
    table: Table,
    parents: dict[tuple[str, str], Submission],
    blanks: tuple[str, ...],
    unknown: UnknownFields,
    into: Sent,
) -> None:
    names = form_labels.REPEATS[table.repeat]
    for row in table.rows:
        record = Record(table.name, row[0])
        added = {}
        for heading, asked, value in _answers(table, row, blanks):
            if asked.kind == "question" and asked.name in names:
                _keep(record, asked.name, Cell(value, heading), into)
            elif asked.kind == "added":
                added[origin.added_name(heading)] = value
            elif asked.kind != "helping":
                unknown.add(heading, sheet=table.name)
        if not record.cells:
            continue
        known = [
            parents[key, shown_whole(added[parent])]
            for parent, key in PARENTS
            if added.get(parent) and (key, shown_whole(added[parent])) in parents
        ]
        if known:
            known[0].repeats.setdefault(table.repeat, []).append(record)
        else:
            into.notes.append(_orphan(record))


def _orphan(record: Record):
    return error(
        record,
        "this line belongs to no submission of the file; export all submissions together with "
        "their lines, and do not remove the columns that the server added",
        rule="line_without_submission",
        expected="the line of a submission",
    )
