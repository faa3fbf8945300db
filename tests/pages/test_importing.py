"""Checking a file, reading its report, and keeping it as a draft."""

import shutil
from pathlib import Path

import pytest

from pages.ui import sign_in
from unpol_data.access import LOCAL, Viewer
from unpol_data.filters import Filters
from unpol_data.queries import assessments
from unpol_data.store import open_store, reading

DRAFT = Path(__file__).parents[2] / "sample_data" / "MINUSCA-2026-draft.xlsx"
BAD = b"site_code,measured_on,downlink_mbps\nMINUSCA-BAMBARI,2026-13-01,fast\n"
RATINGS = b"threat_code,level_now,level_emerging,rated_on,source\nieds,3,4,2026-03-02,Test\n"


@pytest.fixture
def store(empty_file, tmp_path) -> Path:
    return Path(shutil.copy(empty_file, tmp_path / "store.db"))


@pytest.fixture
def page(frame, store):
    return frame(store, url_path="import")


@pytest.fixture
def given(finished):
    """The page once the file is chosen and checked."""

    def checked(app, name: str, content: bytes):
        return finished(app.file_uploader(key="import_file").set_value((name, content, "")).run())

    return checked


def held(store: Path) -> list[str]:
    engine = open_store(f"sqlite:///{store}")
    with reading(engine) as connection:
        rows = assessments.assessments(connection, Filters(), LOCAL)
    engine.dispose()
    return list(rows["state"])


def said(elements) -> str:
    return " ".join(element.value for element in elements).replace("\\", "")


def test_the_limits_and_the_steps_are_printed(page):
    assert "at most 25 MB" in said(page.caption)
    assert "Save as draft" in said(page.markdown)
    assert page.download_button(key="download_template")


@pytest.mark.parametrize("name", ["links.csv", "links.xls", "links.txt"])
def test_a_wrong_file_is_told_row_by_row_and_nothing_is_kept(page, store, given, finished, name):
    app = given(page, name, BAD)
    assert not app.exception
    assert "was refused" in said(app.error)
    problems = app.table[-1].value
    assert {"Sheet", "Rows", "Column", "Found", "Expected", "Severity"} <= set(problems.columns)
    assert problems["Found"].str.contains("fast").any()
    assert "save_as_draft" not in [button.key for button in app.button]
    assert held(store) == []


def test_a_right_file_is_checked_first_and_kept_only_on_asking(page, store, given, finished):
    app = given(page, DRAFT.name, DRAFT.read_bytes())
    assert "is right" in said(app.success)
    assert "Nothing is stored yet" in said(app.success)
    assert held(store) == []
    finished(app.button(key="save_as_draft").click().run())
    assert "was imported as assessment 1 of MINUSCA" in said(app.success)
    assert held(store) == ["draft"]
    assert app.get("page_link")


def test_the_same_content_twice_is_said_to_be_held(page, store, given, finished):
    content = DRAFT.read_bytes()
    finished(given(page, DRAFT.name, content).button(key="save_as_draft").click().run())
    app = given(page, "copy.xlsx", content)
    assert "held already as assessment 1 (draft)" in said(app.info)
    assert "save_as_draft" not in [button.key for button in app.button]
    assert held(store) == ["draft"]


def test_the_same_file_brought_again_is_not_told_by_its_old_message(page, store, given, finished):
    content = DRAFT.read_bytes()
    app = finished(given(page, DRAFT.name, content).button(key="save_as_draft").click().run())
    assert "was imported" in said(app.success)
    app = given(app, DRAFT.name, content)
    assert "was imported" not in said(app.success)
    assert "held already as assessment 1 (draft)" in said(app.info)


def test_equal_problems_stand_in_one_line_that_names_their_rows(page, given):
    rows = b"".join(b"MINUSCA-BAMBARI,2026-03-%02d,fast\n" % day for day in range(1, 10))
    app = given(page, "links.csv", b"site_code,measured_on,downlink_mbps\n" + rows)
    problems = app.table[-1].value
    assert set(problems["Rows"]) == {"2, 3, 4 and 6 more"}
    assert len(problems) < 9


