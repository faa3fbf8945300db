"""Who may see and do what."""

import pytest

from unpol_data.access import LOCAL, NotPermitted, Viewer

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
