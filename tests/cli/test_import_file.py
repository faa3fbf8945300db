"""The import command."""

import json

import openpyxl


def test_a_workbook_goes_in_and_is_known_again(run, workbook):
    first = run("import", str(workbook))
    assert (first.code, first.err) == (0, "")
    assert "was imported as assessment 1 of UNMISS (draft): 3 rows." in first.out
    again = run("import", str(workbook))
    assert again.code == 0
    assert again.out == "Already held as assessment 1; nothing changed.\n"


def test_a_dry_run_leaves_the_store_as_it_was(run, workbook):
    assert "Dry run: nothing stored." in run("import", str(workbook), "--dry-run").out
    assert "as assessment 1 of" in run("import", str(workbook)).out


def test_problems_end_with_1_and_are_all_named(run, workbook):
    book = openpyxl.load_workbook(workbook)
    book["equipment"]["F2"] = 12
    book["sites"]["C2"] = "teamsite"
    book.save(workbook)
    outcome = run("import", str(workbook))
    assert outcome.code == 1
    assert outcome.out.splitlines() == [
        "error: sheet sites, row 2, column site_kind: 'teamsite' was found, expected team_site",
        "error: sheet equipment, row 2, column serviceable: 12 is more than held 9",
        "malakal.xlsx was refused: 2 problems to put right; nothing was stored.",
    ]


def test_json_is_all_that_is_printed(run, workbook):
    outcome = run("import", str(workbook), "--json")
    told = json.loads(outcome.out)
    assert (outcome.code, outcome.err) == (0, "")
    assert told["assessment_id"] == 1
    assert sum(told["fine_rows"].values()) == 3


def test_a_refusal_as_json_still_ends_with_1(run, tmp_path):
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"PK\x03\x04")
    outcome = run("import", str(path), "--json")
    assert outcome.code == 1
    assert json.loads(outcome.out)["refused"]


def test_a_file_that_is_not_there_is_one_sentence(run):
    outcome = run("import", "nowhere.xlsx")
    assert (outcome.code, outcome.err) == (1, "There is no file nowhere.xlsx.\n")


TABLE = "Place;Date of test;Down\nJuba;14/03/2026;12,300\n"
MAPPING = [
    "--kind=measurements",
    "--map=Place=site_code",
    "--map=Date of test=measured_on",
    "--map=Down=downlink_mbps:kbit/s",
]


def test_columns_of_others_are_told_with_the_command(run, workbook, tmp_path):
    run("import", str(workbook))
    path = tmp_path / "links.csv"
    path.write_text(TABLE.replace("Juba", "Malakal"))
    asked = run("import", str(path))
    assert asked.code == 1
    assert "Found: Place, Date of test, Down. Needed: site_code, measured_on" in asked.out
    outcome = run("import", str(path), *MAPPING, "--set=note=by hand")
    assert outcome.code == 0
    assert "column Down: 12,300 kbit/s read as 12.3 Mbit/s" in outcome.out
    assert "was imported as assessment 2 of UNMISS (draft): 1 row, 1 warning." in outcome.out


def test_what_cannot_be_a_mapping_is_refused_in_a_sentence(run, tmp_path):
    path = tmp_path / "links.csv"
    path.write_text(TABLE)
    outcome = run("import", str(path), "--map=Place=site_code")
    assert (outcome.code, outcome.out) == (1, "")
    assert outcome.err.startswith("Say with --kind what the table holds: sites, ")
    outcome = run("import", str(path), "--kind=sites", "--map=Place=nam")
    assert outcome.err == "'nam' is not a column of sites; expected name.\n"


def test_the_document_of_earlier_findings_is_told_with_the_command(run, workbook, tmp_path):
    run("import", str(workbook))
    path = tmp_path / "findings.csv"
    path.write_text(
        "site_code,item_code,side,state,value,evidence_grade,answered_on\n"
        "UNMISS-MALAKAL,COM-PER-3,unpol,answered,2,document,2026-03-01\n"
    )
    assert "no document is named" in run("import", str(path), "--dry-run").out
    named = ["--source=Standing Police Capacity", "--reference=SPC end-of-mission report, Mar 2025"]
    outcome = run("import", str(path), *named)
    assert outcome.code == 0
    assert "no document is named" not in outcome.out
