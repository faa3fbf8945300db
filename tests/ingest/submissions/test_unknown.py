"""Headings that are no questions."""

from tests.ingest.submissions.conftest import messages, read_json, small


def test_a_field_the_form_does_not_know_is_told_once_at_its_column():
    entries = [
        small(**{"about/wifi": "good"}),
        small(uuid="u2", site_code="UNMISS-YEI", site_name="Yei"),
    ]
    entries[1]["about/wifi"] = "bad"
    assert messages(read_json(*entries)) == [
        "column about/wifi: this is not a question of the form; 2 answers under it were not read"
    ]


def test_a_question_of_an_older_form_is_told_too():
    (message,) = messages(read_json(small(**{"communications/com_old_9_state": "answered"})))
    assert "com_old_9_state: this is not a question of the form; 1 answer under it was" in message
