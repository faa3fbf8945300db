"""The first reader that recognises a file takes it; a file of nobody's is refused in words."""

import pytest

from unpol_data.ingest.raw import Raw, RawSheet
from unpol_data.ingest.readers import our_table, our_workbook
from unpol_data.ingest.readers_known import reader_of
from unpol_data.ingest.refusal import Refused


def test_our_workbook_and_our_table_have_their_readers():
    assert reader_of(Raw("workbook", (RawSheet("assessment", []),))) is our_workbook
    table = Raw("table", (RawSheet("", [[1, ["site_code", "measured_on"]]]),))
    assert reader_of(table) is our_table


def test_a_file_of_nobodys_is_refused_with_what_is_read():
    with pytest.raises(Refused, match="JSON document, but not one of those that are read: asse"):
        reader_of(Raw("json", value={"type": "FeatureCollection"}))
