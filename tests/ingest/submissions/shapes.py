"""One and the same submissions in the shapes that form servers export.

Each function takes submissions as `tests.exports.filled` makes them and gives the file's
content. Written by the servers' own documentation; nothing is copied from real exports.
"""

import csv
import io
import json
import zipfile
from collections.abc import Callable, Iterable

import openpyxl

from unpol_data.exports.xlsform.form import survey_lines
from unpol_data.exports.xlsform.scope import scope
from unpol_data.figures import form_labels
from unpol_data.ingest.submissions import form_fields, values

REPEATS = ("equipment_lines", "links")
KOBO_ADDED = ("_id", "_uuid", "_submission_time", "_status", "_submitted_by", "__version__")
ASKED = survey_lines(scope(site_kind=None, side=None, mission_code=None, sites=None))


def kobo_json(submissions: list[dict]) -> bytes:
    """A page of the KoboToolbox API."""
    page = {"count": len(submissions), "next": None, "previous": None, "results": submissions}
    return json.dumps(page).encode()


def bare_json(submissions: list[dict]) -> bytes:
    """The results alone, without what a server adds but does not have to."""
    left_out = ("_geolocation", "formhub/uuid", "_id")
    kept = [
        {key: value for key, value in one.items() if key not in left_out} for one in submissions
    ]
    return json.dumps(kept).encode()


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


def _csv(rows: Iterable[list[str]], delimiter: str = ",", quoting: int = csv.QUOTE_MINIMAL) -> str:
    target = io.StringIO()
    csv.writer(target, delimiter=delimiter, quoting=quoting).writerows(rows)
    return target.getvalue()


def kobo_csv(
    *,
    delimiter: str = ";",
    language: str | None = None,
    separator: str = "/",
    groups: bool = True,
) -> Callable[[list[dict]], bytes]:
    """A CSV export of KoboToolbox; it has no repeats."""

    def content(submissions: list[dict]) -> bytes:
        headings, rows = _flat(submissions, language=language, separator=separator, groups=groups)
        return _csv([headings, *rows], delimiter, csv.QUOTE_ALL).encode("utf-8-sig")

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


def odk_zip(submissions: list[dict]) -> bytes:
    """The archive of ODK Central: a CSV of the form and one for each repeat."""
    paths = [
        path
        for path in dict.fromkeys(path for one in submissions for path in one)
        if path not in REPEATS and not path.startswith(("_", "formhub", "meta"))
    ]
    plain = [path for path in paths if path != "about/location"]
    parts = ("Latitude", "Longitude", "Altitude", "Accuracy")
    headings = ["SubmissionDate", *(path.replace("/", "-") for path in plain)]
    headings += [f"about-location-{part}" for part in parts]
    headings += ["meta-instanceID", "KEY", "SubmitterID", "AttachmentsPresent", "Edits"]
    main, lines = [headings], {repeat: [] for repeat in REPEATS}
    for one in submissions:
        key = f"uuid:{one['_uuid']}"
        row = [f"{one['_submission_time']}.000Z", *(one.get(path, "") for path in plain)]
        main.append([*row, *one["about/location"].split(), key, key, "5", "0", "0"])
        for repeat in REPEATS:
            for number, line in enumerate(one.get(repeat, []), start=1):
                cells = [line[f"{repeat}/{name}"] for name in form_labels.REPEATS[repeat]]
                lines[repeat].append([*cells, key, f"{key}/{repeat}[{number}]"])
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("unpol_form.csv", _csv(main))
        for repeat, rows in lines.items():
            names = [*form_labels.REPEATS[repeat], "PARENT_KEY", "KEY"]
            archive.writestr(f"unpol_form-{repeat}.csv", _csv([names, *rows]))
    return target.getvalue()


def odata(submissions: list[dict]) -> bytes:
    """The OData feed of ODK Central with $expand=*: group within group, absent ones null."""
    entries = []
    for one in submissions:
        entry: dict = {"__id": f"uuid:{one['_uuid']}"}
        entry["__system"] = {
            "submissionDate": f"{one['_submission_time']}.000Z",
            "submitterId": "7",
            "edits": 0,
            "reviewState": None,
        }
        entry["meta"] = {"instanceID": f"uuid:{one['_uuid']}", "instanceName": "site"}
        for path, value in one.items():
            if "/" not in path or path.startswith(("meta/", "formhub/", "_")):
                continue
            group, name = path.split("/")
            entry.setdefault(group, {})[name] = _typed(path, value)
        entry["cyber"] = entry.get("cyber")
        for repeat in REPEATS:
            entry[repeat] = [
                {
                    "__id": f"{number}",
                    **{key.partition("/")[2]: _typed(key, value) for key, value in line.items()},
                }
                for number, line in enumerate(one.get(repeat, []), start=1)
            ]
        entries.append(entry)
    return json.dumps({"@odata.context": "x/$metadata", "value": entries}).encode()


def _typed(path: str, value: str) -> object:
    """OData has numbers as numbers and positions as GeoJSON."""
    if path == "about/location":
        latitude, longitude, altitude, accuracy = (float(one) for one in value.split())
        place = [longitude, latitude, altitude]
        return {"type": "Point", "coordinates": place, "properties": {"accuracy": accuracy}}
    number = path.endswith(("_needed", "/required", "/held", "/serviceable", "/value"))
    return float(value) if number else value


def ona_csv(submissions: list[dict]) -> bytes:
    """A CSV export of Ona: repeats side by side, n/a where nothing was asked."""
    paths = [
        path
        for path in dict.fromkeys(path for one in submissions for path in one)
        if path not in REPEATS and not path.startswith(("_", "formhub"))
    ]
    most = {repeat: max(len(one.get(repeat, [])) for one in submissions) for repeat in REPEATS}
    lines = [
        (repeat, number, name)
        for repeat in REPEATS
        for number in range(most[repeat])
        for name in form_labels.REPEATS[repeat]
    ]
    headings = [*paths, "about/_location_latitude", "about/_location_longitude"]
    headings += [f"{repeat}[{number + 1}]/{name}" for repeat, number, name in lines]
    headings += ["about/parts_covered/communications", "_uuid", "_submission_time", "_duration"]
    rows = [headings]
    for one in submissions:
        row = [one.get(path, "n/a") for path in paths] + one["about/location"].split()[:2]
        for repeat, number, name in lines:
            given = one.get(repeat, [])
            row.append(given[number][f"{repeat}/{name}"] if number < len(given) else "n/a")
        rows.append([*row, "True", one["_uuid"], one["_submission_time"], "615"])
    return _csv(rows).encode()


WITH_REPEATS = {
    "kobo_json": kobo_json,
    "bare_json": bare_json,
    "kobo_xlsx": kobo_xlsx(),
    "kobo_xlsx_labels": kobo_xlsx(language="en", groups=True),
    "kobo_xlsx_french": kobo_xlsx(language="fr"),
    "odk_zip": odk_zip,
    "odata": odata,
    "ona_csv": ona_csv,
}
WITHOUT_REPEATS = {
    "kobo_csv_names": kobo_csv(),
    "kobo_csv_comma_no_groups": kobo_csv(delimiter=",", groups=False),
    "kobo_csv_point": kobo_csv(separator="."),
    "kobo_csv_blank": kobo_csv(separator=" "),
    "kobo_csv_labels": kobo_csv(language="en"),
    "kobo_csv_labels_comma": kobo_csv(language="en", delimiter=",", groups=False),
    "kobo_csv_french": kobo_csv(language="fr", separator="."),
}
