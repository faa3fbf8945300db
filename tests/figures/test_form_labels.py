"""What questions and answers are called in the form."""

from unpol_data import reference
from unpol_data.exports.xlsform.form import survey_lines
from unpol_data.exports.xlsform.scope import scope
from unpol_data.figures import form_labels


def test_every_question_about_a_visit_and_in_a_repeat_has_a_label_in_both_languages():
    names = [*form_labels.ABOUT, *(name for of in form_labels.REPEATS.values() for name in of)]
    for name in names:
        for language in ("en", "fr"):
            assert form_labels.question(name).said(language)


def test_the_labels_of_an_item_tell_its_questions_apart():
    items = reference.table("framework").set_index("item_code", drop=False)
    labels = {end: text.said("en") for end, text in form_labels.of_item(items.iloc[0]).items()}
    assert labels["_needed"] == "COM-PER-1: how many are needed (posts)"
    assert len(set(labels.values())) == len(labels) == 6
    assert "_needed" not in form_labels.of_item(items.loc["COM-PER-3"])


def test_the_form_asks_nothing_but_what_has_a_label_here():
    everything = scope(site_kind=None, side=None, mission_code=None, sites=None)
    known = {*form_labels.ABOUT, *form_labels.REPEATS}
    known |= {name for of in form_labels.REPEATS.values() for name in of}
    for _, item in reference.table("framework").iterrows():
        name = form_labels.question_name(item["item_code"])
        known |= {name + end for end in form_labels.of_item(item)}
    asked = {line.name for line in survey_lines(everything)}
    groups = {"about", *reference.codes("areas")}
    assert {name for name in asked - groups - known if not name.startswith("area_")} == set()
