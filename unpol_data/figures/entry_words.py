"""How are the lines of a form for entering told: what is asked, what counts now, what is wrong?"""

from collections.abc import Mapping, Sequence

import pandas as pd

from unpol_data import reference
from unpol_data.figures import answer_words, formats
from unpol_data.validation import Problem
from unpol_data.validation.problems import shown

NOTHING = "–"
PROBLEMS = {"row": "Row", "column": "Column", "found": "Found", "words": "What is wrong"}
BOTH = {"row": "Row", "theirs": "In the draft now", "mine": "Typed here"}
LABELS = ("item_code", "equipment_code", "threat_code", "measured_on", "site_code")
KEYS = ("assessment_id", "mission_code", "measure", "side", *LABELS[:3], "site_code")
PROGRESS = {"area": "Capability area", "answered": "Questions answered"}
LEVELS = {"item": "Question", "hint": "How to find out", "levels": "Levels"}
HEADINGS = {
    "state": "State, if no answer",
    "value": "Answer",
    "needed": "Needed",
    "evidence_grade": "Evidence",
    "answered_on": "Answered on",
    "respondent_role": "Told by (role)",
    "modality": "How asked",
    "cause": "Cause of shortfall",
    "note": "Note",
    "required": "Required",
    "held": "Held",
    "serviceable": "Serviceable",
    "counted_on": "Counted on",
    "measured_on": "Measured on",
    "site_code": "Code",
    "name": "Name",
    "site_kind": "Kind of site",
    "latitude": "Latitude",
    "longitude": "Longitude",
    "unpol_served": "UNPOL served",
    "users": "Users of the link",
    "host_officers_served": "Host-State officers served",
    "closed": "Closed",
    "level_now": "Severity today",
    "level_emerging": "Severity in two to three years",
    "rated_on": "Rated on",
    "round_label": "Name of the round",
    "assessed_from": "First day",
    "assessed_to": "Last day",
}
OF_SHEET = {("assessment", "modality"): "How the visit was made"}
# Lines that are known by a code of a list are told by its name.
NAMED = (("equipment", "equipment_code"), ("threats", "threat_code"))
EXAMPLE = "For example: {}"
ASKED = {"level": "level 0 to 4", "yes_partly_no": "yes, partly or no"}


def heading(column: str, sheet: str = "") -> str:
    """The heading of a column as the form shows it; a measure by its name and unit."""
    if (sheet, column) in OF_SHEET:
        return OF_SHEET[sheet, column]
    if column in HEADINGS:
        return HEADINGS[column]
    measures = reference.table("measures").set_index("measure")
    if column in measures.index:
        return f"{measures.at[column, 'name']} ({measures.at[column, 'unit']})"
    return column.replace("_", " ").capitalize()


def answer_with(row: tuple) -> str:
    """What an answer looks like: "level 0 to 4", "posts", "hours"."""
    return ASKED.get(row.answer_type) or row.unit


def offered(row: tuple) -> dict[str, str]:
    """The answers one may choose among, in words; none where a number is asked for."""
    if row.answer_type == "yes_partly_no":
        return {word: word.capitalize() for word in reversed(answer_words.CHOICES.values())}
    if row.answer_type == "level" and not pd.isna(row.level_anchors):
        anchors = answer_words.anchors(row.level_anchors)
        return {f"{level:g}": f"{level:g}: {meaning}" for level, meaning in anchors.items()}
    return {}


def meaning(sheet: str, column: str) -> str | None:
    """What a column holds, in the words of the data dictionary, with an example."""
    columns = reference.table("columns").set_index(["sheet", "column"])
    if (sheet, column) not in columns.index:
        return None
    said = columns.loc[(sheet, column)]
    return (
        said["meaning"]
        if pd.isna(said["example"])
        else f"{said['meaning']} {EXAMPLE.format(said['example'])}"
    )


def questions(lines: pd.DataFrame) -> list[str]:
    """Each question with what it is answered with."""
    return [f"{row.question} ({answer_with(row)})" for row in lines.itertuples(index=False)]


def value(number: float | None, answer_type: str) -> str | None:
    """A kept answer as one types it: "3", "partly", "6.5"; nothing where there is none."""
    if pd.isna(number):
        return None
    if answer_type == "yes_partly_no":
        return answer_words.CHOICES.get(number, f"{number:g}")
    return repr(number).removesuffix(".0")


def answers_held(lines: pd.DataFrame, held: pd.DataFrame) -> list[str]:
    """What counts now, beside each question: "2 of 4 · Interview on site · 3 Mar 2026"."""
    rows = lines.merge(held, on="item_code", how="left")
    return [
        NOTHING if pd.isna(row.state) else _dated(_answer(row), row.evidence_grade, row.answered_on)
        for row in rows.itertuples(index=False)
    ]


