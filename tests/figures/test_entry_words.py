"""What stands beside the cells of a form for entering, and how its problems are told."""

import pandas as pd

from unpol_data import reference
from unpol_data.figures import entry_words
from unpol_data.validation import Problem

LINES = reference.table("framework").query("area_code == 'communications'").reset_index(drop=True)
DAY = pd.Timestamp(2026, 3, 12)


def _line(answer_type: str):
    row = LINES[LINES["answer_type"] == answer_type].iloc[:1]
    return row.reset_index(drop=True)


def _held(line: pd.DataFrame, **more) -> pd.DataFrame:
    row = {"item_code": line.at[0, "item_code"], "state": "answered", "value": 2.0, "needed": 4.0}
    row |= {"evidence_grade": "interview", "answered_on": DAY}
    return pd.DataFrame([{**row, **more}])


def test_a_heading_is_the_words_of_the_form_and_a_measure_has_its_unit():
    assert entry_words.heading("answered_on") == "Answered on"
    assert entry_words.heading("downlink_mbps") == "Down link (Mbit/s)"


def test_a_column_is_explained_by_the_data_dictionary():
    said = entry_words.meaning("answers", "needed")
    assert said.startswith("For a count only")
    assert said.endswith("For example: 12")
    assert entry_words.meaning("answers", "no_such_column") is None


def test_a_question_says_what_it_is_answered_with():
    assert entry_words.questions(_line("count"))[0].endswith("(posts)")
    assert entry_words.questions(_line("level"))[0].endswith("(level 0 to 4)")


def test_levels_are_offered_with_what_they_mean_and_numbers_are_not():
    (level,) = _line("level").itertuples(index=False)
    offered = entry_words.offered(level)
    assert list(offered) == ["0", "1", "2", "3", "4"]
    assert offered["0"].startswith("0: ")
    (word,) = _line("yes_partly_no").itertuples(index=False)
    assert list(entry_words.offered(word)) == ["yes", "partly", "no"]
    (count,) = _line("count").itertuples(index=False)
    assert entry_words.offered(count) == {}


def test_a_kept_answer_is_shown_as_one_types_it():
    assert entry_words.value(3.0, "level") == "3"
    assert entry_words.value(0.5, "yes_partly_no") == "partly"
    assert entry_words.value(1234567.25, "measure") == "1234567.25"
    assert entry_words.value(float("nan"), "count") is None


def test_what_counts_now_stands_with_its_evidence_and_date():
    count, level = _line("count"), _line("level")
    said = entry_words.answers_held(count, _held(count))
    assert said == ["2 of 4 posts · Interview on site · 12 Mar 2026"]
    assert entry_words.answers_held(level, _held(level)) == [
        "2 of 4 · Interview on site · 12 Mar 2026"
    ]
    assert entry_words.answers_held(level, _held(count)) == ["–"]


def test_a_count_of_equipment_says_what_works():
    lines = reference.table("equipment").iloc[:2]
    held = pd.DataFrame(
        [
            {"equipment_code": lines["equipment_code"].iloc[1], "required": 14.0, "held": 12.0}
            | {"serviceable": 9.0, "evidence_grade": "inspected", "counted_on": DAY}
        ]
    )
    assert entry_words.equipment_held(lines, held) == [
        "–",
        "9 of 12 work, 14 required · Inspected on site · 12 Mar 2026",
    ]


def test_a_link_says_what_was_measured_last():
    held = pd.DataFrame([{"measure": "latency_ms", "value": 640.0, "measured_on": DAY}])
    assert entry_words.links_held(held) == "Newest that count: latency 640 ms (12 Mar 2026)."
    assert entry_words.links_held(held[:0]) == "Nothing measured counts yet."


def test_each_question_says_how_to_find_out():
    rows = entry_words.levels(LINES)
    assert len(rows) == len(LINES)
    assert rows["levels"].str.startswith("0 = ").any()


def test_an_area_says_how_far_it_is():
    areas = pd.DataFrame([{"area_code": "power", "asked": 14, "answered": 3}])
    (row,) = entry_words.progress(areas).to_dict("records")
    assert row == {"area": "Power and facilities ICT", "answered": "3 of 14"}


def test_one_is_told_how_far_the_area_and_the_site_are():
    areas = pd.DataFrame(
        [
            {"area_code": "power", "asked": 14, "answered": 3},
            {"area_code": "command", "asked": 13, "answered": 0},
        ]
    )
    said = "Questions answered: 3 of 14 of the area, 3 of 27 of the site."
    assert entry_words.how_far(areas, "power") == said
    assert entry_words.how_far(areas, "link") == "Questions answered: 3 of 27 of the site."


def test_problems_of_one_kind_are_told_once_with_all_their_rows():
    found = [
        Problem("answers", row, "needed", "", "a number", "a count needs more", "rule")
        for row in (0, 1)
    ]
    rows = entry_words.problems(found, {0: "COM-PER-1", 1: "COM-PER-2"})
    assert rows.to_dict("records") == [
        {
            "row": "COM-PER-1, COM-PER-2",
            "column": "Needed",
            "found": "nothing",
            "words": "a count needs more",
        }
    ]


def test_what_somebody_else_saved_stands_beside_what_was_typed():
    held = pd.DataFrame([{"site_code": "S", "item_code": "COM-PER-1", "value": 2.0, "note": None}])
    typed = pd.DataFrame({"value": ["3"]}, index=["COM-PER-1"])
    (row,) = entry_words.both(held, typed).to_dict("records")
    assert row == {"row": "COM-PER-1", "theirs": "Answer 2", "mine": "Answer 3"}


def test_what_a_draft_says_of_itself_is_held_against_the_one_row_of_its_form():
    held = pd.DataFrame([{"round_label": "Mar 2026", "source": "Headquarters"}])
    typed = pd.DataFrame([{"source": "Police component"}], index=["About the assessment"])
    (row,) = entry_words.both(held, typed).to_dict("records")
    assert row == {
        "row": "About the assessment",
        "theirs": "Name of the round Mar 2026, Source Headquarters",
        "mine": "Source Police component",
    }


def test_a_line_known_by_a_code_is_told_by_its_name():
    problem = Problem("threats", 0, "rated_on", "", "a value", "nothing stands here", "blank")
    rows = entry_words.problems([problem], {0: "arms_trafficking"})
    assert rows[["row", "column"]].to_numpy().tolist() == [["Arms trafficking", "Rated on"]]
    assert entry_words.heading("modality", "assessment") == "How the visit was made"
