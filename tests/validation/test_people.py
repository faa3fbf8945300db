"""Roles, never persons."""

import time

import pytest


@pytest.mark.parametrize(
    ("role", "rule"),
    [
        ("signals officer, anna@example.org", "email_address"),
        ("radio operator +211 91 234 5678", "phone_number"),
        ("Mr Deng", "personal_name"),
        ("Dr. Okello", "personal_name"),
        ("Major John Smith", "personal_name"),
        ("Signals officer, Amina Diallo", "personal_name"),
    ],
)
def test_a_respondent_is_a_role_and_never_a_person(tables, found, role, rule):
    tables["answers"].loc[2, "respondent_role"] = role
    (problem,) = found(tables)
    assert (problem.rule, problem.severity) == (rule, "error")


def test_a_name_after_a_post_is_pointed_out_because_it_may_be_a_place(tables, found):
    tables["answers"].loc[2, "respondent_role"] = "Police Commissioner Smith"
    (problem,) = found(tables)
    assert (problem.rule, problem.severity) == ("maybe_personal_name", "warning")


def test_a_place_the_file_itself_describes_is_no_person(tables, found):
    tables["sites"].loc[2, "name"] = "Nimule Gate"
    tables["answers"].loc[2, "respondent_role"] = "Head of ICT, Nimule Gate"
    assert found(tables) == []


@pytest.mark.parametrize("role", ["FPU commander, shift 2", "IPO (CID), Sector 3", "DMS planner"])
def test_ordinary_roles_are_fine(tables, found, role):
    tables["answers"].loc[2, "respondent_role"] = role
    assert found(tables) == []


def test_an_address_in_a_note_is_pointed_out(tables, found):
    tables["sites"].loc[2, "note"] = "ask anna@example.org"
    (problem,) = found(tables)
    assert (problem.rule, problem.severity) == ("email_in_note", "warning")


def test_a_note_without_end_takes_no_time(tables, found):
    tables["sites"].loc[2, "note"] = "a" * 130_000
    begun = time.monotonic()
    assert found(tables) == []
    assert time.monotonic() - begun < 2
