"""The approve command."""


def test_what_was_reviewed_is_approved_and_counts_from_the_date(run, workbook, count):
    run("import", str(workbook))
    outcome = count()
    assert (outcome.code, outcome.err) == (0, "")
    assert outcome.out == "Assessment 1 is approved and counts from 2026-03-31.\n"


def test_what_counts_already_cannot_be_approved(run, workbook, count):
    run("import", str(workbook))
    count()
    outcome = run("approve", "1", "--published-on", "2026-03-31")
    assert outcome.code == 1
    assert outcome.err.startswith("Assessment 1 is approved")


def test_a_draft_is_told_what_has_to_happen_first(run, workbook):
    run("import", str(workbook))
    outcome = run("approve", "1")
    assert outcome.code == 1
    assert outcome.err == "Assessment 1 is a draft; it has to be submitted and reviewed first.\n"


def test_a_day_before_the_visit_ended_or_still_to_come_is_refused(run, workbook, count):
    run("import", str(workbook))
    early = count(on="2026-03-04")
    assert early.code == 1
    assert early.err.startswith("Assessment 1 was made up to 2026-03-05; let it count from")
    late = run("approve", "1", "--published-on", "2999-01-01")
    assert (late.code, "which is still to come" in late.err) == (1, True)
    assert run("approve", "1", "--published-on", "2026-03-05").code == 0


def test_an_assessment_that_is_not_there_is_one_sentence(run):
    run("init")
    outcome = run("approve", "7")
    assert outcome.code == 1
    assert "There is no assessment 7" in outcome.err


def test_a_date_that_is_none_is_a_usage_error(run):
    assert run("approve", "1", "--published-on", "soon").code == 2
