"""A submission made from the form, for the tests of the readers."""

from datetime import date

import pandas as pd
import pytest

from tests.exports.filled import filled
from unpol_data import reference
from unpol_data.exports.xlsform import xlsform
from unpol_data.validation import Context, judge


@pytest.fixture(scope="module")
def form() -> bytes:
    return xlsform(site_kind="host_station", language="en")


@pytest.fixture(scope="module")
def submission(form) -> dict:
    return filled(form, site_code="UNMISS-BOR")


def names(submission: dict) -> dict[str, str]:
    return {path.rpartition("/")[2]: value for path, value in submission.items()}


def test_every_state_answer_type_grade_and_cause_is_sent(submission):
    found = names(submission)
    framework = reference.table("framework")
    states = {value for name, value in found.items() if name.endswith("_state")}
    assert states == set(reference.codes("answer_states"))
    for answer_type, items in framework.groupby("answer_type"):
        asked = {code.lower().replace("-", "_") for code in items["item_code"]}
        assert asked & set(found), answer_type
    assert {"0", "1", "2", "3", "4", "yes", "partly", "no"} <= {
        str(value) for value in found.values()
    }
    sent = {value for name, value in found.items() if name.endswith("_grade")}
    assert sent == set(reference.codes("evidence_grades"))
    causes = {value for name, value in found.items() if name.endswith("_cause")}
    assert causes == set(reference.codes("causes"))


def test_what_did_not_apply_is_absent(submission):
    found = names(submission)
    for name, state in found.items():
        if name.endswith("_state") and state != "answered":
            base = name.removesuffix("_state")
            assert {base, f"{base}_needed", f"{base}_grade", f"{base}_cause"}.isdisjoint(found)
    assert "cyb_met_3_state" not in found


def test_repeats_are_lists_with_full_paths(submission):
    first, second = submission["equipment_lines"]
    assert first["equipment_lines/equipment_code"] != second["equipment_lines/equipment_code"]
    assert len(submission["links"]) == 3
    assert submission["links"][0]["links/measured_on"] == "2026-03-09"


def test_the_host_side_is_asked_its_own_items(form):
    submission = filled(form, site_code="UNMISS-BOR", side="host_state", equipment=0, links=0)
    assert submission["about/side"] == "host_state"
    assert "cyber/cyb_met_3_state" in submission
    assert "equipment_lines" not in submission


def test_the_same_form_gives_the_same_submission(form, submission):
    assert filled(form, site_code="UNMISS-BOR") == submission


def test_a_form_of_any_kind_is_filled_for_the_kind_named():
    form = xlsform(language="en")
    submission = filled(form, site_code="UNMISS-JUBA", site_kind="fpu_camp")
    assert submission["about/site_profile"] == "fpu_camp.unpol"


def test_what_a_form_lets_through_is_valid_to_the_importer(submission):
    found = names(submission)
    columns = {"": "value", "_needed": "needed", "_grade": "evidence_grade", "_cause": "cause"}
    rows = [
        {
            "site_code": found["site_code"],
            "item_code": name.removesuffix("_state").upper().replace("_", "-"),
            "side": found["side"],
            "state": state,
            "answered_on": found["assessed_on"],
            "respondent_role": found["respondent_role"],
            "note": found.get(name.removesuffix("_state") + "_note"),
        }
        | {column: found.get(name.removesuffix("_state") + end) for end, column in columns.items()}
        for name, state in found.items()
        if name.endswith("_state")
    ]
    sites = pd.DataFrame(
        [("UNMISS-BOR", "UNMISS", "host_station", "Bor")],
        columns=["site_code", "mission_code", "site_kind", "name"],
    )
    context = Context(today=date(2026, 4, 1), mission_code="UNMISS", known_sites=sites)
    judged = judge({"answers": pd.DataFrame(rows, dtype="object")}, context=context)
    # Which document was read is said of the whole file, not by the form.
    told = [one.words for one in judged.problems if one.rule != "no_reference"]
    assert told == []
    assert len(judged.rows["answers"]) == len(rows) > 150
