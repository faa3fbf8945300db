"""Which submissions stand in a JSON document, flat with paths or group within group?"""

from collections.abc import Iterator

from unpol_data.figures import form_labels
from unpol_data.ingest.submissions import form_fields, origin
from unpol_data.ingest.submissions.shape import Cell, Record, Sent, Submission, warning
from unpol_data.ingest.submissions.unknown import UnknownFields

DEEPEST = 8
LINK = "@odata.navigationLink"


def sent(entries: list[dict]) -> Sent:
    """The submissions of a list of entries, numbered from 1 as they stand there."""
    unknown = UnknownFields()
    found = Sent([])
    for number, entry in enumerate(entries, start=1):
        if isinstance(entry, dict):
            found.submissions.append(_submission(entry, number, unknown))
    forms = {str(one["_xform_id_string"]) for one in entries if _names_form(one)}
    found.form = ", ".join(sorted(forms))
    found.notes += [*_absent_lines(entries), *unknown.problems()]
    return found


def _names_form(entry: object) -> bool:
    return isinstance(entry, dict) and bool(entry.get("_xform_id_string"))


def _submission(entry: dict, number: int, unknown: UnknownFields) -> Submission:
    submission = Submission(Record("", number))
    added: dict[str, object] = {}
    for path, value in _leaves(entry, ""):
        asked = form_fields.field(path)
        if asked.kind == "repeat" and isinstance(value, list):
            submission.repeats[asked.name] = [
                _line(line, asked.name, place, number, unknown)
                for place, line in enumerate(value, start=1)
                if isinstance(line, dict)
            ]
        elif asked.kind == "added":
            added.setdefault(origin.added_name(path), value)
        elif asked.kind == "question" and asked.name not in form_fields.only_in_lines():
            submission.main.cells.setdefault(asked.name, Cell(value, path))
        elif asked.kind != "helping":
            unknown.add(path)
    _note_position(submission.main, added.get("_geolocation"))
    origin.note_origin(submission, added)
    return submission


def _line(line: dict, repeat: str, place: int, number: int, unknown: UnknownFields) -> Record:
    record = Record("", number)
    for path, value in _leaves(line, ""):
        asked = form_fields.field(path)
        name = path.rpartition("/")[2]
        if name in form_labels.REPEATS[repeat]:
            record.cells[name] = Cell(value, f"{repeat}[{place}]/{name}")
        elif asked.kind not in ("added", "helping"):
            unknown.add(path)
    return record


def _leaves(group: dict, path: str, depth: int = 1) -> Iterator[tuple[str, object]]:
    """Every answer under its path; points as text, empty ones left out."""
    for key, value in group.items():
        here = f"{path}/{key}" if path else str(key)
        if isinstance(value, dict) and "coordinates" in value:
            yield here, _point(value["coordinates"])
        elif isinstance(value, dict) and depth < DEEPEST:
            yield from _leaves(value, here, depth + 1)
        elif value is None or value in ("", [], {}) or here.endswith(LINK):
            continue
        elif isinstance(value, list) and form_fields.field(here).kind == "question":
            yield here, " ".join(str(one) for one in value)[:200]
        elif isinstance(value, dict):
            yield here, str(value)[:200]
        else:
            yield here, value


def _point(coordinates: object) -> str:
    """A point as the form writes it, latitude first; GeoJSON has the longitude first."""
    if not isinstance(coordinates, list) or len(coordinates) < 2:
        return str(coordinates)[:200]
    return f"{coordinates[1]} {coordinates[0]}"


def _note_position(record: Record, position: object) -> None:
    """Where no position was answered, the one the server worked out."""
    if "location" in record.cells or not isinstance(position, list) or len(position) < 2:
        return
    if all(isinstance(one, int | float) for one in position[:2]):
        record.cells["location"] = Cell(f"{position[0]} {position[1]}", "_geolocation")


def _absent_lines(entries: list[dict]) -> Iterator:
    """Repeats of which the server gave only an address."""
    for name in form_labels.REPEATS:
        count = sum(
            any(path.endswith(f"{name}{LINK}") for path in entry) and name not in entry
            for entry in entries
            if isinstance(entry, dict)
        )
        if count:
            yield warning(
                None,
                f"the lines of {name} are not in the file, only an address of them; fetch the "
                "submissions with $expand=*",
                rule="lines_left_out",
                column=name,
                expected="the lines themselves",
            )
