"""Prepared lines of a mission's workbook that say nothing."""

import pandas as pd

from unpol_data.ingest.prepared import filled_in

LINE = {"site_code": "UNMISS-BOR", "item_code": "COM-PER-1", "side": "unpol", "state": None}


def test_a_prepared_line_without_an_answer_says_nothing():
    answers = pd.DataFrame(
        [LINE | {"question": "How many?"}, LINE | {"question": "How warm?", "state": "unknown"}],
        index=[2, 3],
    )
    left = filled_in({"answers": answers})["answers"]
    assert list(left.index) == [3]
    assert "question" not in left.columns


def test_blanks_alone_are_no_answer():
    answers = pd.DataFrame([LINE | {"question": "How many?", "state": " \u00a0"}])
    assert filled_in({"answers": answers})["answers"].empty


def test_a_line_that_nobody_prepared_stays_to_be_told_what_it_lacks():
    answers = pd.DataFrame([LINE])
    assert len(filled_in({"answers": answers})["answers"]) == 1


def test_other_sheets_stay_as_they_are():
    threats = pd.DataFrame([{"threat_code": None, "question": None}])
    assert filled_in({"threats": threats})["threats"].equals(threats)
