"""The approve command."""


def test_a_draft_is_approved_and_counts_from_the_date(run, workbook):
    run("import", str(workbook))
    outcome = run("approve", "1", "--published-on", "2026-03-31")
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == "Assessment 1 is approved and counts from 2026-03-31.\n"


def test_what_is_no_draft_cannot_be_approved(run, workbook):
    run("import", str(workbook))
    run("approve", "1", "--published-on", "2026-03-31")
    outcome = run("approve", "1", "--published-on", "2026-03-31")
    assert outcome.code == 1
    assert outcome.err.startswith("Assessment 1 is approved")


def test_an_assessment_that_is_not_there_is_one_sentence(run):
    run("init")
    outcome = run("approve", "7")
    assert outcome.code == 1
    assert "There is no assessment 7" in outcome.err


def test_a_date_that_is_none_is_a_usage_error(run):
    assert run("approve", "1", "--published-on", "soon").code == 2
