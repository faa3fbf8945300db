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


def outcome(found):
    """Value and modality of COM-PER-3: of the answer that counts, then of each replaced one."""
    frames = [found.tables["answers"], *found.replaced.values()]
    rows = [frame[frame["item_code"] == "COM-PER-3"] for frame in frames]
    return [tuple(one) for frame in rows for one in frame[["value", "modality"]].to_numpy()]


CALL = {"uuid": "call", "modality": "remote", "com_per_3": "1", "assessed_on": "2026-03-02"}
SEEN = ("3", "in_person")
TOLD = ("1", "remote")


def test_the_later_visit_counts_though_it_was_sent_first_and_the_call_is_kept():
    call = small(sent_at="2026-03-20T10:00:00", **CALL)
    for entries in ((small(), call), (call, small())):
        found = read_json(*entries)
        assert outcome(found) == [SEEN, TOLD]
        (message,) = (one for one in messages(found) if "otherwise" in one)
        assert "is of the later visit and counts, the earlier answer is kept beside it" in message


def test_on_one_day_what_was_seen_counts_whatever_was_sent_later():
    call = small(sent_at="2026-03-20T10:00:00", **{**CALL, "assessed_on": "2026-03-09"})
    found = read_json(small(), call)
    assert outcome(found) == [SEEN, TOLD]
    assert any("was in person and counts" in one for one in messages(found))


def test_a_later_call_counts_and_what_was_seen_before_is_kept():
    found = read_json(small(), small(**{**CALL, "assessed_on": "2026-03-20"}))
    assert outcome(found) == [TOLD, SEEN]


def test_of_three_visits_both_that_were_replaced_are_kept_the_newer_first():
    first = small(uuid="u0", com_per_3="2", assessed_on="2026-02-27")
    found = read_json(small(), first, small(**CALL))
    assert outcome(found) == [SEEN, TOLD, ("2", "in_person")]


def test_the_same_answer_found_in_the_same_way_is_kept_once():
    again = small(uuid="u2", sent_at="2026-03-12T10:00:00", com_per_1="11")
    found = read_json(small(), again)
    assert outcome(found) == [SEEN]
    (replaced,) = found.replaced.values()
    assert list(replaced["item_code"]) == ["COM-PER-1"]


def test_visits_that_answer_other_questions_are_taken_together():
    call = small(com_per_1_state=None, com_per_1=None, com_per_1_needed=None, **CALL)
    call.pop("communications/com_per_1_grade")
    seen = small(com_per_3_state=None, com_per_3=None)
    seen.pop("communications/com_per_3_grade")
    found = read_json(seen, call)
    said = found.tables["answers"].set_index("item_code")["modality"].to_dict()
    assert said == {"COM-PER-3": "remote", "COM-PER-1": "in_person", "COM-FAC-1": "in_person"}


def test_the_two_sides_of_a_site_are_never_mixed():
    found = read_json(small(), small(uuid="u2", side="host_state", com_per_3=None))
    assert not any("otherwise" in one for one in messages(found))
    assert len(found.tables["answers"]) == 6


def test_each_answer_says_how_it_was_obtained_and_a_hybrid_visit_does_not():
    remote = small(uuid="u2", site_code="UNMISS-YEI", modality="remote")
    hybrid = small(uuid="u3", site_code="UNMISS-WAU", modality="hybrid")
    found = read_json(small(), remote, hybrid)
    said = found.tables["answers"].set_index("site_code")["modality"].to_dict()
    assert said == {"UNMISS-BOR": "in_person", "UNMISS-YEI": "remote", "UNMISS-WAU": None}
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