def _answer(row: tuple) -> str:
    """The answer without what its level means, which stands below the form."""
    said = answer_words.said(row)
    return said.partition(":")[0] if row.answer_type == "level" else said


def equipment_held(lines: pd.DataFrame, held: pd.DataFrame) -> list[str]:
    """The count that counts now, beside each item: "9 of 12 work, 14 required"."""
    rows = lines.merge(held, on="equipment_code", how="left")
    return [
        NOTHING
        if pd.isna(row.held)
        else _dated(
            f"{row.serviceable:.0f} of {row.held:.0f} work, {row.required:.0f} required",
            row.evidence_grade,
            row.counted_on,
        )
        for row in rows.itertuples(index=False)
    ]


def links_held(held: pd.DataFrame) -> str:
    """The newest measurement of each measure that counts now, in one sentence."""
    measures = reference.table("measures").set_index("measure")
    said = [
        f"{measures.at[row.measure, 'name'].lower()} "
        f"{formats.quantity(row.value, measures.at[row.measure, 'unit'])} "
        f"({formats.day(row.measured_on)})"
        for row in held.itertuples(index=False)
    ]
    return f"Newest that count: {', '.join(said)}." if said else "Nothing measured counts yet."


def _dated(said: str, grade: str | None, day: object) -> str:
    parts = [said]
    if not pd.isna(grade):
        parts.append(reference.name("evidence_grade", grade))
    if not pd.isna(day):
        parts.append(formats.day(day))
    return " · ".join(parts)


def levels(lines: pd.DataFrame) -> pd.DataFrame:
    """One row per question as text: question, how to find out, and what each level means."""
    return pd.DataFrame(
        {
            "item": lines["item_code"],
            "hint": lines["hint"].fillna(NOTHING),
            "levels": lines["level_anchors"].fillna(NOTHING),
        }
    )


def progress(areas: pd.DataFrame) -> pd.DataFrame:
    """One row per area as text, under the headings PROGRESS: how many questions are answered."""
    return pd.DataFrame(
        [
            (reference.short_name("area", row.area_code), f"{row.answered} of {row.asked}")
            for row in areas.itertuples(index=False)
        ],
        columns=list(PROGRESS),
    )


def how_far(areas: pd.DataFrame, area_code: str) -> str:
    """How far an area and the site are: "Questions answered: 3 of 15 of the area, 40 of ...".

    The site alone where the area is none of these.
    """
    site = f"{areas['answered'].sum()} of {areas['asked'].sum()} of the site"
    here = areas[areas["area_code"] == area_code]
    if here.empty:
        return f"Questions answered: {site}."
    (row,) = here.itertuples(index=False)
    return f"Questions answered: {row.answered} of {row.asked} of the area, {site}."


def problems(found: Sequence[Problem], labels: Mapping[int, str]) -> pd.DataFrame:
    """One row per kind of problem as text, under the headings PROBLEMS, with all rows that have it.

    Rows are named by what they are about, as in `labels`.
    """
    alike: dict[tuple[str, str, str], list[str]] = {}
    for one in found:
        column = heading(one.column, one.sheet) if one.column else NOTHING
        rows = alike.setdefault((column, one.found or "nothing", one.words), [])
        rows.append(_line(labels.get(one.row, NOTHING)))
    return pd.DataFrame(
        [(", ".join(rows), *kind) for kind, rows in alike.items()], columns=list(PROBLEMS)
    )


def both(held: pd.DataFrame, typed: pd.DataFrame) -> pd.DataFrame:
    """One row per row that somebody else changed: as it is now, and as it was typed here."""
    label = next((name for name in LABELS if name in held.columns), None)
    # What a draft says of itself is the one row of its form.
    lines = held[label] if label else typed.index[: len(held)]
    return pd.DataFrame(
        [
            {
                "row": _line(shown(line)),
                "theirs": _cells(row),
                "mine": _cells(typed.loc[line]) if line in typed.index else NOTHING,
            }
            for line, (_, row) in zip(lines, held.iterrows(), strict=True)
        ],
        columns=list(BOTH),
    )


def _line(label: str) -> str:
    """What a line is called: its label, of a code of a list the name."""
    for table, key in NAMED:
        names = reference.table(table).set_index(key)["name"]
        if label in names.index:
            return names[label]
    return label


def _cells(row: pd.Series) -> str:
    said = [
        f"{heading(name)} {shown(cell)}"
        for name, cell in row.items()
        if name not in KEYS and not pd.isna(cell)
    ]
    return ", ".join(said) or NOTHING
