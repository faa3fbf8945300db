"""Tables: CSV files, workbooks, archives."""

import pytest

from unpol_data.ingest.submissions import flat

MAIN = ("_index", "_uuid", "site_code", "side", "com_per_3_state", "com_per_3")
FIRST = (1, "u1", "UNMISS-BOR", "unpol", "answered", "3")
COUNTS = ("equipment_code", "held", "_parent_index", "_submission__uuid")


def table(*rows: tuple, name: str = "") -> tuple[str, list]:
    return name, [[number, list(row)] for number, row in enumerate(rows, start=1)]


def sent(*sheets, **options) -> flat.Sent:
    return flat.sent(flat.tables(sheets), **options)


def test_rows_keep_the_numbers_and_headings_of_the_file():
    (one,) = sent(table(MAIN, FIRST)).submissions
    assert (one.main.row, one.uuid) == (2, "u1")
    assert one.main.heading("com_per_3") == "com_per_3"


@pytest.mark.parametrize("link", [(1, None), (1.0, None), (None, "u1")])
def test_lines_find_their_submission_by_number_or_by_uuid(link):
    counts = table(COUNTS, ("vhf_handheld", 4, *link), name="repeat")
    (one,) = sent(table(MAIN, FIRST, name="form"), counts).submissions
    (line,) = one.lines("equipment_lines")
    assert (line.sheet, line.row, line.value("held")) == ("repeat", 2, 4)


def test_a_line_of_no_submission_is_an_error_at_its_row():
    counts = table(COUNTS, ("vhf_handheld", 4, 9, "u9"), name="repeat")
    found = sent(table(MAIN, FIRST, name="form"), counts)
    (problem,) = found.notes
    assert (problem.sheet, problem.row, problem.severity) == ("repeat", 2, "error")
    assert "belongs to no submission" in problem.words


def test_one_question_under_two_headings_has_one_answer():
    headings = (*MAIN, "communications/com_per_3")
    assert sent(table(headings, (*FIRST, "3"))).notes == []
    (problem,) = sent(table(headings, (*FIRST, "2"))).notes
    assert problem.message == (
        "row 2, column communications/com_per_3: '2' was found, but com_per_3 says '3'"
    )


def test_words_for_nothing_are_nothing():
    (one,) = sent(table(MAIN, (*FIRST[:5], "n/a")), blanks=("n/a",)).submissions
    assert one.main.value("com_per_3") is None


def test_an_answer_without_heading_and_an_unknown_one_are_pointed_out():
    found = sent(table((*MAIN, None, "Region"), (*FIRST, "x", "North"))).notes
    assert [one.column for one in found] == ["(without heading, position 7)", "Region"]


def test_empty_rows_are_no_submissions():
    assert len(sent(table(MAIN, FIRST, (2, None, None, None))).submissions) == 1


def test_the_names_of_lines_are_not_read_as_answers_of_the_visit():
    (one,) = sent(table((*MAIN, "held"), (*FIRST, 4))).submissions
    assert one.main.value("held") is None


def test_tables_of_another_form_ask_nothing_of_ours():
    assert not flat.asks_of_sites(flat.tables([table(("name", "age"), ("Bob", 25))]))
