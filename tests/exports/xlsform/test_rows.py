"""How the texts of a form stand in its sheets, in both languages."""

import re

TEXT = re.compile(r"^(label|hint|constraint_message|required_message)::(.+)$")
# Proper names, codes and units are the same in both languages.
SAME = {"UNPOL", "Mission", "Site", "Personnel"}


def test_every_text_of_a_form_has_its_french(sheet):
    for name in ("survey", "choices"):
        for row in sheet(name):
            for column in row:
                found = TEXT.match(column)
                if found and found[2] == "English (en)" and row[column]:
                    french = row[f"{found[1]}::Français (fr)"]
                    assert french, row["name"]


def test_no_english_is_left_in_a_french_form(sheet):
    left = set()
    for row in sheet("survey") + sheet("choices"):
        english = row["label::English (en)"]
        if english and english == row["label::Français (fr)"]:
            left.add(re.sub(r"^([A-Z]{3}-[A-Z]{3}-\d|[A-Z]+) · ", "", english).strip("*"))
    assert left <= SAME


def test_a_question_carries_its_code_its_words_and_its_hint(sheet):
    row = next(row for row in sheet("survey") if row["name"] == "com_per_1_state")
    assert row["label::English (en)"].startswith("COM-PER-1 · How many of the signals")
    assert row["label::Français (fr)"].startswith("COM-PER-1 · Combien de postes")
    assert row["hint::Français (fr)"].startswith("Comparer le tableau d’effectifs")
