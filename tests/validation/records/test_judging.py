"""Records are judged as a whole, with a place and a way out for everything that is wrong."""

from tests.programme_rows import rows
from tests.validation.records.conftest import SITES, TODAY
from unpol_data.validation.records import RecordContext, judge


def test_sound_records_have_no_error(found):
    assert [one for one in found() if one.severity == "error"] == []


def test_a_code_that_is_not_in_its_list_is_told_the_nearest(found):
    (problem,) = (
        one
        for one in found(lessons=[{"area_code": "powr"}])
        if one.row == 2 and one.sheet == "lessons"
    )
    assert (problem.column, problem.found, problem.expected) == ("area_code", "powr", "power")


def test_what_is_needed_is_asked_for(rules):
    assert rules(lessons=[{"words": None}]) == ["blank"]


def test_unknown_and_missing_columns_are_told():
    table = rows("lessons").drop(columns="title").assign(moral="yes", sensitivity=None)
    context = RecordContext(today=TODAY, known_sites=SITES)
    judged = judge({"lessons": table}, context=context)
    assert {"missing_column", "unknown_column"} <= {one.rule for one in judged.problems}


def test_sites_and_tags_are_read_one_by_one_and_kept_in_order(found):
    tagged = [{"agenda_tags": "our_common_agenda,  Our_Common_Agenda; peace"}]
    (problem,) = (one for one in found(options=tagged) if one.sheet == "options")
    assert "'peace'" in problem.expected


def test_rows_come_back_typed():
    table = rows("trainings", {"women_trained": "7", "held_on": "2026-06-19"})
    table = table.assign(sensitivity="Confidential", document_code=None)
    context = RecordContext(today=TODAY, known_sites=SITES)
    typed = judge({"trainings": table}, context=context).rows["trainings"].iloc[0]
    assert typed["women_trained"] == 7
    assert typed["sensitivity"] == "confidential"
    assert str(typed["held_on"]) == "2026-06-19"
