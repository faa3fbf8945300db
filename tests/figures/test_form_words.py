"""What a form says, in both languages."""

import re

import pytest

from unpol_data import reference
from unpol_data.figures import form_words


def test_every_english_text_of_the_form_has_a_translation_with_the_same_places():
    places = re.compile(r"{\w+}")
    for words in form_words.FORM.values():
        french = reference.in_language("fr", context=form_words.CONTEXT, english=words)
        assert sorted(places.findall(french)) == sorted(places.findall(words))


def test_no_translation_of_the_form_is_left_over():
    rows = reference.table("translations").query(f"context == '{form_words.CONTEXT}'")
    assert set(rows["english"]) == set(form_words.FORM.values())


def test_a_text_follows_the_language_with_all_its_parts():
    text = form_words.form(
        "measure", code="COM-FAC-2", unit=form_words.Text("framework", "degrees Celsius")
    )
    assert text.said("en") == "COM-FAC-2: value (degrees Celsius)"
    assert text.said("fr") == "COM-FAC-2\u00a0: valeur (degrés Celsius)"


def test_words_without_translation_are_told_by_context_and_text():
    with pytest.raises(reference.ReferenceDataError, match="no French for areas: 'Cooking'"):
        form_words.Text("areas", "Cooking").said("fr")
