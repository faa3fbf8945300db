"""One and the same submissions in the shapes that form servers export.

Each function takes submissions as `tests.exports.filled` makes them and gives the file's
content. Written by the servers' own documentation; nothing is copied from real exports.
"""

import io
import json
import zipfile

from tests.ingest.submissions.kobo_tables import REPEATS, as_csv, kobo_csv, kobo_xlsx
from unpol_data.figures import form_labels


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
        archive.writestr("unpol_form.csv", as_csv(main))
        for repeat, rows in lines.items():
            names = [*form_labels.REPEATS[repeat], "PARENT_KEY", "KEY"]
            archive.writestr(f"unpol_form-{repeat}.csv", as_csv([names, *rows]))
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
    return as_csv(rows).encode()


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
    # Opened in a spreadsheet program and saved again.
    "kobo_csv_french_utf16": kobo_csv(language="fr", delimiter="\t", encoding="utf-16"),
    "kobo_csv_french_windows": kobo_csv(language="fr", encoding="cp1252"),
}
