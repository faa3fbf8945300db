"""What is asked beside a file is what a file of its format does not say."""

from unpol_data.ingest.readers import kobo_table, odk_archive, our_table, our_workbook, programme
from unpol_data.ingest.readers_known import READERS
from unpol_data.ingest.unsaid import unsaid


def test_a_file_nobody_reads_and_one_that_says_all_leave_nothing_to_say():
    assert [unsaid(name) for name in ("", our_workbook.NAME, programme.NAME)] == [(), (), ()]


def test_submissions_leave_open_which_mission_is_wanted_and_whether_they_are_a_trial():
    for form in (kobo_table, odk_archive):
        assert unsaid(form.NAME) == ("mission", "illustrative")


def test_a_single_table_leaves_open_where_it_comes_from():
    assert unsaid(our_table.NAME) == ("mission", "source", "reference", "illustrative")


def test_every_reader_but_two_leaves_the_mission_open():
    without = [one.NAME for one in READERS if "mission" not in unsaid(one.NAME)]
    assert without == [our_workbook.NAME, programme.NAME]
