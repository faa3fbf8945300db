"""The submit command."""

import sqlite3
from contextlib import closing


def test_a_draft_is_handed_in_once(run, workbook):
    run("import", str(workbook))
    outcome = run("submit", "1")
    assert (outcome.code, outcome.out) == (0, "Assessment 1 is submitted and waits for review.\n")
    again = run("submit", "1")
    assert again.code == 1
    assert again.err.startswith("Assessment 1 is submitted; only one that is draft")


def test_what_must_be_put_right_first_is_told_row_by_row(run, workbook, tmp_path):
    run("import", str(workbook))
    with closing(sqlite3.connect(tmp_path / "store" / "unpol.db")) as store, store:
        store.execute("UPDATE equipment_lines SET evidence_grade = NULL")
    outcome = run("submit", "1")
    assert outcome.code == 1
    first, last = outcome.err.splitlines()
    assert first.startswith("equipment, Malakal: ")
    assert first.endswith(", evidence grade: nothing stands here, a value is needed")
    assert last == "Not submitted: 1 problem to put right first. Nothing was changed."
    assert run("review", "1").code == 1
