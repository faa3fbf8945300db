"""The French of the framework and of the lists: whole, current, and really French."""

import re

import pytest

from unpol_data import reference
from unpol_data.figures.answer_words import anchors

TRANSLATED = {
    "areas": ("name", "short_name", "description"),
    "dimensions": ("name", "description"),
    "evidence_grades": ("name",),
    "causes": ("name",),
    "answer_states": ("name", "meaning"),
    "answer_types": ("name", "meaning"),
    "modalities": ("name",),
    "sensitivities": ("name",),
    "sides": ("name",),
    "site_kinds": ("name", "description"),
    "measures": ("name", "unit"),
    "missions": ("name",),
    "equipment": ("name", "category"),
    "framework": ("unit",),
}
FORM = "xlsform"
# Words that no French sentence has; "on", "main" or "port" would not tell.
ENGLISH = re.compile(
    r"\b(the|and|of|is|are|with|without|for|from|not|has|have|by|how|what|which|ask|each|this|that)\b",
    re.IGNORECASE,
)
FIGURE = re.compile(r"\d+")


def expected() -> set[tuple[str, str]]:
    """Every text that must have its French, with its context."""
    found = {
        (table, words)
        for table, columns in TRANSLATED.items()
        for column in columns
        for words in reference.table(table)[column].dropna()
    }
    for item in reference.table("framework").itertuples():
        found |= {(item.item_code, item.question), (item.item_code, item.hint)}
        if isinstance(item.level_anchors, str):
            found |= {(item.item_code, words) for words in anchors(item.level_anchors).values()}
    return found


@pytest.fixture(scope="module")
def translations():
    return reference.table("translations")


def test_every_question_hint_anchor_unit_and_name_has_its_french(translations):
    present = set(zip(translations["context"], translations["english"], strict=True))
    assert sorted(expected() - present) == []


def test_no_translation_is_of_words_that_are_gone(translations):
    rows = translations[translations["context"] != FORM]
    present = set(zip(rows["context"], rows["english"], strict=True))
    assert sorted(present - expected()) == []


def test_no_french_text_is_english(translations):
    left = [row.french for row in translations.itertuples() if ENGLISH.search(row.french)]
    assert left == []


def test_long_texts_are_not_copies_of_the_english(translations):
    same = translations[translations["french"] == translations["english"]]
    assert same["english"].str.len().max() <= len("Communications")


def test_places_in_braces_are_the_same_in_both_languages(translations):
    for row in translations.itertuples():
        places = [sorted(re.findall(r"{\w*}", words)) for words in (row.english, row.french)]
        assert places[0] == places[1], row.french


def test_figures_survive_translation(translations):
    rows = translations[translations["context"].str.fullmatch(r"[A-Z]{3}-[A-Z]{3}-\d")]
    for row in rows.itertuples():
        told = set(FIGURE.findall(row.english))
        lost = told - set(FIGURE.findall(row.french))
        # "14:00" is written "14 h": its minutes may go.
        assert lost <= {"00"}, (row.english, row.french)


def test_french_marks_stand_after_a_no_break_space(translations):
    loose = translations[translations["french"].str.contains(r"[^\u00a0\d][?!;:](?:\s|$)")]
    assert list(loose["french"]) == []
    assert not translations["french"].str.contains("'").any()


def test_an_unknown_language_is_told_the_known_ones():
    with pytest.raises(reference.ReferenceDataError, match="known are en, fr"):
        reference.in_language("es", context="areas", english="Communications")
