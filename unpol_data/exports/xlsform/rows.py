"""What is one line of a form's sheets?"""

from dataclasses import dataclass, fields

from unpol_data.figures.form_words import Text

LANGUAGE_NAMES = {"en": "English (en)", "fr": "Français (fr)"}


@dataclass(frozen=True, kw_only=True)
class Line:
    """One line of the sheet survey; the fields are the columns of the XLSForm."""

    type: str
    name: str
    label: Text | None = None
    hint: Text | None = None
    required: str = ""
    required_message: Text | None = None
    relevant: str = ""
    constraint: str = ""
    constraint_message: Text | None = None
    appearance: str = ""
    default: str = ""
    calculation: str = ""
    trigger: str = ""
    choice_filter: str = ""


@dataclass(frozen=True, kw_only=True)
class Choice:
    """One line of the sheet choices; mission_code and site_kind are there to filter sites."""

    list_name: str
    name: str
    label: Text
    mission_code: str = ""
    site_kind: str = ""


TEXTS = ("label", "hint", "required_message", "constraint_message")


def cells(line: Line | Choice, languages: tuple[str, ...]) -> dict[str, str]:
    """The line as one cell per column; each text has one column per language."""
    found: dict[str, str] = {}
    for column in (one.name for one in fields(line)):
        value = getattr(line, column)
        if column in TEXTS:
            for language in languages:
                words = value.said(language) if value is not None else ""
                found[f"{column}::{LANGUAGE_NAMES[language]}"] = words
        else:
            found[column] = value
    return found
