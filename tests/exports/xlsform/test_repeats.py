"""Equipment counts and measurements, as often as there are lines."""

import pytest

from unpol_data import reference

PROMISED = {
    "equipment_lines": ("equipment_code", "required", "held", "serviceable", "counted_on"),
    "links": ("measure", "value", "measured_on"),
}


@pytest.mark.parametrize("name", list(PROMISED))
def test_a_line_has_what_was_promised_to_the_readers(filling, name):
    line = filling(site_kind="team_site").add(name)
    assert set(PROMISED[name]) <= {node.tag for node in line}


@pytest.mark.parametrize("name", list(PROMISED))
def test_lines_are_asked_where_their_part_is_covered(filling, name):
    form = filling(site_kind="team_site")
    line = form.add(name)
    assert not form.applies(line[0])
    form.set("about/parts_covered", f"power {name}")
    assert form.applies(line[0])


def test_no_more_can_be_serviceable_than_are_held(filling):
    form = filling(site_kind="team_site")
    line = form.add("equipment_lines")
    line.find("held").text = "8"
    for written, fits in (("8", True), ("9", False), ("-1", False)):
        line.find("serviceable").text = written
        assert form.fits(line.find("serviceable")) == fits


@pytest.mark.parametrize(
    ("measure", "written", "fits"),
    [
        ("downlink_mbps", "250", True),
        ("latency_ms", "640", True),
        ("latency_ms", "-1", False),
        ("availability_pct", "100", True),
        ("availability_pct", "101", False),
        ("radio_coverage_pct", "101", False),
        ("power_hours_per_day", "24", True),
        ("power_hours_per_day", "25", False),
    ],
)
def test_a_measurement_must_be_possible(filling, measure, written, fits):
    form = filling(site_kind="team_site")
    line = form.add("links")
    line.find("measure").text, line.find("value").text = measure, written
    assert form.fits(line.find("value")) == fits


def test_every_item_of_the_catalogue_and_every_measure_can_be_chosen(filling):
    form = filling(site_kind="team_site")
    assert form.choices("equipment") == list(reference.codes("equipment"))
    assert form.choices("measures") == list(reference.codes("measures"))
