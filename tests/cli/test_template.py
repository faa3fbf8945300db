"""The template command."""

import io

import openpyxl
import pytest

from unpol_data.exports import template, template_programme, xlsform


def test_the_template_is_written_where_asked(run, tmp_path):
    outcome = run("template", "--kind", "workbook", "-o", "blank.xlsx")
    assert outcome.code == 0
    assert (tmp_path / "blank.xlsx").read_bytes() == template.workbook()


def test_the_form_is_written_where_asked(run, tmp_path):
    outcome = run("template", "--kind", "xlsform", "--lang", "fr", "-o", "form.xlsx")
    assert outcome.code == 0
    assert "KoboToolbox" in outcome.out
    assert (tmp_path / "form.xlsx").read_bytes() == xlsform.xlsform(language="fr")


def test_the_form_is_for_the_kind_and_side_asked_for(run, tmp_path):
    arguments = ("--site-kind", "training_centre", "--side", "host_state")
    assert run("template", "--kind", "xlsform", *arguments).code == 0
    written = (tmp_path / "unpol_form.xlsx").read_bytes()
    assert written == xlsform.xlsform(site_kind="training_centre", side="host_state")


def test_a_mission_without_approved_sites_gets_a_blank_list_and_is_told(run, tmp_path):
    outcome = run("template", "--kind", "workbook", "--mission", "UNMISS", "-o", "unmiss.xlsx")
    assert outcome.code == 0
    assert "No approved site of UNMISS" in outcome.err
    book = openpyxl.load_workbook(io.BytesIO((tmp_path / "unmiss.xlsx").read_bytes()))
    assert book["assessment"]["A2"].value == "UNMISS"


def test_a_mission_has_its_sites_in_the_workbook_and_in_the_form(
    run, tmp_path, sample_copy, monkeypatch
):
    monkeypatch.setenv("UNPOL_STORE_URL", f"sqlite:///{sample_copy}")
    for kind, sheet in (("workbook", "sites"), ("xlsform", "choices")):
        assert run("template", "--kind", kind, "--mission", "UNMISS", "-o", "it.xlsx").code == 0
        book = openpyxl.load_workbook(tmp_path / "it.xlsx")
        cells = [cell for row in book[sheet].iter_rows(values_only=True) for cell in row]
        assert any(str(cell).startswith("UNMISS-") for cell in cells)


@pytest.mark.parametrize(
    "arguments",
    [
        ("--kind", "workbook", "--lang", "xx"),
        ("--kind", "form"),
        (),
        ("--kind", "workbook", "--lang", "fr"),
        ("--kind", "workbook", "--site-kind", "team_site"),
        ("--kind", "xlsform", "--site-kind", "palace"),
        ("--kind", "xlsform", "--mission", "UNAMI"),
    ],
)
def test_an_unknown_language_kind_or_mission_is_a_usage_error(run, arguments):
    assert run("template", *arguments).code == 2


def test_a_side_that_is_not_asked_at_the_kind_of_site_is_refused(run):
    arguments = ("--site-kind", "team_site", "--side", "host_state")
    outcome = run("template", "--kind", "xlsform", *arguments)
    assert outcome.code == 1
    assert "not asked at a team_site" in outcome.err


def test_a_place_that_cannot_be_written_is_one_sentence(run, tmp_path):
    outcome = run("template", "--kind", "workbook", "-o", str(tmp_path))
    assert outcome.code == 1
    assert "cannot be written" in outcome.err


def test_the_workbook_of_the_programme_is_written_blank_or_filled(run, tmp_path):
    outcome = run("template", "--kind", "programme", "-o", "programme.xlsx")
    assert "import programme.xlsx" in outcome.out
    assert (tmp_path / "programme.xlsx").read_bytes() == template_programme.workbook()
    lesson = (
        "lesson_code,title,lesson_kind,state,words,recorded_on,source\n"
        "LESSON-1,Batteries,lesson,draft,Radios failed.,2026-01-05,Invented\n"
    )
    (tmp_path / "lessons.csv").write_text(lesson, encoding="utf-8")
    assert "1 new" in run("import", "lessons.csv").out
    assert run("template", "--kind", "programme", "--filled", "-o", "filled.xlsx").code == 0
    assert "held already just so" in run("import", "filled.xlsx").out


@pytest.mark.parametrize(
    "arguments",
    [("--kind", "workbook", "--filled"), ("--kind", "programme", "--mission", "UNMISS")],
)
def test_what_does_not_fit_the_kind_of_template_is_not_understood(run, arguments):
    assert run("template", *arguments).code == 2
