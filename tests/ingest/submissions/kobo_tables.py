"""Submissions as KoboToolbox exports them in tables: CSV files and workbooks."""

import csv
import io
from collections.abc import Callable, Iterable

import openpyxl

from unpol_data.exports.xlsform.form import survey_lines
from unpol_data.exports.xlsform.scope import scope
from unpol_data.figures import form_labels
from unpol_data.ingest.submissions import form_fields, values

REPEATS = ("equipment_lines", "links")
ASKED = survey_lines(scope(site_kind=None, side=None, mission_code=None, sites=None))


def as_csv(
    rows: Iterable[list[str]], delimiter: str = ",", quoting: int = csv.QUOTE_MINIMAL
) -> str:
    """Rows as CSV."""
    target = io.StringIO()
    csv.writer(target, delimiter=delimiter, quoting=quoting).writerows(rows)
    return target.getvalue()


def _labels(language: str) -> dict[str, str]:
    """The label of each name of the form."""
    return {line.name: line.label.said(language) for line in ASKED if line.label is not None}


def _label_of_value(name: str, value: str, language: str) -> str:
    """The label a server shows for the code of a choice."""
    item_code, end = form_fields.item_fields().get(name, ("", ""))
    items = form_labels.reference.table("framework").set_index("item_code", drop=False)
    if item_code and not end and items.loc[item_code, "answer_type"] == "level":
        chosen = dict(form_labels.levels(items.loc[item_code]))
        return chosen[value].said(language)
    if item_code and not end and items.loc[item_code, "answer_type"] == "yes_partly_no":
        return dict(form_labels.words("yes_partly_no"))[value].said(language)
    table = values.LIST_OF.get(end or name)
    if table is None:
        return value
    pairs = {
        "missions": lambda: form_labels.missions((value,)),
        "measures": form_labels.measures,
    }.get(table, lambda: form_labels.named(table))
    return dict(pairs())[value].said(language)


def _headed(path: str, *, language: str | None, separator: str, groups: bool) -> str:
    """The heading of a path: names or labels, with or without the group."""
    if path.startswith(("_", "meta/", "formhub/")):
        return path
    parts = path.split("/") if groups else [path.rpartition("/")[2]]
    if language:
        labels = _labels(language)
        parts = [labels.get(part, part) for part in parts]
    return separator.join(parts)


def _flat(
    submissions: list[dict], *, language: str | None, separator: str, groups: bool
) -> tuple[list[str], list[list[str]]]:
    """The submissions as one table, repeats left out; what takes several choices stands twice."""
    paths = list(dict.fromkeys(path for one in submissions for path in one if path not in REPEATS))
    paths = [path for path in paths if not path.startswith(("_geo", "_att", "_tags", "_notes"))]
    paths = [path for path in paths if not path.startswith("_validation")]
    headings = [_headed(p, language=language, separator=separator, groups=groups) for p in paths]
    rows = [[_shown(path, one.get(path), language) for path in paths] for one in submissions]
    many = headings[paths.index("about/parts_covered")]
    headings += [f"{many}/{code}" for code in ("communications", "power")]
    rows = [[*row, "1", "0"] for row in rows]
    place = _headed("about/location", language=language, separator=separator, groups=groups)
    headings += [f"_{place}_latitude", f"_{place}_longitude"]
    for row, one in zip(rows, submissions, strict=True):
        row += [*one["about/location"].split()[:2]]
    headings.append("_index")
    rows = [[*row, str(number)] for number, row in enumerate(rows, start=1)]
    return headings, rows


def _shown(path: str, value: object, language: str | None) -> str:
    if value is None:
        return ""
    if language and isinstance(value, str):
        return _label_of_value(path.rpartition("/")[2], value, language)
    return str(value)


def kobo_csv(
    *,
    delimiter: str = ";",
    language: str | None = None,
    separator: str = "/",
    groups: bool = True,
    encoding: str = "utf-8-sig",
) -> Callable[[list[dict]], bytes]:
    """A CSV export of KoboToolbox; it has no repeats."""

    def content(submissions: list[dict]) -> bytes:
        headings, rows = _flat(submissions, language=language, separator=separator, groups=groups)
        return as_csv([headings, *rows], delimiter, csv.QUOTE_ALL).encode(encoding)

    return content


def kobo_xlsx(*, language: str | None = None, groups: bool = False) -> Callable:
    """A workbook as KoboToolbox exports it: a sheet for the form and one for each repeat."""

    def content(submissions: list[dict]) -> bytes:
        book = openpyxl.Workbook()
        book.active.title = "UNPOL technology assessment -1"
        headings, rows = _flat(submissions, language=language, separator="/", groups=groups)
        for row in (headings, *rows):
            book.active.append([cell or None for cell in row])
        for repeat in REPEATS:
            _repeat_sheet(book.create_sheet(repeat), repeat, submissions, language)
        target = io.BytesIO()
        book.save(target)
        return target.getvalue()

    return content


def _repeat_sheet(sheet, repeat: str, submissions: list[dict], language: str | None) -> None:
    names = form_labels.REPEATS[repeat]
    labels = _labels(language) if language else {}
    linked = ("_index", "_parent_table_name", "_parent_index", "_submission__uuid")
    sheet.append([*(labels.get(name, name) for name in names), *linked])
    index = 0
    for number, one in enumerate(submissions, start=1):
        for line in one.get(repeat, []):
            index += 1
            cells = [_shown(name, line[f"{repeat}/{name}"], language) for name in names]
            sheet.append([*cells, index, "UNPOL technology assessment -1", number, one["_uuid"]])
