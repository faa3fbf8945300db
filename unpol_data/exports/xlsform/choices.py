"""Which answers can be chosen in a form?"""

from collections.abc import Iterable, Iterator

import pandas as pd

from unpol_data import reference
from unpol_data.exports.xlsform.rows import Choice
from unpol_data.exports.xlsform.scope import Scope, open_missions
from unpol_data.figures import form_labels
from unpol_data.figures.form_labels import REPEATS, TABLES, question_name
from unpol_data.figures.form_words import Text


def level_list(name: str) -> str:
    """The list of the levels of one question."""
    return f"levels_{name}"


def choices(scope: Scope) -> list[Choice]:
    """Every choice of the form, list by list."""
    missions = (scope.mission_code,) if scope.mission_code else open_missions()
    return [
        *_of("missions", form_labels.missions(missions)),
        *_of("site_kinds", form_labels.named("site_kinds", scope.kinds)),
        *_of("sides", form_labels.named("sides", scope.sides)),
        *_sites(scope),
        *_parts(scope),
        *_of("measures", form_labels.measures()),
        *(one for table in TABLES for one in _of(table, form_labels.named(table))),
        *(one for words in form_labels.WORDS for one in _of(words, form_labels.words(words))),
        *_levels(scope.items),
    ]


def _of(list_name: str, labels: Iterable[tuple[str, Text]]) -> Iterator[Choice]:
    for code, label in labels:
        yield Choice(list_name=list_name, name=code, label=label)


def _sites(scope: Scope) -> Iterator[Choice]:
    for site in scope.sites.itertuples():
        yield Choice(
            list_name="sites",
            name=site.site_code,
            label=form_labels.site(site.site_code, site.name),
            mission_code=scope.mission_code or "",
            site_kind=site.site_kind,
        )


def _parts(scope: Scope) -> Iterator[Choice]:
    covered = set(scope.items["area_code"])
    codes = tuple(code for code in reference.codes("areas") if code in covered)
    yield from _of("parts", form_labels.named("areas", codes))
    yield from _of("parts", ((name, form_labels.question(name)) for name in REPEATS))


def _levels(items: pd.DataFrame) -> Iterator[Choice]:
    for item in items[items["answer_type"] == "level"].itertuples():
        yield from _of(level_list(question_name(item.item_code)), form_labels.levels(item))
