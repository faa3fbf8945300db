"""Which code does an answer stand for that was exported as the form's label for it?"""

import re
from functools import cache

from unpol_data import reference
from unpol_data.figures import form_labels
from unpol_data.ingest.folding import folded
from unpol_data.ingest.submissions.form_fields import item_fields
from unpol_data.ingest.submissions.shape import Cell, Record

LEVEL = re.compile(r"([0-4])\s+[–—-]\s")
IN_BRACKETS = re.compile(r"\(([A-Z0-9][A-Z0-9_-]+)\)\s*$")
POSITION = ("latitude", "longitude")
LIST_OF = {
    "mission_code": "missions",
    "site_kind": "site_kinds",
    "side": "sides",
    "modality": "modalities",
    "sensitivity": "sensitivities",
    "equipment_code": "equipment",
    "evidence_grade": "evidence_grades",
    "measure": "measures",
    "_state": "answer_states",
    "_grade": "evidence_grades",
    "_cause": "causes",
}


def coded(record: Record) -> Record:
    """The record with codes in place of labels; what is neither stays as found."""
    cells = _positioned(record.cells)
    return Record(
        record.sheet,
        record.row,
        {name: Cell(_code(name, cell.value), cell.heading) for name, cell in cells.items()},
    )


def _positioned(cells: dict[str, Cell]) -> dict[str, Cell]:
    """The answers, with the position taken apart where it came in one piece."""
    found = cells.get("location")
    if found is None or "latitude" in cells or not isinstance(found.value, str):
        return cells
    parts = found.value.split()
    if len(parts) < len(POSITION):
        return cells
    pairs = zip(POSITION, parts, strict=False)
    return cells | {name: Cell(part, found.heading) for name, part in pairs}


def _code(name: str, value: object) -> object:
    if not isinstance(value, str):
        return value
    text = value.strip()
    if name == "site_code":
        found = IN_BRACKETS.search(text)
        return found[1] if found else text
    item, end = item_fields().get(name, ("", ""))
    if item and not end:
        return _of_item(item, text)
    list_name = LIST_OF.get(end or name)
    return text if list_name is None else _codes(list_name).get(folded(text), text)


def _of_item(item_code: str, text: str) -> str:
    kind = _answer_types()[item_code]
    if kind == "level":
        found = LEVEL.match(text)
        return found[1] if found else text
    if kind == "yes_partly_no":
        return _codes("yes_partly_no").get(folded(text), text)
    return text


@cache
def _answer_types() -> dict[str, str]:
    rows = reference.table("framework")
    return dict(zip(rows["item_code"], rows["answer_type"], strict=True))


@cache
def _codes(list_name: str) -> dict[str, str]:
    """The code of each label of a list, in every language."""
    if list_name == "missions":
        pairs = list(form_labels.missions(reference.codes("missions")))
    elif list_name == "measures":
        pairs = list(form_labels.measures())
    elif list_name in form_labels.WORDS:
        pairs = list(form_labels.words(list_name))
    else:
        pairs = list(form_labels.named(list_name))
    labels = {folded(text.said(one)): code for code, text in pairs for one in reference.LANGUAGES}
    return labels | {folded(code): code for code, _ in pairs}
