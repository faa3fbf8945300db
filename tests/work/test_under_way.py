"""Work on a file can be followed, stopped and left, and the store is whole afterwards."""

import os
import shutil
import time
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import func, select

from unpol_data.access import LOCAL, NotPermitted, Viewer
from unpol_data.settings import settings
from unpol_data.store import StoreError, open_store, reading
from unpol_data.store.tables import Answer, Assessment, AuditEntry, Revision
from unpol_data.work import files
from unpol_data.work.under_way import Stopped, UnderWay

ROOT = Path(__file__).parents[2]
DRAFT = ROOT / "sample_data" / "MINUSCA-2026-draft.xlsx"
TODAY = date(2026, 11, 1)


@pytest.fixture(params=["sqlite", "postgresql"])
def at(request, empty_file, tmp_path):
    """The settings for an empty store of its own, on each database in turn."""
    if request.param == "postgresql":
        url = request.getfixturevalue("postgres_url")
    else:
        url = f"sqlite:///{shutil.copy(empty_file, tmp_path / 'store.db')}"
    return replace(settings({}), store_url=url)


def begun(at, *, viewer=LOCAL, dry_run=False, **more) -> UnderWay:
    """The work of keeping the draft of the sample."""
    asked = {"dry_run": dry_run}
    content = DRAFT.read_bytes()
    given = {"viewer": viewer, "settings": at, "today": TODAY, "asked": asked}
    return files.import_under_way(content, DRAFT.name, **given, **more)


def held(at) -> tuple[int, ...]:
    """How many assessments, answers, acts and revisions the store holds."""
    engine = open_store(at.store_url)
    with reading(engine) as connection:
        tables = (Assessment, Answer, AuditEntry, Revision)
        counts = tuple(
            connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table in tables
        )
    engine.dispose()
    return counts


def processes_in(group: int) -> list[str]:
    """The processes of a group that are not yet gone."""
    found = []
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            state, _, of_group = stat.read_text().rpartition(")")[2].split()[:3]
        except OSError:
            continue
        if int(of_group) == group and state != "Z":
            found.append(stat.parent.name)
    return found


def test_keeping_elsewhere_tells_its_steps_and_keeps(at):
    work = begun(at)
    steps = [step for step, _ in work.told()]
    assert steps == [
        "Opening the store",
        "Reading the file",
        "Checking every row",
        "Keeping the rows",
    ]
    report = files.report(work)
    assert (report.mission_code, report.held_state) == ("MINUSCA", "draft")
    assert held(at)[0] == 1


@pytest.mark.parametrize("step", ["Opening", "Reading", "Checking", "Keeping"])
def test_work_stopped_at_any_step_leaves_the_store_as_it_was_or_keeps_all(at, step):
    before = held(at)
    work = begun(at)
    for said, _ in work.told():
        if said.startswith(step):
            work.stop()
    group = work.process_group
    assert not processes_in(group)
    try:
        kept = bool(files.report(work).assessment_id)
    except Stopped:
        kept = False
    assert (held(at)[0] > before[0]) == kept
    assert kept or held(at) == before
    assert files.report(begun(at)).held_state == "draft"


def test_a_process_killed_from_outside_while_it_keeps_leaves_nothing(at):
    before = held(at)
    work = begun(at)
    for said, _ in work.told():
        if said.startswith("Keeping"):
            os.kill(work.process_group, 9)
    with pytest.raises(StoreError, match="the log of the server says why"):
        work.result()
    assert held(at) == before


@pytest.fixture
def here(empty_file, tmp_path):
    """The settings for an empty store in a file."""
    url = f"sqlite:///{shutil.copy(empty_file, tmp_path / 'store.db')}"
    return replace(settings({}), store_url=url)


def test_a_check_nobody_looks_at_is_stopped(here):
    work = begun(here, dry_run=True, left_seconds=0.3)
    until = time.monotonic() + 20
    while not work._over.is_set() and time.monotonic() < until:
        time.sleep(0.1)
    with pytest.raises(Stopped, match="Nobody waited"):
        work.result()
    assert not processes_in(work.process_group)


def test_keeping_goes_on_when_nobody_looks(here):
    work = begun(here, left_seconds=0.3)
    assert work._left_seconds is None
    assert files.report(work).held_state == "draft"


def test_its_folder_is_gone_when_it_is_over(here):
    work = begun(here, dry_run=True)
    folder = work._folder
    assert folder.is_dir()
    work.stop()
    assert not folder.exists()


def test_the_report_comes_back_as_it_was_made(here):
    found = files.report(begun(here, dry_run=True))
    assert found.dry_run
    assert found.fine_rows["sites"] > 0
    assert found.difference.counts["new"].sum() > 100
    assert files.report(begun(here, dry_run=True)).content_digest == found.content_digest


def test_the_work_is_done_for_the_viewer_and_for_nobody_else(here):
    reader = Viewer("eve", None, 2, frozenset({"viewer"}))
    with pytest.raises(NotPermitted, match="eve may not record assessment"):
        begun(here, viewer=reader).result()


def test_what_the_process_did_not_expect_stands_in_the_log(here, capfd):
    work = UnderWay("import", {"nonsense": 1}, viewer=LOCAL, settings=here)
    with pytest.raises(StoreError, match="the log of the server says why"):
        work.result()
    assert "TypeError" in capfd.readouterr().err
