"""JSON documents, flat and nested."""

from tests.ingest.submissions.conftest import small
from unpol_data.ingest.submissions import nested


def only(entry: dict):
    found = nested.sent([entry])
    return found, found.submissions[0]


def test_groups_within_groups_are_followed_to_a_depth():
    deep: dict = {"com_per_3": "2"}
    for _ in range(50):
        deep = {"g": deep}
    found, submission = only({"__id": "uuid:1", "data": {"about": {"site_code": "X"}}, "d": deep})
    assert submission.main.text("site_code") == "X"
    assert submission.main.value("com_per_3") is None
    assert found.notes[0].rule == "unknown_question"


def test_what_is_nested_deeper_stands_as_text_under_its_own_question():
    deep: dict = {"com_per_3": {"z": 1}}
    for _ in range(7):
        deep = {"g": deep}
    _, submission = only({"__id": "uuid:1", **deep})
    assert submission.main.value("com_per_3") == "{'z': 1}"


def test_a_point_of_geojson_has_its_latitude_first():
    point = {"type": "Point", "coordinates": [31.559, 6.209, 410]}
    _, submission = only({"__id": "uuid:1", "about": {"location": point}})
    assert submission.main.value("location") == "6.209 31.559"


def test_the_position_the_server_worked_out_stands_in_for_none():
    _, submission = only(small(location=None) | {"_geolocation": [6.2, 31.5]})
    assert submission.main.value("location") == "6.2 31.5"
    _, submission = only(small(location=None) | {"_geolocation": [None, None]})
    assert submission.main.value("location") is None


def test_lines_of_which_only_an_address_is_given_are_pointed_out():
    found, _ = only({"__id": "uuid:1", "equipment_lines@odata.navigationLink": "Submissions('1')"})
    assert "$expand=*" in found.notes[0].words


def test_what_is_no_submission_is_passed_over():
    assert nested.sent(["text", 3, None]).submissions == []
