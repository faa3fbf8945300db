"""Changes of facts are told with names, never with codes."""

import pandas as pd

from unpol_data.figures import change_words as said
from unpol_data.ingest.difference import difference

SITES = {"UNMISS-BOR": "Bor"}


def answers(**cells) -> pd.DataFrame:
    """One answer of Bor to a question about radio procedure training."""
    row = {"site_code": "UNMISS-BOR", "item_code": "COM-PER-2", "side": "unpol"}
    return pd.DataFrame([row | {"state": "answered", "cause": None} | cells], dtype="object")


def told(table: str, now: pd.DataFrame, before: pd.DataFrame) -> pd.DataFrame:
    """The changes in words."""
    found = difference({table: now}, {table: before}, last_round={table: before})
    return said.table(found.rows, SITES, missing="gone")


def test_an_answer_is_told_by_its_site_and_question_and_both_values():
    (row,) = told("answers", answers(value=2.0), answers(value=1.0)).to_dict("records")
    assert (row["site"], row["before"], row["after"]) == ("Bor", "1 officers", "2 officers")
    assert row["about"].startswith("How many of the officers who carry a radio")
    assert row["about"].endswith("…")


def test_codes_of_cells_are_named_and_a_lost_cell_is_nothing():
    now = answers(value=2.0, cause="training", evidence_grade="remote")
    before = answers(value=2.0, evidence_grade="inspected")
    (row,) = told("answers", now, before).to_dict("records")
    assert "cause of shortfall Lack of training" in row["after"]
    assert "cause of shortfall nothing" in row["before"]
    assert "evidence Inspected on site" in row["before"]


def test_yes_and_partly_are_words():
    item = {"item_code": "COM-SOF-1"}
    (row,) = told("answers", answers(value=0.5, **item), answers(value=1.0, **item)).to_dict(
        "records"
    )
    assert (row["before"], row["after"]) == ("yes", "partly")


def test_a_count_of_the_host_state_says_so_and_what_is_gone_has_no_after():
    line = {"site_code": "UNMISS-BOR", "side": "host_state", "equipment_code": "vhf_handheld"}
    before = pd.DataFrame([line | {"required": 4, "held": 3, "serviceable": 2}])
    now = before.assign(equipment_code="vsat_terminal")
    rows = told("equipment_lines", now, before).set_index("change")
    assert rows.at["gone", "about"].endswith("(Host-State police)")
    assert rows.at["gone", "after"] == "–"
    assert rows.at["new", "after"] == "required 4, held 3, serviceable 2"


def test_a_measurement_has_its_unit_and_day_and_a_site_its_new_name():
    measured = {"site_code": "UNMISS-NEW", "measure": "downlink_mbps", "measured_on": "2026-03-05"}
    now = {
        "site_facts": pd.DataFrame([{"site_code": "UNMISS-NEW", "name": "Pibor"}]),
        "measurements": pd.DataFrame([measured | {"value": 4.5}]),
    }
    rows = said.table(difference(now, {}).rows, SITES).set_index("sheet")
    assert rows.at["connectivity", "site"] == "Pibor"
    assert rows.at["connectivity", "about"] == "Down link, 5 Mar 2026"
    assert rows.at["connectivity", "after"] == "4.5 Mbit/s"


def test_a_summary_counts_and_names_the_first_few():
    found = difference({"answers": answers(value=2.0)}, {"answers": answers(value=1.0)})
    assert said.summary(found.counts) == "1 answer changed."
    (line,) = said.first(said.table(found.rows, SITES))
    assert line.startswith("Bor, How many of the officers")
    same = difference({"answers": answers(value=2.0)}, {"answers": answers(value=2.0)})
    assert said.summary(same.counts) == "Nothing of what it says was changed."
