"""The init command and the sample."""

import shutil

import openpyxl
import pytest
from sqlalchemy import delete

from unpol_data.cli import sample
from unpol_data.settings import settings
from unpol_data.store import open_store, writing
from unpol_data.store.tables import SignalSearch

COLUMNS = "file,kind,mission_code,published_on,source\n"


@pytest.fixture
def folder(tmp_path, monkeypatch, workbook):
    """A sample of one workbook, twice listed by the test."""
    folder = tmp_path / "sample"
    folder.mkdir()
    shutil.copy(workbook, folder / "malakal.xlsx")
    (folder / "manifest.csv").write_text(
        COLUMNS + "malakal.xlsx,assessment,UNMISS,2026-03-31,Invented\n", encoding="utf-8"
    )
    monkeypatch.setattr(sample, "FOLDER", folder)
    return folder


def test_init_creates_the_store_and_may_be_repeated(run, tmp_path):
    assert run("init").code == 0
    assert (tmp_path / "store" / "unpol.db").is_file()
    assert run("init").code == 0


def test_a_store_from_before_there_were_signals_is_searched_for_them_once(run, folder):
    run("init", "--sample")
    engine = open_store(settings().store_url)
    with writing(engine) as connection:
        connection.execute(delete(SignalSearch))
    engine.dispose()
    assert "Searched for signals: UNMISS." in run("init").out
    assert "Searched" not in run("init").out


def test_the_sample_goes_in_by_the_door_users_have(run, folder):
    outcome = run("init", "--sample")
    assert (outcome.code, outcome.err) == (0, "")
    assert "1/1 malakal.xlsx: counts from 2026-03-31" in outcome.out


def test_the_sample_goes_into_an_empty_store_only(run, folder):
    run("init", "--sample")
    outcome = run("init", "--sample")
    assert outcome.code == 1
    assert "The store holds 1 assessment already" in outcome.err


def test_an_interrupted_load_is_taken_up_where_it_ended(run, folder, workbook):
    run("init", "--sample")
    book = openpyxl.load_workbook(workbook)
    book["sites"]["B2"] = "Malakal town"
    book.save(folder / "later.xlsx")
    with (folder / "manifest.csv").open("a", encoding="utf-8") as lines:
        lines.write("later.xlsx,assessment,UNMISS,2026-04-30,Invented\n")
    outcome = run("init", "--sample")
    assert (outcome.code, outcome.err) == (0, "")
    assert "2/2 later.xlsx: counts from 2026-04-30" in outcome.out


def test_the_sample_does_not_go_beside_what_was_really_assessed(run, folder, workbook):
    workbook.rename(workbook.with_name("mine.xlsx"))
    run("import", "mine.xlsx")
    assert "goes into an empty store only" in run("init", "--sample").err.replace("\n", " ")


def test_a_sample_file_without_date_stays_a_draft(run, folder, count):
    (folder / "manifest.csv").write_text(
        COLUMNS + "malakal.xlsx,assessment,UNMISS,,Invented\n", encoding="utf-8"
    )
    assert "malakal.xlsx: stays a draft" in run("init", "--sample").out
    assert count().code == 0


@pytest.mark.parametrize("done", [0, 1, 2])
def test_a_load_that_ended_before_approval_is_taken_up_at_the_step_it_left(
    run, folder, workbook, done
):
    run("import", str(folder / "malakal.xlsx"))
    for command in ("submit", "review")[:done]:
        run(command, "1")
    assert "malakal.xlsx: counts from 2026-03-31" in run("init", "--sample").out


@pytest.mark.parametrize("missing", ["manifest.csv", "malakal.xlsx"])
def test_a_missing_sample_file_is_one_sentence(run, folder, missing):
    (folder / missing).unlink()
    outcome = run("init", "--sample")
    assert outcome.code == 1
    assert missing in outcome.err
    assert outcome.err.count("\n") == 1


@pytest.mark.parametrize(
    ("listed", "words"),
    [
        ("file,kind\n", "must have the columns"),
        (COLUMNS + "malakal.xlsx,assessment,UNMISS,March,Invented\n", "published_on 'March'"),
        (COLUMNS + "malakal.xlsx,assessment,UNMIK,,Invented\n", "was refused"),
    ],
)
def test_a_wrong_list_is_refused_in_words(run, folder, listed, words):
    (folder / "manifest.csv").write_text(listed, encoding="utf-8")
    outcome = run("init", "--sample")
    assert outcome.code == 1
    assert words in outcome.err


LESSON = (
    "lesson_code,title,lesson_kind,state,words,recorded_on,source,illustrative\n"
    "LESSON-1,Batteries,lesson,draft,Radios failed.,2026-01-05,Invented,{invented}\n"
)


def test_the_programme_of_the_sample_is_in_force_at_once(run, folder):
    (folder / "lessons.csv").write_text(LESSON.format(invented="yes"), encoding="utf-8")
    with (folder / "manifest.csv").open("a", encoding="utf-8") as lines:
        lines.write("lessons.csv,programme,,2026-03-31,Invented\n")
    outcome = run("init", "--sample")
    assert (outcome.code, outcome.err) == (0, "")
    assert "2/2 lessons.csv: records in force" in outcome.out
    assert "The store holds 1 assessment already" in run("init", "--sample").err


def test_the_sample_does_not_go_beside_a_real_programme(run, folder, tmp_path):
    (tmp_path / "lessons.csv").write_text(LESSON.format(invented="no"), encoding="utf-8")
    assert run("import", "lessons.csv").code == 0
    assert "The store holds records of the programme already" in run("init", "--sample").err
