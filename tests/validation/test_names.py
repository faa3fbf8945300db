"""Names of persons are told from roles, and roles are let through."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from unpol_data import reference
from unpol_data.validation.names import is_person, may_be_person, place_words

GIVEN_NAMES = ("Amina", "John", "Élodie", "Mohamed", "Grace", "José", "Olena", "Wei")
FAMILY_NAMES = ("Smith", "Diallo", "Okello", "Traoré", "O'Brien", "Kovalenko", "García", "Nguyen")
TITLES = reference.table("person_titles")
WORDS = tuple(reference.table("role_words")["word"])
LONG_WORDS = tuple(word for word in WORDS if len(word) > 2)


@pytest.mark.parametrize(
    "text",
    [
        "Major John Smith",
        "Cpt. Doe",
        "Ms Amina Diallo",
        "John Smith",
        "JOHN SMITH",
        "MAJOR JOHN SMITH",
        "Head of ICT (John Smith)",
        "Head of ICT John Smith",
        "Signals officer, Jean DUPONT",
        "J. Smith",
        "Sgt van Dijk",
        "mr deng",
        "Lieutenant-Colonel Kamara",
        "Police Commissioner Amina Diallo",
    ],
)
def test_a_person_is_told(text):
    assert is_person(text)


@pytest.mark.parametrize(
    "text",
    [
        "Police Commissioner",
        "Formed Police Unit Commander",
        "Head of ICT, Bor",
        "Chief of Operations Sector North",
        "Deputy Chief Information Officer",
        "Sr. ICT officer",
        "Major Crimes Unit Head",
        "General Services Officer",
        "Inspector General of Police",
        "Warrant Officer Class 2",
        "Sergeant Major",
        "COMMANDER FPU",
        "MS Office trainer",
        "Captain of the port",
        "Chef de la section logistique",
        "Head of Police Component, Port-au-Prince",
        "Police Division, Office of the Police Adviser",
    ],
)
def test_a_role_is_let_through(text):
    assert not is_person(text, place_words([]))


@given(
    st.sampled_from(list(TITLES.loc[TITLES["kind"] != "post", "title"])),
    st.sampled_from(GIVEN_NAMES),
    st.sampled_from(FAMILY_NAMES),
)
def test_any_title_before_a_name_is_a_person(title, given_name, family_name):
    assert is_person(f"{title.capitalize()} {family_name}")
    assert is_person(f"{title} {given_name} {family_name}")


@given(st.sampled_from(GIVEN_NAMES), st.sampled_from(FAMILY_NAMES), st.sampled_from(LONG_WORDS))
def test_a_full_name_is_a_person_wherever_it_stands_in_a_role(given_name, family_name, word):
    role = word.capitalize()
    assert is_person(f"{given_name} {family_name}")
    assert is_person(f"{role}, {given_name} {family_name}")
    assert is_person(f"{role} ({given_name} {family_name})")


@given(st.lists(st.sampled_from(WORDS), min_size=1, max_size=6), st.integers(0, 3))
def test_words_of_roles_are_no_person_however_they_are_put_together(words, style):
    said = " ".join(words)
    written = (said, said.title(), said.upper(), said.capitalize())[style]
    assert not is_person(written)
    assert not may_be_person(written)


@given(st.sampled_from(list(TITLES.loc[TITLES["kind"] == "post", "title"])))
def test_one_word_after_a_post_may_be_a_place(post):
    assert may_be_person(f"{post.capitalize()} Yambio")
    assert not is_person(f"{post.capitalize()} Yambio")
    assert not may_be_person(f"{post.capitalize()} Yambio", place_words(["Yambio"]))


def test_the_name_of_an_institution_is_no_person_unless_it_has_a_title():
    assert not is_person("Norwegian Refugee Council", bare=False)
    assert is_person("Dr Example", bare=False)
