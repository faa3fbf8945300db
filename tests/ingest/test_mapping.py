"""What is said of the columns of tables of others."""

from datetime import date

import pytest

from unpol_data.ingest.mapping import (
    SHEET_OF_KIND,
    ColumnMap,
    columns_of,
    headings_digest,
    of_plain,
    required_of,
    said_by_person,
)
from unpol_data.ingest.refusal import Refused


def test_what_a_person_says_becomes_a_mapping():
    told = said_by_person(
        "measurements",
        ["Place = x=site_code", "Download (kbit/s)=downlink_mbps:kbit/s", "Remark="],
        ["measured_on=2026-11-01"],
    )
    assert told.columns == {
        "Place = x": ("site_code", ""),
        "Download (kbit/s)": ("downlink_mbps", "kbit/s"),
        "Remark": ("", ""),
    }
    assert told.constants == {"measured_on": "2026-11-01"}


@pytest.mark.parametrize(
    ("mapped", "constants", "words"),
    [
        (["Place"], [], "not of the form heading=column"),
        (["=site_code"], [], "not of the form heading=column"),
        ([], ["site_code="], "not of the form column=value"),
        (["Place=site_kode"], [], "expected site_code"),
        ([], ["sied=unpol"], "'sied' is not a column of measurements"),
    ],
)
def test_what_cannot_be_understood_is_refused_with_what_is_expected(mapped, constants, words):
    with pytest.raises(Refused, match=words):
        said_by_person("measurements", mapped, constants)


def test_a_mapping_comes_back_from_the_store_as_it_was_but_for_its_days():
    told = ColumnMap(
        "measurements",
        {"Place": ("site_code", ""), "Down": ("downlink_mbps", "kbit/s")},
        {"note": "by hand", "measured_on": "2026-11-01"},
    )
    kept = of_plain("measurements", told.kept_form(), kept_on=date(2026, 11, 2))
    assert kept.columns == told.columns
    assert kept.constants == {"note": "by hand"}
    assert of_plain("measurements", told.as_plain()) == told


def test_a_mapping_of_no_kind_or_column_of_ours_is_refused():
    with pytest.raises(Refused, match="is not a kind of table"):
        of_plain("assessment", {"columns": {}, "constants": {}})
    with pytest.raises(Refused, match="is not a column of sites"):
        of_plain("sites", {"columns": {"A": ["drop table", None]}, "constants": {}})


def test_the_same_headings_are_known_whatever_their_order_and_blanks():
    assert headings_digest(["Place ", "Day"]) == headings_digest(["day", " place"])
    assert headings_digest(["Place"]) != headings_digest(["Place", "Day"])


@pytest.mark.parametrize("kind", SHEET_OF_KIND)
def test_each_kind_has_columns_and_some_that_are_needed(kind):
    assert set(required_of(kind)) < set(columns_of(kind))
