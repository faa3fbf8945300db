"""Who may see and do what."""

import pytest

from unpol_data.access import ACTS, LOCAL, NotPermitted, Viewer

READER = Viewer("reader", ("UNMISS",), 0, frozenset({"viewer"}))


def test_the_local_viewer_sees_and_does_everything():
    assert LOCAL.may("approve_assessment")
    assert LOCAL.missions_of(["UNMISS", "BINUH"]) == ("UNMISS", "BINUH")


def test_a_viewer_of_one_mission_is_offered_no_other():
    assert READER.missions_of(["BINUH", "UNMISS"]) == ("UNMISS",)


def test_an_act_without_the_role_is_refused_by_name():
    with pytest.raises(NotPermitted, match="reader may not approve assessment"):
        READER.must("approve_assessment")


def test_an_unknown_act_is_an_error_not_a_permission():
    with pytest.raises(ValueError, match="'fly' is not an act"):
        LOCAL.may("fly")


def test_nobody_judges_what_came_from_the_same_account():
    ada = Viewer("ada", None, 2, frozenset({"assessor", "reviewer"}))
    with pytest.raises(NotPermitted, match="ada may not approve assessments that came from ada"):
        ada.must_judge_others("approve_assessment", {"ada", "bo"})
    ada.must_judge_others("approve_assessment", {"bo", None})


def test_a_missing_role_is_refused_before_that():
    with pytest.raises(NotPermitted, match="reader may not review assessment; this needs"):
        READER.must_judge_others("review_assessment", {"reader"})


def test_without_sign_in_persons_cannot_be_told_apart():
    assert LOCAL.is_nobody
    assert not LOCAL.brought({"local"})
    LOCAL.must_judge_others("approve_assessment", {"local"})


def test_an_act_is_done_in_the_first_role_that_allows_it():
    assert READER.role_for("read") == "viewer"
    both = Viewer("ada", None, 2, frozenset({"administrator", "assessor"}))
    assert both.role_for("submit_assessment") == "assessor"
    assert both.role_for("approve_assessment") == "administrator"


@pytest.mark.parametrize(
    ("role", "acts"),
    [
        ("assessor", {"submit_assessment", "comment_on_answer"}),
        ("focal_point", {"submit_assessment", "comment_on_answer"}),
        ("planner", set()),
        (
            "reviewer",
            {
                "return_assessment",
                "review_assessment",
                "approve_assessment",
                "withdraw_assessment",
                "comment_on_answer",
            },
        ),
    ],
)
def test_each_step_of_an_assessment_belongs_to_some_roles(role, acts):
    viewer = Viewer("ada", None, 2, frozenset({role}))
    steps = {name for name in ACTS if name.endswith(("_assessment", "_answer"))}
    assert {name for name in steps if viewer.may(name)} - {"record_assessment"} == acts
