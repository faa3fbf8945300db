"""What does a form ask as often as there are lines: equipment counted, links measured?"""

from collections.abc import Iterator

from unpol_data import reference
from unpol_data.exports.xlsform.about import TODAY, asked
from unpol_data.exports.xlsform.rows import Line
from unpol_data.figures.form_words import form
from unpol_data.validation.quantities import ENDS

VISIT_DAY = "${assessed_on}"


def lines() -> Iterator[Line]:
    """The repeats equipment_lines and links, shown where their part is covered."""
    yield from _repeat("equipment_lines", list(_equipment()))
    yield from _repeat("links", list(_measurement()))


def _repeat(name: str, inside: list[Line]) -> Iterator[Line]:
    yield Line(
        type="begin_repeat",
        name=name,
        label=form(name),
        relevant=f"selected(${{parts_covered}}, '{name}')",
        appearance="field-list",
    )
    yield from inside
    yield Line(type="end_repeat", name=name)


def _equipment() -> Iterator[Line]:
    yield asked("select_one equipment", "equipment_code", appearance="minimal autocomplete")
    yield _count("required", ". >= 0", "whole")
    yield _count("held", ". >= 0", "whole")
    yield _count("serviceable", ". >= 0 and . <= ${held}", "serviceable_wrong")
    yield asked("select_one evidence_grades", "evidence_grade", appearance="minimal")
    yield _day("counted_on")


def _measurement() -> Iterator[Line]:
    yield asked("select_one measures", "measure")
    ends = [
        f"(${{measure}} != '{measure}' or . <= {end:g})"
        for measure in reference.codes("measures")
        for part, end in ENDS
        if measure.endswith(part)
    ]
    yield asked(
        "decimal",
        "value",
        hint=form("value_hint"),
        constraint=" and ".join([". >= 0", *ends]),
        constraint_message=form("value_wrong"),
    )
    yield _day("measured_on")


def _count(name: str, constraint: str, message: str) -> Line:
    return asked(
        "integer",
        name,
        constraint=constraint,
        constraint_message=form(message),
    )


def _day(name: str) -> Line:
    return asked(
        "date",
        name,
        default=VISIT_DAY,
        constraint=TODAY,
        constraint_message=form("assessed_on_wrong"),
    )
