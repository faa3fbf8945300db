"""How is a text of the profession said in another language?"""

from functools import cache

from unpol_data.reference.reading import ReferenceDataError
from unpol_data.reference.tables_in_use import table

LANGUAGES = ("en", "fr")


def in_language(language: str, *, context: str, english: str) -> str:
    """The text in the language; English as it stands, French from the table translations.

    A text is known by its context (an item code, a table, a document) and its English
    words, so words that change lose their translation instead of keeping a stale one.
    Raises ReferenceDataError for an unknown language and for a text without translation.
    """
    if language not in LANGUAGES:
        raise ReferenceDataError(
            [f"There are no texts in {language!r}; known are {', '.join(LANGUAGES)}."]
        )
    if language == "en":
        return english
    known = _french()
    if (context, english) not in known:
        raise ReferenceDataError([f"translations.csv: no French for {context}: {english!r}."])
    return known[context, english]


@cache
def _french() -> dict[tuple[str, str], str]:
    rows = table("translations")
    keys = zip(rows["context"], rows["english"], strict=True)
    return dict(zip(keys, rows["french"], strict=True))
