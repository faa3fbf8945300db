"""Which answers can be chosen in a form?"""

from collections.abc import Iterator

import pandas as pd

from unpol_data import reference
from unpol_data.exports.xlsform.rows import Choice
from unpol_data.exports.xlsform.scope import Scope, open_missions
from unpol_data.exports.xlsform.texts import Text, form, plain
from unpol_data.figures.answer_words import anchors

# The lists whose choices are the codes and names of a reference table.
TABLES = ("modalities", "sensitivities", "answer_states", "evidence_grades", "causes", "equipment")
REPEATS = ("equipment_lines", "links")


def level_list(name: str) -> str:
    """The list of the levels of one question."""
    return f"levels_{name}"


def choices(scope: Scope) -> list[Choice]:
    """Every choice of the form, list by list."""
    return [
        *_missions(scope),
        *_named("site_kinds", scope.kinds),
        *_named("sides", scope.sides),
        *_sites(scope),
        *_parts(scope),
        *_measures(),
        *(one for table in TABLES for one in _named(table, reference.codes(table))),
        *_words("yes_no", ("yes", "no")),
        *_words("yes_partly_no", ("yes", "partly", "no")),
        *_levels(scope.items),
    ]


def _named(table: str, codes: tuple[str, ...]) -> Iterator[Choice]:
    rows = reference.table(table)
    names = dict(zip(reference.codes(table), rows["name"], strict=True))
    for code in codes:
        yield Choice(list_name=table, name=code, label=Text(table, names[code]))


def _missions(scope: Scope) -> Iterator[Choice]:
    names = reference.table("missions").set_index("mission_code")["name"]
    for code in (scope.mission_code,) if scope.mission_code else open_missions():
        label = plain("{code} · {name}", code=code, name=Text("missions", names[code]))
        yield Choice(list_name="missions", name=code, label=label)


def _sites(scope: Scope) -> Iterator[Choice]:
    for site in scope.sites.itertuples():
        yield Choice(
            list_name="sites",
            name=site.site_code,
            label=Text("", "{name} ({code})", {"name": site.name, "code": site.site_code}),
            mission_code=scope.mission_code or "",
            site_kind=site.site_kind,
        )


def _parts(scope: Scope) -> Iterator[Choice]:
    covered = set(scope.items["area_code"])
    codes = tuple(code for code in reference.codes("areas") if code in covered)
    for one in _named("areas", codes):
        yield Choice(list_name="parts", name=one.name, label=one.label)
    for name in REPEATS:
        yield Choice(list_name="parts", name=name, label=form(name))


def _measures() -> Iterator[Choice]:
    for one in reference.table("measures").itertuples():
        parts = {"name": Text("measures", one.name), "unit": Text("measures", one.unit)}
        yield Choice(
            list_name="measures", name=one.measure, label=plain("{name} ({unit})", **parts)
        )


def _words(list_name: str, words: tuple[str, ...]) -> Iterator[Choice]:
    for word in words:
        yield Choice(list_name=list_name, name=word, label=form(word))


def _levels(items: pd.DataFrame) -> Iterator[Choice]:
    for item in items[items["answer_type"] == "level"].itertuples():
        for level, meaning in anchors(item.level_anchors).items():
            figure = f"{level:g}"
            words = Text(item.item_code, meaning)
            yield Choice(
                list_name=level_list(question_name(item.item_code)),
                name=figure,
                label=plain("{level} – {words}", level=figure, words=words),
            )


def question_name(item_code: str) -> str:
    """The name of an item's question in the form: com_per_1 for COM-PER-1."""
    return item_code.lower().replace("-", "_")
