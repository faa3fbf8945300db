"""Answers where several submissions answer."""

from tests.ingest.submissions.conftest import messages, read_json, small


def test_the_later_of_two_answers_counts_and_both_rows_are_named():
    later = small(uuid="u2", sent_at="2026-03-12T10:00:00", com_per_3="1")
    for entries in ((small(), later), (later, small())):
        found = read_json(*entries)
        rows = found.tables["answers"].set_index("item_code")
        assert rows.loc["COM-PER-3", "value"] == "1"
        (message,) = (one for one in messages(found) if "otherwise" in one)
        assert "(COM-PER-3)" in message
        assert "row 1" in message
        assert "row 2" in message


def test_what_only_the_earlier_one_answers_is_kept():
    later = small(uuid="u2", sent_at="2026-03-12T10:00:00", com_per_3_state=None, com_per_3=None)
    later.pop("communications/com_per_3_grade")
    assert len(read_json(small(), later).tables["answers"]) == 3


def test_the_two_sides_of_a_site_are_never_mixed():
    found = read_json(small(), small(uuid="u2", side="host_state", com_per_3=None))
    assert not any("otherwise" in one for one in messages(found))
    assert len(found.tables["answers"]) == 6


def test_each_answer_says_how_it_was_obtained_and_a_hybrid_visit_does_not():
    remote = small(uuid="u2", site_code="UNMISS-YEI", modality="remote")
    hybrid = small(uuid="u3", site_code="UNMISS-WAU", modality="hybrid")
    found = read_json(small(), remote, hybrid)
    said = found.tables["answers"].drop_duplicates("site_code")["modality"].tolist()
    assert said == ["in_person", "remote", None]
    (message,) = (one for one in messages(found) if "hybrid" in one)
    assert message.startswith("row 3, column about/modality: the visit was hybrid, but 2 answers")


def test_a_wrong_answer_is_told_at_its_place_in_the_file():
    found = messages(read_json(small(com_per_3="5", com_per_1_needed=None)))
    assert found == [
        "row 1, column communications/com_per_3: '5' does not answer COM-PER-3; expected a "
        "level: 0, 1, 2, 3 or 4",
        "row 1, column communications/com_per_1_needed: a count needs how many are needed, above "
        "0 (where none is needed the state is not_applicable)",
    ]
