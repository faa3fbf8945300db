"""Two submissions say the same, or not."""

from datetime import datetime

from tests.ingest.submissions.conftest import line, small
from unpol_data.ingest.submissions import nested
from unpol_data.ingest.submissions.digest import digest, own_half, plain


def of(**more) -> str:
    (submission,) = nested.sent([small(**more)]).submissions
    return digest(submission)


def test_what_the_server_adds_is_nothing():
    assert of() == of(uuid="other", sent_at="2026-03-10T00:00:00", _id=77)


def test_one_answer_more_or_other_is_another_digest():
    assert len({of(), of(com_per_3="2"), of(com_per_3_note="Seen"), of(site_code="UNMISS-X")}) == 4


def test_lines_change_the_second_half_only():
    more = [line("equipment_lines", equipment_code="patrol_vehicle")]
    (plain_one,) = nested.sent([small()]).submissions
    (other,) = nested.sent([small(equipment_lines=more)]).submissions
    assert digest(plain_one) != digest(other)
    assert own_half(plain_one) == own_half(other)


def test_numbers_and_days_are_compared_by_what_they_mean():
    assert plain("com_per_1", "12") == plain("com_per_1", 12.0) == plain("com_per_1", "12,0")
    assert plain("assessed_on", "2026-03-09") == plain("assessed_on", datetime(2026, 3, 9))
    assert plain("latitude", "6.20900") == plain("latitude", 6.20901)
