"""What stood on the screen is kept as text and read back as it was."""

import pytest

from unpol_data.kept_figures import KeptFigures, ShownFigure, kept_figures

SEEN = KeptFigures((ShownFigure("Gap", "74", "worse than Dec 2025"),), ("UNMISS",), 1)


def test_figures_are_read_back_as_they_were_kept():
    assert kept_figures(SEEN.to_text()) == SEEN


def test_nothing_kept_is_no_figure():
    assert kept_figures(None).shown == ()
    assert kept_figures(" ").shown == ()


def test_figures_of_another_tool_are_shown_as_they_are():
    assert kept_figures('{"rank": 1}').shown == (ShownFigure("rank", "1"),)
    assert kept_figures("[1, 2]").shown == (ShownFigure("Figures", "[1, 2]"),)
    assert kept_figures('{"shown": ["x"]}').shown == (ShownFigure("shown", '["x"]'),)


def test_what_is_no_json_is_refused():
    with pytest.raises(ValueError, match="Expecting"):
        kept_figures("{rank")


def test_what_lies_in_too_many_brackets_is_refused_and_breaks_nothing():
    with pytest.raises(ValueError, match="too many brackets"):
        kept_figures("[" * 30_000)


def test_a_clearance_that_is_no_number_is_none():
    assert kept_figures('{"shown": [], "clearance": true}').clearance == 0


def test_figures_are_for_those_who_see_their_missions_and_evidence():
    assert SEEN.seen_by(None, 1)
    assert SEEN.seen_by(("UNMISS", "BINUH"), 2)
    assert not SEEN.seen_by(("BINUH",), 2)
    assert not SEEN.seen_by(None, 0)


def test_figures_of_nobody_knows_which_missions_are_for_those_who_see_all():
    unknown = kept_figures('{"rank": 1}')
    assert unknown.seen_by(None, 0)
    assert not unknown.seen_by(("UNMISS",), 2)
