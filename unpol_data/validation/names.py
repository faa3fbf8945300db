"""Does a text that should say a role or an office name a person?

A person is a form of address or a rank with a name after it, or two words with capitals in a row
that are no words of roles. A single word with a capital may be a place and is left alone.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from unpol_data import reference

PARTS = re.compile(r"[,;:/()\[\]|&+\"“”]|\s[-\N{EN DASH}\N{EM DASH}]\s|\d+")
WORD = re.compile(r"[^\W\d_][^\s]*")
# A word in capitals up to this length is an abbreviation, a longer one may be a family name.
LONGEST_ABBREVIATION = 4
# Between a rank and a family name; "de" and "du" stand before places as well.
PARTICLES = frozenset({"van", "von", "der", "bin", "ibn", "ben", "al", "el", "ould", "abu"})
NAMES_IN_A_ROW = 2
# Kinds of titles after which a name is a person's, and after which it may be a place's.
STRICT, POSTS = ("address", "rank"), ("post",)


def is_person(text: str, places: frozenset[str] = frozenset(), *, bare: bool = True) -> bool:
    """Whether a person is named; `places` are words of place names, as place_words has them.

    With `bare`, names alone count too: leave it out where the name of an institution stands.
    """
    shouted = text == text.upper()
    return any(
        _addressed(words, places, STRICT, shouted=shouted)
        or (bare and _in_a_row(words, places, shouted=shouted))
        for words in _parts(text)
    )


def may_be_person(text: str, places: frozenset[str] = frozenset()) -> bool:
    """Whether one unknown word follows a post, as in Commander Yambio: a place, or a person."""
    return any(_addressed(words, places, POSTS, shouted=False) for words in _parts(text))


def place_words(names: Iterable[object]) -> frozenset[str]:
    """The words of names of places, with those of missions, their headquarters and hosts."""
    missions = reference.table("missions")
    every = [*missions["mission_code"], *missions["hq_name"], *missions["host_name"], *names]
    return frozenset(
        word.casefold() for name in every if isinstance(name, str) for word in WORD.findall(name)
    )


def _parts(text: str) -> Iterator[list[str]]:
    """The words of each part of a text that stands for itself."""
    for part in PARTS.split(text):
        words = (word.strip(".'’-") for word in WORD.findall(part))
        yield [word for word in words if word]


def _addressed(
    words: list[str], places: frozenset[str], kinds: tuple[str, ...], *, shouted: bool
) -> bool:
    """Whether a title of these kinds has a name after it."""
    return any(
        _named(words[turn + 1 :], kind, places, shouted=shouted)
        for turn, word in enumerate(words)
        if (kind := _titles().get(word.casefold())) in kinds
    )


def _named(after: list[str], kind: str, places: frozenset[str], *, shouted: bool) -> bool:
    """Whether what stands after a title begins with a name."""
    for word in _without_particles(after):
        if _is_known(word, places):
            return False
        if _is_initial(word):
            continue
        if kind == "address":
            return True
        abbreviation = word.isupper() and len(word) <= LONGEST_ABBREVIATION
        return word[0].isupper() and (shouted or not abbreviation)
    return False


def _in_a_row(words: list[str], places: frozenset[str], *, shouted: bool) -> bool:
    """Whether so many words that look like names follow one another."""
    found = 0
    for word in words:
        initial = _is_initial(word) and not _is_known(word, places)
        if initial or (_looks_like_a_name(word, shouted=shouted) and not _is_known(word, places)):
            found += 1
        else:
            found = 0
        if found >= NAMES_IN_A_ROW and not initial:
            return True
    return False


def _looks_like_a_name(word: str, *, shouted: bool) -> bool:
    if word.isupper():
        return len(word) > LONGEST_ABBREVIATION - shouted
    return word[0].isupper() and len(word) > 1


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word.isupper()


def _is_known(word: str, places: frozenset[str]) -> bool:
    """Whether it is a word of roles, a title or part of a place name; each part of it where it
    is put together."""
    return word.casefold() in places or all(
        part in _role_words() or part.removesuffix("s") in _role_words() or part in _titles()
        for part in (_bare(part) for part in word.casefold().split("-"))
    )


def _bare(part: str) -> str:
    return part.removesuffix("'s").removesuffix("’s").strip(".'’")


def _without_particles(words: list[str]) -> Iterator[str]:
    return (word for word in words if word.casefold() not in PARTICLES)


@cache
def _titles() -> dict[str, str]:
    table = reference.table("person_titles")
    return dict(zip(table["title"], table["kind"], strict=True))


@cache
def _role_words() -> frozenset[str]:
    return frozenset(reference.table("role_words")["word"])
