"""What was counted and measured in the repeats of the submissions?"""

from unpol_data import reference
from unpol_data.figures import form_labels
from unpol_data.ingest.submissions.digest import plain
from unpol_data.ingest.submissions.shape import Record, Submission, error, warning
from unpol_data.ingest.submissions.sheet import Sheet
from unpol_data.validation.problems import Problem

LINES_OF = {"equipment_lines": "the equipment counts", "links": "the measurements"}
COUNTED = ("equipment_code", "required", "held", "serviceable", "evidence_grade", "counted_on")


def equipment(submissions: list[Submission], sheet: Sheet) -> list[Problem]:
    """Add a row per site, side and item of equipment; the count of the last visit counts.

    Twice in one submission is an error: nobody knows which of the two counts is meant.
    """
    kept: dict[tuple[str, str, str], tuple[Submission, Record]] = {}
    problems = []
    for one in submissions:
        for line in one.lines("equipment_lines"):
            key = (one.main.text("site_code"), one.main.text("side"), line.text("equipment_code"))
            earlier = kept.get(key)
            if earlier is not None and key[2]:
                problems += _counted_again(earlier, (one, line))
            # Lines without their item are all kept: each is to be put right.
            kept[key if key[2] else (*key[:2], f"{id(line)}")] = (one, line)
    for one, line in kept.values():
        values = {
            "site_code": one.main.value("site_code"),
            "side": one.main.value("side"),
            **{column: line.value(column) for column in COUNTED},
        }
        headings = {column: line.heading(column) for column in COUNTED}
        headings |= {column: one.main.heading(column) for column in ("site_code", "side")}
        sheet.add(line, values, headings)
    return problems


def _counted_again(
    earlier: tuple[Submission, Record], later: tuple[Submission, Record]
) -> list[Problem]:
    (before, line_before), (after, line) = earlier, later
    same = [plain(name, line.value(name)) for name in COUNTED] == [
        plain(name, line_before.value(name)) for name in COUNTED
    ]
    code = line.text("equipment_code")
    if before is after:
        found = line_before.heading("equipment_code")
        return [
            error(
                line,
                f"{code} is counted twice in one submission, here and in row {line_before.row}, "
                f"{found}",
                rule="said_twice",
                column=line.heading("equipment_code"),
                found=code,
                expected="one line for each item",
            )
        ]
    if same:
        return []
    return [
        warning(
            line,
            f"{code} was counted in row {line_before.row} too, with other figures; row "
            f"{line.row} counts, it came later",
            rule="counted_otherwise",
            column=line.heading("equipment_code"),
            found=code,
            expected="one count of each item",
        )
    ]


def connectivity(submissions: list[Submission], sheet: Sheet) -> list[Problem]:
    """Add a row per site and day with a column per measure; the value of the last visit counts."""
    problems = []
    rows: dict[tuple[str, str], int] = {}
    for one in submissions:
        for line in one.lines("links"):
            measure = line.text("measure")
            if measure not in reference.codes("measures"):
                problems.append(_unknown_measure(line, measure))
                continue
            day = plain("measured_on", line.value("measured_on"))
            key = (one.main.text("site_code"), day)
            if key not in rows:
                rows[key] = len(sheet.rows)
                _start(sheet, one, line)
            problems += _measured(sheet, rows[key], line, measure)
    return problems


def _start(sheet: Sheet, one: Submission, line: Record) -> None:
    values = {"site_code": one.main.value("site_code"), "measured_on": line.value("measured_on")}
    headings = {
        "site_code": one.main.heading("site_code"),
        "measured_on": line.heading("measured_on"),
    }
    sheet.add(line, values, headings)


def _measured(sheet: Sheet, number: int, line: Record, measure: str) -> list[Problem]:
    values, place = sheet.rows[number], sheet.places[number]
    before = values.get(measure)
    elsewhere = "" if place.row == line.row else f" (row {line.row})"
    values[measure] = line.value("value")
    sheet.headings[number][measure] = line.heading("value") + elsewhere
    if before is None or plain("value", before) == plain("value", line.value("value")):
        return []
    return [
        warning(
            line,
            f"{measure} was measured twice at the site that day, {before} and "
            f"{line.text('value')}; the later line counts",
            rule="measured_otherwise",
            column=line.heading("value"),
            found=line.text("value"),
            expected="one value for each measure and day",
        )
    ]


def _unknown_measure(line: Record, measure: str) -> Problem:
    known = ", ".join(reference.codes("measures"))
    return error(
        line,
        f"'{measure}' is not a measure; expected one of {known}",
        rule="not_understood" if measure else "blank",
        column=line.heading("measure"),
        found=measure,
        expected=f"one of {known}",
    )


def left_out(submissions: list[Submission]) -> list[Problem]:
    """A warning for each repeat that submissions announce, but whose lines the file has not."""
    problems = []
    for name, words in LINES_OF.items():
        labels = [form_labels.question(name).said(language) for language in reference.LANGUAGES]
        announced = [
            one.main
            for one in submissions
            if any(said in one.main.text_whole("parts_covered") for said in (name, *labels))
        ]
        if announced and not any(one.lines(name) for one in submissions):
            problems.append(
                warning(
                    announced[0],
                    f"{words} of {len(announced)} submissions are not in the file; a CSV export "
                    "leaves them out, so export a workbook (XLSX), or JSON, to take them in",
                    rule="lines_left_out",
                    column=announced[0].heading("parts_covered"),
                    expected=name,
                )
            )
    return problems
