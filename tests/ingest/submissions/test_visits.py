"""Where, when and of which side a submission is."""

from tests.ingest.submissions.conftest import messages, read_json, small


def test_a_day_that_is_none_is_told_once_and_not_for_every_answer():
    found = messages(read_json(small(assessed_on="9 March")))
    assert found == [
        "row 1, column about/assessed_on: '9 March' was found, expected a date such as 2026-03-31"
    ]


def test_a_side_that_is_none_is_told_once():
    found = messages(read_json(small(side="police"), small(uuid="u2")))
    assert [one for one in found if "side" in one] == [
        "row 1, column about/side: 'police' was found, expected one of unpol, host_state"
    ]


def test_a_submission_without_site_is_told():
    found = messages(read_json(small(site_code=None), small(uuid="u2")))
    assert found[0] == "row 1, column site_code: nothing stands here, a value is needed"
