"""What is in the XLSForm file that a form server takes?"""

from collections.abc import Iterable

import pandas as pd
from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from unpol_data import reference
from unpol_data.exports import workbook_file
from unpol_data.exports.xlsform import about, items, repeats
from unpol_data.exports.xlsform.choices import choices
from unpol_data.exports.xlsform.rows import LANGUAGE_NAMES, Choice, Line, cells
from unpol_data.exports.xlsform.scope import NotAsked, Scope, scope
from unpol_data.figures.form_words import Text, form, plain

LANGUAGES = {"both": ("en", "fr"), "en": ("en",), "fr": ("fr",)}
WIDTH, WIDE = 18, 48
INSTANCE_NAME = "concat(${site_code}, ' ', ${side}, ' ', ${assessed_on})"


def xlsform(
    *,
    site_kind: str | None = None,
    side: str | None = None,
    mission_code: str | None = None,
    sites: pd.DataFrame | None = None,
    language: str = "both",
) -> bytes:
    """The assessment as an XLSForm (.xlsx), the same bytes for the same content.

    For one kind of site and side, or asking for both where none is named. `sites`, with
    site_code, name and site_kind, are offered as choices where the mission has any.
    Raises NotAsked for what is not known or not asked, and ReferenceDataError where a
    text has no French.
    """
    if language not in LANGUAGES:
        raise NotAsked(f"There is no form in {language!r}; known are {', '.join(LANGUAGES)}.")
    if sites is not None and mission_code is None:
        raise NotAsked("A list of sites needs the mission they are of.")
    chosen = scope(site_kind=site_kind, side=side, mission_code=mission_code, sites=sites)
    languages = LANGUAGES[language]
    book = Workbook()
    survey = book.active
    survey.title = "survey"
    _fill(survey, survey_lines(chosen), languages)
    _fill(book.create_sheet("choices"), choices(chosen), languages)
    _settings(book.create_sheet("settings"), chosen, languages)
    book.properties.title = title(chosen).said(languages[0])
    return workbook_file.content(book)


def survey_lines(chosen: Scope) -> list[Line]:
    """Every line of the survey: about the visit, each area, equipment, links."""
    covered = set(chosen.items["area_code"])
    areas = reference.table("areas")
    found = about.lines(chosen)
    for _, area in areas[areas["area_code"].isin(covered)].iterrows():
        found += items.lines(area, chosen)
    return [*found, *repeats.lines()]


def title(chosen: Scope) -> Text:
    """The form's title: what it assesses, at which kind of site, in which mission."""
    names = reference.table("site_kinds").set_index("site_kind")["name"]
    parts: list[Text | str] = [form("any_kind")]
    if len(chosen.kinds) == 1:
        parts = [Text("site_kinds", names[chosen.kinds[0]])]
    if len(chosen.sides) == 1:
        parts.append(Text("sides", reference.name("side", chosen.sides[0])))
    if chosen.mission_code:
        parts.append(chosen.mission_code)
    places = ", ".join(f"{{part_{number}}}" for number in range(len(parts)))
    named = {f"part_{number}": part for number, part in enumerate(parts)}
    return form("title", scope=plain(places, **named))


def form_id(chosen: Scope) -> str:
    """What a form server knows the form by: the same for every version of one form."""
    kind = chosen.kinds[0] if len(chosen.kinds) == 1 else "any_site"
    side = chosen.sides[0] if len(chosen.sides) == 1 else "both_sides"
    mission = chosen.mission_code.lower() if chosen.mission_code else "any_mission"
    return f"unpol_{mission}_{kind}_{side}"


def _settings(sheet: Worksheet, chosen: Scope, languages: tuple[str, ...]) -> None:
    settings = {
        "form_title": title(chosen).said(languages[0]),
        "form_id": form_id(chosen),
        "version": f"{reference.version('question_set')}-{reference.version('requirements')}",
        "default_language": LANGUAGE_NAMES[languages[0]],
        "style": "pages",
        "instance_name": INSTANCE_NAME,
    }
    _write(sheet, [settings])


def _fill(sheet: Worksheet, lines: Iterable[Line | Choice], languages: tuple[str, ...]) -> None:
    _write(sheet, [cells(line, languages) for line in lines])


def _write(sheet: Worksheet, rows: list[dict[str, str]]) -> None:
    headings = list(rows[0])
    for position, heading in enumerate(headings, start=1):
        sheet.cell(row=1, column=position, value=heading).font = Font(bold=True)
        width = WIDE if heading.startswith(("label", "hint")) else WIDTH
        sheet.column_dimensions[get_column_letter(position)].width = width
    for number, row in enumerate(rows, start=2):
        for position, heading in enumerate(headings, start=1):
            if row[heading]:
                # Text is text, also where it begins with an equals sign.
                sheet.cell(row=number, column=position, value=row[heading]).data_type = "s"
    sheet.freeze_panes = "C2" if len(rows) > 1 else "A2"
