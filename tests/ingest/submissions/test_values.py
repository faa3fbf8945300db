"""Labels become the codes they stand for."""

import pytest

from unpol_data.ingest.submissions.shape import Cell, Record
from unpol_data.ingest.submissions.values import coded


@pytest.mark.parametrize(
    ("name", "label", "code"),
    [
        ("com_per_1_state", "Answered", "answered"),
        ("com_per_1_state", "not_applicable", "not_applicable"),
        ("com_per_3", "3 – a fluent officer on every day shift, most nights covered", "3"),
        ("com_per_3", "3", "3"),
        ("com_per_1_grade", "inspected", "inspected"),
        ("measure", "Latency (ms)", "latency_ms"),
        ("site_code", "Bor (UNMISS-BOR)", "UNMISS-BOR"),
        ("site_code", "UNMISS-BOR", "UNMISS-BOR"),
        ("side", "Host-State police", "host_state"),
        ("modality", "À distance", "remote"),
        ("com_per_1_note", "Answered", "Answered"),
        ("com_per_1_state", "perhaps", "perhaps"),
    ],
)
def test_a_label_in_either_language_is_its_code_and_the_rest_stays(name, label, code):
    record = coded(Record("", 1, {name: Cell(label, name)}))
    assert record.value(name) == code


def test_a_mission_is_told_by_its_label():
    record = coded(Record("", 1, {"mission_code": Cell("UNMISS · South Sudan", "Mission")}))
    assert record.text("mission_code").startswith("UNMISS")


def test_a_position_in_one_piece_is_taken_apart():
    record = coded(Record("", 1, {"location": Cell("6.209 31.559 410 4.5", "about/location")}))
    assert (record.value("latitude"), record.value("longitude")) == ("6.209", "31.559")
    assert record.heading("latitude") == "about/location"


def test_half_a_position_is_none():
    record = coded(Record("", 1, {"location": Cell("6.209", "about/location")}))
    assert record.value("latitude") is None
