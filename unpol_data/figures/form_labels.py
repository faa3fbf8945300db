"""What is each question, and each answer to choose, called in the form, in any language?

The form is made with these labels, and what comes back under labels is read by them.
"""

from collections.abc import Iterator

import pandas as pd

from unpol_data import reference
from unpol_data.figures.answer_words import anchors
from unpol_data.figures.form_words import Text, form, plain

ABOUT = (
    *("mission_code", "site_kind", "side", "site_code", "site_name", "unpol_served", "users"),
    *("host_officers_served", "assessed_on", "round_label", "modality", "respondent_role"),
    *("location", "sensitivity", "about_before", "site_profile", "parts_covered"),
)
REPEATS = {
    "equipment_lines": (
        *("equipment_code", "required", "held", "serviceable", "evidence_grade", "counted_on"),
    ),
    "links": ("measure", "value", "measured_on"),
}
# Where a question's name is not the name of its text.
TEXT_OF = {
    "about_before": "before",
    "site_profile": "profile",
    "required": "needed_here",
    "measure": "measure_of",
}
WORDS = {"yes_no": ("yes", "no"), "yes_partly_no": ("yes", "partly", "no")}
# The lists whose choices are the codes and names of a reference table.
TABLES = ("modalities", "sensitivities", "answer_states", "evidence_grades", "causes", "equipment")


def question(name: str) -> Text:
    """The label of a question that is no item's."""
    return form(TEXT_OF.get(name, name))


def question_name(item_code: str) -> str:
    """The name of an item's question in the form: com_per_1 for COM-PER-1."""
    return item_code.lower().replace("-", "_")


def of_item(item: pd.Series) -> dict[str, Text]:
    """The labels of an item's questions, by what follows its name: "", _state, _needed, ..."""
    code = item["item_code"]
    found = {
        "_state": plain("{code} · {question}", code=code, question=Text(code, item["question"])),
        "": form(item["answer_type"], code=code, **unit(item)),
        "_grade": form("grade", code=code),
        "_cause": form("cause", code=code),
        "_note": form("note", code=code),
    }
    if item["answer_type"] == "count":
        found["_needed"] = form("needed", code=code, **unit(item))
    return found


def unit(item: pd.Series) -> dict[str, Text]:
    """The unit of a count or measure; levels and words have none."""
    if not isinstance(item["unit"], str):
        return {}
    return {"unit": Text("framework", item["unit"])}


def named(table: str, codes: tuple[str, ...] | None = None) -> Iterator[tuple[str, Text]]:
    """The codes of a reference table, all of them where none are given, with their labels."""
    rows = reference.table(table)
    names = dict(zip(reference.codes(table), rows["name"], strict=True))
    for code in reference.codes(table) if codes is None else codes:
        yield code, Text(table, names[code])


def missions(codes: tuple[str, ...]) -> Iterator[tuple[str, Text]]:
    """Missions with their labels."""
    names = reference.table("missions").set_index("mission_code")["name"]
    for code in codes:
        yield code, plain("{code} · {name}", code=code, name=Text("missions", names[code]))


def site(code: str, name: str) -> Text:
    """The label of a site."""
    return Text("", "{name} ({code})", {"name": name, "code": code})


def measures() -> Iterator[tuple[str, Text]]:
    """The measures of a link with their labels."""
    for one in reference.table("measures").itertuples():
        parts = {"name": Text("measures", one.name), "unit": Text("measures", one.unit)}
        yield one.measure, plain("{name} ({unit})", **parts)


def words(list_name: str) -> Iterator[tuple[str, Text]]:
    """The words of a list such as yes_no with their labels."""
    for word in WORDS[list_name]:
        yield word, form(word)


def levels(item: tuple) -> Iterator[tuple[str, Text]]:
    """The levels of an item, as figures, with their labels."""
    for level, meaning in anchors(item.level_anchors).items():
        figure = f"{level:g}"
        yield (
            figure,
            plain("{level} – {words}", level=figure, words=Text(item.item_code, meaning)),
        )
