"""Which question a heading stands for."""

import pytest

from unpol_data.ingest.submissions.form_fields import field


@pytest.mark.parametrize(
    ("heading", "name"),
    [
        ("com_per_1", "com_per_1"),
        ("communications/com_per_1_needed", "com_per_1_needed"),
        ("communications.com_per_1_state", "com_per_1_state"),
        ("communications com_per_1_grade", "com_per_1_grade"),
        ("communications-com_per_1_note", "com_per_1_note"),
        ("data/communications/com_per_1_cause", "com_per_1_cause"),
        ("COM-PER-1: how many are needed (posts)", "com_per_1_needed"),
        ("Communications and connectivity/COM-PER-1: how do you know?", "com_per_1_grade"),
        ("Communications/COM-PER-3 · Words of an older form, and/or others", "com_per_3_state"),
        ("  Day of  the visit ", "assessed_on"),
        ("about:site_code", "site_code"),
        ("about-location-Latitude", "latitude"),
        ("_about/location_longitude", "longitude"),
        ("about/_location_latitude", "latitude"),
        ("_Where is the site?_latitude", "latitude"),
        ("À propos de cette visite/Mission", "mission_code"),
    ],
)
def test_names_and_labels_are_known_with_and_without_their_group(heading, name):
    found = field(heading)
    assert (found.kind, found.name) == ("question", name)


def test_a_line_of_a_repeat_is_told_with_its_number():
    found = field("equipment_lines[2]/held")
    assert (found.repeat, found.line, found.name) == ("equipment_lines", 2, "held")
    assert field("Equipment counts[1]/Item").name == "equipment_code"


@pytest.mark.parametrize(
    "heading",
    [
        *("about/site_profile", "about_before", "communications/area_communications_grade"),
        *("about/parts_covered/power", "Which parts do you cover?/Links", "_location_altitude"),
        "area_communications_personnel",
    ],
)
def test_what_only_helps_whoever_fills_the_form_is_no_answer(heading):
    assert field(heading).kind in ("helping", "added")


@pytest.mark.parametrize(
    "heading",
    [
        *("_uuid", "__version__", "meta/instanceID", "formhub/uuid", "KEY", "SubmissionDate"),
        *("start", "__system/submitterId", "meta-instanceName", "_xform_id_string"),
    ],
)
def test_what_a_server_adds_is_not_taken_for_a_question(heading):
    assert field(heading).kind == "added"


@pytest.mark.parametrize(
    "heading",
    [
        "village_name",
        "the value",
        "other held",
        "com_per_99_state",
        "Region",
        "x" * 5_000,
        "a/b[3]",
    ],
)
def test_anything_else_is_unknown(heading):
    assert field(heading).kind == "unknown"
