"""Equipment counted and links measured."""

from tests.ingest.submissions.conftest import line, messages, read_json, small

LATER = "2026-03-12T10:00:00"


def equipment(**cells: str) -> dict:
    return line("equipment_lines", equipment_code="vhf_handheld", **cells)


def measured(measure: str, value: str, day: str = "2026-03-09") -> dict:
    return line("links", measure=measure, value=value, measured_on=day)


def test_measures_of_one_day_make_one_row():
    links = [measured("latency_ms", "640"), measured("downlink_mbps", "6.5")]
    links.append(measured("latency_ms", "600", "2026-03-08"))
    rows = read_json(small(links=links)).tables["connectivity"]
    assert rows[["latency_ms", "downlink_mbps"]].to_numpy().tolist() == [
        ["640", "6.5"],
        ["600", None],
    ]


def test_one_measure_twice_on_a_day_is_pointed_out():
    found = read_json(small(links=[measured("latency_ms", "640"), measured("latency_ms", "600")]))
    assert found.tables["connectivity"]["latency_ms"].tolist() == ["600"]
    assert messages(found) == [
        "row 1, column links[2]/value: latency_ms was measured twice at the site that day, 640 "
        "and 600; the later line counts"
    ]


def test_a_measure_nobody_knows_is_an_error_at_its_line():
    (message,) = messages(read_json(small(links=[measured("speed", "3")])))
    assert message.startswith("row 1, column links[1]/measure: 'speed' is not a measure")


def test_an_item_counted_twice_in_one_submission_is_an_error():
    found = messages(read_json(small(equipment_lines=[equipment(), equipment(held="9")])))
    assert found[0].startswith(
        "row 1, column equipment_lines[2]/equipment_code: vhf_handheld is counted twice"
    )


def test_of_two_submissions_the_later_count_counts():
    other = small(uuid="u2", sent_at=LATER, equipment_lines=[equipment(held="6")])
    found = read_json(small(), other)
    assert found.tables["equipment"]["held"].tolist() == ["6"]
    assert any("was counted in row 1 too, with other figures" in one for one in messages(found))


def test_a_count_that_cannot_be_is_told_at_its_line():
    (message,) = messages(read_json(small(equipment_lines=[equipment(serviceable="9")])))
    assert message == ("row 1, column equipment_lines[1]/serviceable: 9 is more than held 8")


def test_lines_that_were_announced_and_are_not_there_are_pointed_out():
    one = small(equipment_lines=None, links=None)
    one["about/parts_covered"] = "communications equipment_lines"
    (message,) = messages(read_json(one))
    assert "the equipment counts of 1 submissions are not in the file" in message
