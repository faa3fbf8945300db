"""A form that was uploaded in place of its answers is told so."""

import pytest

from unpol_data.exports.xlsform import xlsform
from unpol_data.ingest import isolated
from unpol_data.ingest.raw import JSON, TABLE, WORKBOOK, Raw, RawSheet
from unpol_data.ingest.readers_known import reader_of
from unpol_data.ingest.refusal import Refused

XFORM = b"""<?xml version="1.0"?>
<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"/>"""
SENT = b'<data id="unpol_form" version="1"><site_code>UNMISS-BOR</site_code></data>'


def refusal(raw: Raw) -> str:
    with pytest.raises(Refused) as caught:
        reader_of(raw)
    return str(caught.value)


def test_our_own_form_is_told_apart_from_its_answers(limits):
    words = refusal(isolated.raw(xlsform(language="en"), settings=limits))
    assert words.startswith("This is a form (XLSForm), not answers; upload the submissions")


@pytest.mark.parametrize("headings", [["TYPE", "NAME", "label::fr"], ["label", "name", " type "]])
def test_a_form_of_others_is_known_by_its_sheet_of_questions(headings):
    sheet = RawSheet("Survey", [[1, headings], [2, ["text", "site", "Site"]]])
    assert "(XLSForm)" in refusal(Raw(WORKBOOK, (RawSheet("choices", []), sheet)))


def test_a_form_as_kobotoolbox_keeps_it_is_known():
    assert "(KoboToolbox)" in refusal(Raw(JSON, value={"content": {"survey": [{"type": "start"}]}}))


def test_a_form_as_markup_is_known_and_other_markup_is_not(limits):
    for content, words in ((XFORM, "form (XForm), not answers"), (SENT, "neither a workbook")):
        with pytest.raises(Refused, match=words.replace("(", r"\(").replace(")", r"\)")):
            isolated.raw(content, settings=limits)


def test_a_sheet_of_answers_named_survey_is_no_form():
    rows = [[1, ["site_code", "name"]], [2, ["UNMISS-BOR", "Bor"]]]
    assert reader_of(Raw(WORKBOOK, (RawSheet("survey", rows),)))
    assert reader_of(Raw(TABLE, (RawSheet("", [[1, ["type", "name"]], [2, ["a", "b"]]]),)))
