"""What headings probably mean."""

import pytest

from unpol_data import reference
from unpol_data.ingest.folding import folded
from unpol_data.ingest.mapping import Headed, columns_of
from unpol_data.ingest.suggesting import kind_of, suggested


def headed(*names: str) -> Headed:
    return Headed(names, {})


def test_synonyms_and_units_are_recognised():
    told = suggested(
        headed("Place", "Test date", "Download (kbit/s)", "upload_kbps", "Ping"),
        kind="measurements",
    )
    assert told.columns == {
        "Place": ("site_code", ""),
        "Test date": ("measured_on", ""),
        "Download (kbit/s)": ("downlink_mbps", "kbit/s"),
        "upload_kbps": ("uplink_mbps", "kbit/s"),
        "Ping": ("latency_ms", ""),
    }


def test_our_own_names_go_before_synonyms():
    told = suggested(headed("Location", "site_code"), kind="equipment").columns
    assert told["site_code"] == ("site_code", "")
    assert "Location" not in told


def test_a_slip_of_the_pen_is_seen_through():
    assert suggested(headed("Servicable"), kind="equipment").columns == {
        "Servicable": ("serviceable", "")
    }
    assert suggested(headed("Colour"), kind="equipment").columns == {}


@pytest.mark.parametrize(
    ("names", "kind"),
    [
        (("Mission", "Location", "Latitude", "Longitude", "Status", "Since"), "sites"),
        (("Site", "Item", "Qty required", "On hand", "Working"), "equipment"),
        (("Site", "Timestamp", "Download", "Upload"), "measurements"),
        (("Site", "Question code", "Answer", "Evidence"), "answers"),
        (("Threat", "Severity", "Outlook"), "threats"),
        (("Colour", "Taste"), ""),
    ],
)
def test_the_headings_tell_the_kind(names, kind):
    assert kind_of(headed(*names)) == kind


def test_every_synonym_is_of_a_column_there_is_and_stands_once():
    rows = reference.table("column_synonyms")
    for row in rows.itertuples():
        assert row.column in columns_of(row.kind), row
    assert (
        not rows.assign(heading=rows["heading"].map(folded)).duplicated(["kind", "heading"]).any()
    )
