"""Which risks are open, which are grave, which wait to be looked at again?"""

from datetime import date

import pytest

from unpol_data.access import Viewer
from unpol_data.views import risks


@pytest.fixture(scope="module")
def found(of_goals):
    return lambda **fields: of_goals(risks.risks, **fields)


def test_the_open_and_the_gravest_come_first(found):
    rows = found().rows
    # GRAVE 3 x 3, SECRET 2 x 3, SMALL 1 x 1; OVER is closed.
    assert rows["risk_code"].tolist() == ["GRAVE", "SECRET", "SMALL", "OVER"]
    assert rows["weight"].tolist() == [9, 6, 1, 6]


def test_a_risk_whose_day_has_passed_is_said_to_be_late_unless_it_is_closed(found):
    rows = found().rows.set_index("risk_code")["is_overdue"]
    assert rows.to_dict() == {"GRAVE": True, "SECRET": False, "SMALL": False, "OVER": False}


def test_a_risk_above_the_clearance_is_not_shown(found):
    rows = found(viewer=Viewer("ada", None, 1, frozenset({"viewer"}))).rows
    assert "SECRET" not in set(rows["risk_code"])


def test_a_risk_of_another_mission_is_not_shown(found):
    rows = found(missions=("UNMIK",)).rows
    assert "GRAVE" not in set(rows["risk_code"])
    assert "SMALL" in set(rows["risk_code"])


def test_the_key_figures_count_what_is_open(found):
    still, grave, late, _ = found().figures
    assert (still.value, still.note) == (3, "of 4 on record")
    assert (grave.value, late.value) == (2, 1)


def test_before_they_were_recorded_there_is_none(found):
    told = found(recorded_by=date(2020, 1, 1))
    assert told.empty
    assert told.figures[0].value == 0
