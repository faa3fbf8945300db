"""By what a server knows a submission."""

from datetime import datetime

from unpol_data.ingest.submissions import origin
from unpol_data.ingest.submissions.shape import Record, Submission


def noted(**added) -> Submission:
    submission = Submission(Record("", 1))
    origin.note_origin(submission, added)
    return submission


def test_the_same_submission_has_one_identity_in_every_format():
    found = {
        noted(_uuid="AB-1").uuid,
        noted(key="uuid:ab-1").uuid,
        noted(__id="uuid:AB-1", instanceid="uuid:other").uuid,
        noted(instanceid="uuid:ab-1").uuid,
    }
    assert found == {"ab-1"}


def test_moments_of_sending_can_be_compared():
    local = noted(_submission_time="2026-03-09T12:00:00+03:00").sent_at
    assert local == noted(submissiondate="2026-03-09T09:00:00.000Z").sent_at
    assert local == noted(_submission_time=datetime(2026, 3, 9, 9)).sent_at
    assert noted(_submission_time="yesterday").sent_at == "yesterday"


def test_what_the_file_does_not_say_is_empty():
    found = noted()
    assert (found.uuid, found.replaces, found.sent_at) == ("", "", "")


def test_names_are_told_without_group_and_capitals():
    assert origin.added_name("meta-instanceID") == "instanceid"
    assert origin.added_name("__system/submissionDate") == "submissiondate"
