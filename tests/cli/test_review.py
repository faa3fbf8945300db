"""The review command."""


def test_what_was_submitted_is_reviewed(run, workbook):
    run("import", str(workbook))
    assert run("review", "1").code == 1
    run("submit", "1")
    outcome = run("review", "1")
    assert (outcome.code, outcome.out) == (0, "Assessment 1 is reviewed and waits for approval.\n")