def test_a_table_without_sites_asks_for_its_mission(page, store, given, finished):
    app = given(page, "ratings.csv", RATINGS)
    assert "do not tell which mission they are of; name the mission." in said(app.error)
    assert "--" not in said(app.error)
    finished(app.selectbox(key="import_mission").select("UNMISS").run())
    assert "is right" in said(app.success)
    finished(app.button(key="save_as_draft").click().run())
    assert "of UNMISS" in said(app.success)


def asked_beside(app) -> set[str]:
    keys = {one.key for one in (*app.selectbox, *app.text_input, *app.checkbox)}
    return keys & {"import_mission", "import_source", "import_reference", "import_illustrative"}


def test_what_is_asked_beside_a_file_depends_on_what_it_is_and_not_on_its_name(page, given):
    app = given(page, "draft.csv", DRAFT.read_bytes())
    assert "is right" in said(app.success)
    assert asked_beside(app) == set()
    app = given(page, "ratings.xlsx", RATINGS)
    assert len(asked_beside(app)) == 4
    submissions = b'{"count": 1, "results": [{"_id": 1, "_uuid": "u", "about/side": "unpol"}]}'
    app = given(page, "ratings.csv", submissions)
    assert asked_beside(app) == {"import_mission", "import_illustrative"}
    app = given(page, "form.xml", b'<h:html xmlns="http://www.w3.org/2002/xforms"/>')
    assert "upload the submissions" in said(app.error)
    assert asked_beside(app) == set()


def test_a_file_of_another_kind_is_refused_in_a_sentence(page, given, finished):
    assert "was not read" in said(given(page, "brief.xlsx", b"%PDF-1.7").error)


def test_who_may_not_import_is_told_so(frame, store, monkeypatch):
    monkeypatch.setattr(sign_in, "LOCAL", Viewer("ada", None, 2, frozenset({"viewer"})))
    app = frame(store, url_path="import")
    assert "not import them" in said(app.info)
    assert not app.file_uploader


def test_a_check_is_stopped_by_its_button_and_nothing_is_kept(page, store):
    app = page.file_uploader(key="import_file").set_value((DRAFT.name, DRAFT.read_bytes(), ""))
    app = app.run().button(key="stop_work").click().run()
    assert "was stopped; nothing of it was kept" in said(app.info)
    assert held(store) == []
    assert app.button(key="check_again")


def test_a_check_that_was_stopped_can_be_done_again(page, given, finished):
    app = page.file_uploader(key="import_file").set_value((DRAFT.name, DRAFT.read_bytes(), ""))
    app = app.run().button(key="stop_work").click().run()
    assert "is right" in said(finished(app.button(key="check_again").click().run()).success)


def test_what_a_file_would_change_is_told_before_it_is_kept(page, given):
    app = given(page, DRAFT.name, DRAFT.read_bytes())
    counts = next(table.value for table in app.table if "Missing this time" in table.value.columns)
    assert set(counts["Sheet"].str.strip("*")) >= {"sites", "answers"}
    assert set(counts["Changed"]) == {"0"}
    assert app.download_button(key="download_unpol_import_changes")


def test_fetching_is_off_where_no_server_is_named(page):
    assert "Fetching from a server is off here" in said(page.markdown)


def test_records_of_the_programme_are_saved_without_approval(page, given, finished):
    lesson = (
        b"lesson_code,title,lesson_kind,state,words,recorded_on,source\n"
        b"LESSON-1,Batteries,lesson,draft,Radios failed.,2026-01-05,Invented\n"
    )
    app = given(page, "lessons.csv", lesson)
    assert "1 new record and 0 changed records" in said(app.success)
    save = app.button(key="save_as_draft")
    assert save.label == "Save these records"
    app = finished(save.click().run())
    assert "lessons.csv was imported: 1 new, 0 changed, 0 the same" in said(app.success)
    assert "Records need no approval" in said(app.success)
