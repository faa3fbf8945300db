"""Does each answer fit its question, its state and its site?"""

from collections.abc import Iterator, Mapping
from functools import partial

import pandas as pd

from unpol_data import reference
from unpol_data.validation import cells, modality, sites
from unpol_data.validation.context import Context
from unpol_data.validation.problems import WARNING, Problem, of_rows

SHEET = "answers"
ANSWERED = "answered"
# Method note, section 1.
WORDS = {"yes": 1.0, "partly": 0.5, "no": 0.0}
LEVELS = (0.0, 1.0, 2.0, 3.0, 4.0)
EXPECTED = {
    "level": "a level: 0, 1, 2, 3 or 4",
    "yes_partly_no": "yes, partly or no",
    "count": "a number of 0 or more",
    "measure": "a number of 0 or more",
}
# What a unit can hold at all.
ENDS = {"%": 100.0, "h a day": 24.0, "hours per day": 24.0}

flagged = partial(of_rows, sheet=SHEET)


def values(rows: pd.DataFrame) -> pd.Series:
    """Each answer's value as a number: levels 0-4, words 1, .5 and 0, else as given.

    Missing where there is none, and where the cell does not fit its question.
    """
    kinds = rows["item_code"].map(_framework()["answer_type"])
    read = {}
    for key in set(zip(kinds, rows["value"].map(type), rows["value"], strict=True)):
        read[key] = _value(key[2], key[0])
    keys = zip(kinds, rows["value"].map(type), rows["value"], strict=True)
    return pd.Series([read[key] for key in keys], index=rows.index, dtype="float64")


def in_words(rows: pd.DataFrame) -> pd.DataFrame:
    """Kept answers as they were given: 1, 0.5 and 0 as yes, partly and no where that was asked."""
    asked = rows["item_code"].map(_framework()["answer_type"]) == "yes_partly_no"
    said = rows["value"].map({number: word for word, number in WORDS.items()})
    value = rows["value"].astype("object").mask(asked & said.notna(), said)
    return rows.assign(value=value)


def _value(cell: object, answer_type: object) -> float | None:
    if cells.is_blank(cell) or not isinstance(answer_type, str):
        return None
    if answer_type == "yes_partly_no":
        word = cells.trimmed(cell).casefold()
        return WORDS.get(cells.YES_NO.get(word, word))
    try:
        number = cells.number(cell)
    except cells.NotUnderstood:
        return None
    if answer_type == "level" and number not in LEVELS:
        return None
    return number if number >= 0 else None


def _framework() -> pd.DataFrame:
    return reference.table("framework").set_index("item_code")


def problems(tables: Mapping[str, pd.DataFrame], context: Context) -> Iterator[Problem]:
    """Values that do not fit, states they contradict, items nobody asks of that side or site."""
    if SHEET not in tables:
        return
    rows = tables[SHEET]
    items = _framework().reindex(rows["item_code"]).set_axis(rows.index)
    number = values(rows)
    yield from _state_problems(rows, items)
    yield from _value_problems(rows, items, number)
    yield from _needed_problems(rows, items)
    yield from _asked_problems(rows, items, sites.kinds(tables, context), number)
    yield from modality.problems(tables)


def _state_problems(rows: pd.DataFrame, items: pd.DataFrame) -> Iterator[Problem]:
    answered = rows["state"] == ANSWERED
    for column, words in (
        ("value", "the state is answered, but no value stands here"),
        ("evidence_grade", "an answer needs the grade of its evidence"),
        ("answered_on", "an answer needs its date"),
    ):
        yield from flagged(
            rows,
            answered & rows[column].isna(),
            column=column,
            rule=f"answered_needs_{column}",
            expected="a date" if column == "answered_on" else f"one {column}".replace("_", " "),
            words=words,
        )
    yield from flagged(
        rows,
        rows["state"].notna() & ~answered & rows["value"].notna(),
        column="value",
        rule="value_without_answer",
        expected="no value, or the state answered",
        words="'{value}' stands here, but the state is {state}",
    )


def _value_problems(
    rows: pd.DataFrame, items: pd.DataFrame, number: pd.Series
) -> Iterator[Problem]:
    answered = (rows["state"] == ANSWERED) & rows["value"].notna()
    for answer_type, expected in EXPECTED.items():
        yield from flagged(
            rows,
            answered & number.isna() & (items["answer_type"] == answer_type),
            column="value",
            rule="value_fits_question",
            expected=expected,
            words=f"'{{value}}' does not answer {{item_code}}; expected {expected}",
        )
    measured = items["answer_type"] == "measure"
    ends = items["unit"].map(ENDS).astype("float64")
    yield from flagged(
        rows.assign(unit=items["unit"]),
        answered & measured & (number > ends),
        column="value",
        rule="physical_range",
        expected="a possible value in {unit}",
        words="{value} {unit} cannot be",
    )


def _needed_problems(rows: pd.DataFrame, items: pd.DataFrame) -> Iterator[Problem]:
    counted = (rows["state"] == ANSWERED) & (items["answer_type"] == "count")
    yield from flagged(
        rows,
        counted & ~(rows["needed"] > 0),
        column="needed",
        rule="count_needs_needed",
        expected="a number above 0",
        words="a count needs how many are needed, above 0 (where none is needed the state is "
        "not_applicable)",
    )
    yield from flagged(
        rows,
        rows["needed"].notna() & items["answer_type"].notna() & (items["answer_type"] != "count"),
        column="needed",
        rule="needed_without_count",
        expected="nothing",
        words="{item_code} is not a count, so needed is not used",
        severity=WARNING,
    )


def _asked_problems(
    rows: pd.DataFrame, items: pd.DataFrame, site_kinds: pd.Series, number: pd.Series
) -> Iterator[Problem]:
    known = items["side"].notna() & rows["side"].notna()
    of_side = (items["side"] == "both") | (items["side"] == rows["side"])
    yield from flagged(
        rows.assign(asked_of=items["side"]),
        known & ~of_side,
        column="side",
        rule="asked_of_side",
        expected="{asked_of}",
        words="{item_code} is asked of {asked_of} only, not of {side}",
    )
    key = ["item_code", "side", "site_kind"]
    placed = rows.assign(site_kind=rows["site_code"].map(site_kinds), number=number)
    profile = reference.table("requirements").set_index(key)["required_now"]
    required = profile.reindex(pd.MultiIndex.from_frame(placed[key])).set_axis(rows.index)
    yield from flagged(
        placed,
        known & of_side & placed["site_kind"].notna() & required.isna(),
        column="item_code",
        rule="asked_at_site_kind",
        expected="an item asked at a {site_kind}",
        words="{item_code} is not asked of {side} at a {site_kind}; the answer counts for nothing",
        severity=WARNING,
    )
    yield from _cause_problems(placed, items, required)


def _cause_problems(
    placed: pd.DataFrame, items: pd.DataFrame, required: pd.Series
) -> Iterator[Problem]:
    enough = {
        "level": required * LEVELS[-1],
        "yes_partly_no": required,
        "count": required * placed["needed"],
    }
    short = pd.Series(False, index=placed.index)
    for answer_type, value in enough.items():
        short |= (items["answer_type"] == answer_type) & (placed["number"] < value)
    yield from flagged(
        placed,
        (placed["state"] == ANSWERED) & short & placed["cause"].isna(),
        column="cause",
        rule="cause_of_shortfall",
        expected="a cause, such as " + ", ".join(reference.codes("causes")[:3]),
        words="{item_code} is short of what is required; name the cause",
        severity=WARNING,
    )
