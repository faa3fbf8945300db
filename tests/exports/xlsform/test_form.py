"""The form as a file: every kind of site, side and language converts and validates."""

import io
import re
import shutil

import openpyxl
import pandas as pd
import pytest
from pyxform.xls2xform import convert

from unpol_data import reference
from unpol_data.exports.xlsform import LANGUAGES, NotAsked, host_kinds, xlsform

KINDS = (None, *reference.codes("site_kinds"))
WHOM = [
    (kind, side)
    for kind in KINDS
    for side in (None, *reference.codes("sides"))
    if side != "host_state" or kind in (None, *host_kinds())
]
PERSON = re.compile(r"\bname of (the )?(person|respondent|officer)|full name|surname|\bnom de fam")


JAVA = shutil.which("java") is not None


@pytest.mark.parametrize("language", list(LANGUAGES))
@pytest.mark.parametrize(("site_kind", "side"), WHOM)
def test_every_form_passes_the_conversion_of_form_servers(site_kind, side, language):
    """In both languages also ODK Validate, where there is Java; the logic has no language."""
    form = xlsform(site_kind=site_kind, side=side, language=language)
    warnings: list[str] = []
    xform = convert(form, warnings=warnings, validate=JAVA and language == "both").xform
    assert warnings == []
    assert xform.count("<translation ") == len(LANGUAGES[language])


@pytest.mark.skipif(not JAVA, reason="ODK Validate needs Java")
def test_odk_validate_would_have_found_a_broken_condition():
    book = openpyxl.load_workbook(io.BytesIO(xlsform(site_kind="team_site", language="en")))
    headings = [cell.value for cell in book["survey"][1]]
    cells = [row[headings.index("relevant")] for row in book["survey"].iter_rows(min_row=2)]
    next(cell for cell in cells if cell.value).value = "selected(${parts_covered}, "
    broken = io.BytesIO()
    book.save(broken)
    with pytest.raises(Exception, match="(?i)selected|parse|relevant"):
        convert(broken.getvalue(), validate=True)


def test_the_same_form_is_the_same_file_every_time():
    assert xlsform(site_kind="team_site") == xlsform(site_kind="team_site")


def test_names_are_unique_and_fit_form_servers(sheet):
    for kind in KINDS:
        names = [row["name"] for row in sheet("survey", site_kind=kind) if row["type"][:3] != "end"]
        assert len(names) == len(set(names))
        assert all(re.fullmatch(r"[a-z][a-z0-9_]*", name) for name in names)


def test_names_of_columns_and_choices_are_those_a_server_looks_for(sheet):
    row = sheet("survey")[0]
    assert {"label::English (en)", "label::Français (fr)", "hint::Français (fr)"} <= set(row)
    assert "label::Français (fr)" not in sheet("survey", language="en")[0]
    assert {"list_name", "name"} <= set(sheet("choices")[0])


def test_no_question_asks_for_a_persons_name(sheet):
    for row in sheet("survey"):
        words = " ".join(str(row[column]) for column in row if column.startswith("label"))
        assert not PERSON.search(words.casefold()), words
        assert "name" not in row["name"].replace("site_name", "")


def test_the_settings_tell_forms_and_versions_apart(sheet):
    (any_kind,), (one,) = sheet("settings"), sheet("settings", site_kind="team_site", side="unpol")
    assert any_kind["form_id"] != one["form_id"] == "unpol_any_mission_team_site_unpol"
    assert one["version"].startswith(reference.version("question_set"))
    assert one["form_title"] == "UNPOL technology assessment: Team site, UNPOL"
    assert one["default_language"] == "English (en)"
    (french,) = sheet("settings", site_kind="team_site", language="fr")
    assert french["default_language"] == "Français (fr)"
    assert french["form_title"].endswith("Poste d’équipe, UNPOL")


def test_what_cannot_be_asked_is_refused_with_what_can():
    with pytest.raises(NotAsked, match="not asked at a team_site; it is at host_station"):
        xlsform(site_kind="team_site", side="host_state")
    with pytest.raises(NotAsked, match="known are mission_hq"):
        xlsform(site_kind="palace")
    with pytest.raises(NotAsked, match="not a known open mission"):
        xlsform(mission_code="UNAMI")
    with pytest.raises(NotAsked, match="known are both, en, fr"):
        xlsform(language="es")
    with pytest.raises(NotAsked, match="needs the mission"):
        xlsform(sites=pd.DataFrame(columns=["site_code", "name", "site_kind"]))


def test_no_two_questions_have_the_same_label(sheet):
    """Exports headed by labels would mix them up."""
    for language in ("English (en)", "Français (fr)"):
        asked = [row for row in sheet("survey") if row["type"].partition("_")[0] != "end"]
        labels = [row[f"label::{language}"] for row in asked if row["type"] != "note"]
        assert len(labels) == len(set(labels))
