"""The submit command."""


def test_a_draft_is_handed_in_once(run, workbook):
    run("import", str(workbook))
    outcome = run("submit", "1")
    assert (outcome.code, outcome.out) == (0, "Assessment 1 is submitted and waits for review.\n")
    again = run("submit", "1")
    assert again.code == 1
    assert again.err.startswith("Assessment 1 is submitted; only one that is draft")
