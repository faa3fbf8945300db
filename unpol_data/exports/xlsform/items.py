"""What does a form ask of each capability area, item by item?"""

from collections.abc import Iterator

import pandas as pd

from unpol_data import reference
from unpol_data.exports.xlsform import conditions
from unpol_data.exports.xlsform.choices import level_list
from unpol_data.exports.xlsform.rows import Line
from unpol_data.exports.xlsform.scope import Scope
from unpol_data.figures import form_labels
from unpol_data.figures.form_words import Text, form, plain
from unpol_data.validation.answers import ANSWERED, ENDS

STATE_LIST, GRADE_LIST, CAUSE_LIST = "answer_states", "evidence_grades", "causes"


def lines(area: pd.Series, scope: Scope) -> Iterator[Line]:
    """One group, on one screen: the items of an area under a heading for each dimension."""
    code = area["area_code"]
    items = scope.items[scope.items["area_code"] == code]
    chosen = f"selected(${{parts_covered}}, '{code}')"
    name = Text("areas", area["name"])
    yield Line(
        type="begin_group",
        name=code,
        label=name,
        appearance="field-list",
        relevant=conditions.both(chosen, conditions.asked(items, scope)),
    )
    yield from _of_area(code, name)
    dimensions = reference.table("dimensions")
    for dimension in dimensions.itertuples():
        of_dimension = items[items["dimension_code"] == dimension.dimension_code]
        if of_dimension.empty:
            continue
        yield Line(
            type="note",
            name=f"area_{code}_{dimension.dimension_code}",
            label=plain("**{name}**", name=Text("dimensions", dimension.name)),
            relevant=conditions.asked(of_dimension, scope),
        )
        for _, item in of_dimension.iterrows():
            yield from item_lines(item, scope)
    yield Line(type="end_group", name=code)


def _of_area(code: str, name: Text) -> Iterator[Line]:
    """What saves taps: one grade for all answers of the area, and notes only where wanted."""
    yield Line(
        type=f"select_one {GRADE_LIST}",
        name=f"area_{code}_grade",
        label=form("area_grade", area=name),
        hint=form("area_grade_hint"),
        appearance="minimal",
    )
    yield Line(
        type="select_one yes_no",
        name=f"area_{code}_notes",
        label=form("area_notes", area=name),
        appearance="columns-pack",
        default="no",
    )


def item_lines(item: pd.Series, scope: Scope) -> Iterator[Line]:
    """The lines of one item: state, value, needed for a count, grade, cause and note."""
    name, code = form_labels.question_name(item["item_code"]), item["item_code"]
    labels = form_labels.of_item(item)
    asked = conditions.asked(item.to_frame().T, scope)
    answered = conditions.both(asked, f"${{{name}_state}} = '{ANSWERED}'")
    yield Line(
        type=f"select_one {STATE_LIST}",
        name=f"{name}_state",
        label=labels["_state"],
        hint=Text(code, item["hint"]),
        required="yes",
        required_message=form("required"),
        relevant=asked,
        appearance="minimal",
        default=ANSWERED,
    )
    yield _value(item, name, answered)
    if item["answer_type"] == "count":
        yield _needed(item, name, answered)
    yield _grade(item, name, answered)
    yield Line(
        type=f"select_one {CAUSE_LIST}",
        name=f"{name}_cause",
        label=labels["_cause"],
        hint=form("cause_hint"),
        relevant=conditions.both(answered, conditions.short(item, name, scope)),
        appearance="minimal",
    )
    wanted = f"${{area_{item['area_code']}_notes}} = 'yes'"
    yield Line(
        type="text",
        name=f"{name}_note",
        label=labels["_note"],
        hint=form("note_hint"),
        relevant=conditions.both(asked, wanted),
        appearance="multiline",
    )


def _value(item: pd.Series, name: str, answered: str) -> Line:
    kind = item["answer_type"]
    given = {
        "level": {"type": f"select_one {level_list(name)}"},
        "yes_partly_no": {"type": "select_one yes_partly_no", "appearance": "columns-pack"},
    }
    more = given.get(kind) or {
        "type": "decimal",
        "constraint": ". >= 0",
        "constraint_message": form("from_zero"),
    }
    end = ENDS.get(item["unit"])
    if kind == "measure" and end is not None:
        more["constraint"] = f". >= 0 and . <= {end:g}"
        more["constraint_message"] = form("from_zero_to", end=f"{end:g}")
    return Line(
        name=name,
        label=form_labels.of_item(item)[""],
        required="yes",
        required_message=form("required"),
        relevant=answered,
        **more,
    )


def _needed(item: pd.Series, name: str, answered: str) -> Line:
    return Line(
        type="decimal",
        name=f"{name}_needed",
        label=form_labels.of_item(item)["_needed"],
        required="yes",
        required_message=form("required"),
        relevant=answered,
        constraint=". > 0",
        constraint_message=form("above_zero"),
    )


def _grade(item: pd.Series, name: str, answered: str) -> Line:
    """The grade; that of the area is filled in where none was given to this answer."""
    of_area = f"${{area_{item['area_code']}_grade}}"
    return Line(
        type=f"select_one {GRADE_LIST}",
        name=f"{name}_grade",
        label=form_labels.of_item(item)["_grade"],
        required="yes",
        required_message=form("required"),
        relevant=answered,
        appearance="minimal",
        calculation=f"coalesce(${{{name}_grade}}, {of_area})",
        trigger=of_area,
    )
