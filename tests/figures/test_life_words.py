"""What an assessment waits for and has been through, in words."""

import pandas as pd
import pytest

from unpol_data.access import ROLES
from unpol_data.figures import life_words as said
from unpol_data.store.tables.constraints import ASSESSMENT_STATES, ASSESSMENT_STEPS

AT = pd.Timestamp("2026-03-31 09:05", tz="UTC")


def test_every_state_step_and_role_has_its_words():
    assert set(said.NEXT) == set(ASSESSMENT_STATES)
    assert set(said.STEPS) == set(ASSESSMENT_STEPS)
    assert set(said.ROLES) == set(ROLES)


def test_what_waits_is_counted_by_whom_it_waits_for():
    assert said.waiting({"draft": 1, "submitted": 3, "reviewed": 0}) == (
        "1 draft to submit, 3 wait for review"
    )
    assert said.waiting({"draft": 0, "submitted": 0, "reviewed": 0}) == ""


def test_a_step_says_who_in_which_role_and_why():
    steps = pd.DataFrame(
        [
            ("submit", "ada", "focal_point", None, AT),
            ("return", "local", "reviewer", "Two sites are missing", AT),
            ("approve", None, None, None, AT),
        ],
        columns=["step", "account", "role", "reason", "recorded_at"],
    )
    rows = said.history(steps)
    assert list(rows["what"]) == ["Submitted for review", "Sent back", "Approved"]
    # Without sign-in everybody has every role, so the role says nothing.
    assert list(rows["who"]) == ["ada, focal point", "local", "–"]
    assert list(rows["reason"]) == ["–", "Two sites are missing", "–"]
    assert set(rows["when"]) == {"31 Mar 2026, 09:05 UTC"}


@pytest.mark.parametrize(
    ("replaces", "replaced_by", "words"),
    [
        (None, None, ""),
        (3, None, "Corrects no. 3."),
        (3, 9, "Corrects no. 3. Corrected by no. 9."),
    ],
)
def test_the_versions_before_and_after_are_named(replaces, replaced_by, words):
    assert said.versions(replaces, replaced_by) == words


def test_a_comment_names_the_answer_it_is_on():
    rows = pd.DataFrame(
        [("BOR", "Bor", "How many?", "unpol"), ("BOR", "Bor", "How many?", "host_state")]
        + [(None, None, None, None)],
        columns=["site_code", "site", "question", "side"],
    )
    assert [said.place(row) for row in rows.itertuples()] == [
        "Bor: How many?",
        "Bor: How many? (Host-State police)",
        "The whole assessment",
    ]


def test_open_comments_are_counted():
    assert [said.open_comments(count) for count in (0, 1, 2)] == [
        "",
        "1 comment is open.",
        "2 comments are open.",
    ]


def test_a_draft_that_was_sent_back_says_why_until_it_is_handed_in_again():
    columns = ["step", "account", "role", "reason", "recorded_at"]
    taken = [
        ("submit", "ada", "assessor", None, AT),
        ("return", "kim", "reviewer", "Two sites are missing", AT),
        ("change", "ada", "assessor", None, AT),
        ("submit", "ada", "assessor", None, AT),
    ]
    steps = pd.DataFrame(taken, columns=columns)
    assert said.sent_back(steps.head(1)) == ""
    assert said.sent_back(steps.head(3)) == "Sent back by kim: Two sites are missing"
    assert said.sent_back(steps) == ""
