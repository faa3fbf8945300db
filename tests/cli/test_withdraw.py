"""The withdraw command."""


def test_what_counts_is_withdrawn_with_a_reason_and_may_come_again(run, workbook, count):
    run("import", str(workbook))
    count()
    outcome = run("withdraw", "1", "--reason", "Wrong mission")
    assert outcome.out == "Assessment 1 is withdrawn; its facts are kept.\n"
    assert run("withdraw", "1", "--reason", "Again").code == 1
    assert "as assessment 2" in run("import", str(workbook)).out


def test_withdrawing_needs_a_reason(run, workbook):
    run("import", str(workbook))
    assert run("withdraw", "1").code == 2
