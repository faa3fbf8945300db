"""The return command."""


def test_what_was_submitted_becomes_a_draft_again(run, workbook):
    run("import", str(workbook))
    run("submit", "1")
    outcome = run("return", "1", "--reason", "Two sites are missing")
    assert (outcome.code, outcome.out) == (0, "Assessment 1 is a draft again.\n")
    assert run("submit", "1").code == 0


def test_sending_back_needs_a_reason(run, workbook):
    run("import", str(workbook))
    run("submit", "1")
    assert run("return", "1").code == 2
    blank = run("return", "1", "--reason", " ")
    assert (blank.code, "with a reason" in blank.err) == (1, True)
