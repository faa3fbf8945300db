"""Who may record which part of the programme?"""

import pytest

from unpol_data.access import LOCAL, Viewer
from unpol_data.ingest.programme_rights import may_edit


def viewer(role: str, *missions: str) -> Viewer:
    """A viewer with one role and some missions, or all."""
    return Viewer("ada", missions or None, 2, frozenset({role}))


@pytest.mark.parametrize(
    ("seen_by", "kind", "mission_code", "may"),
    [
        (LOCAL, "visits", None, True),
        (viewer("planner"), "visits", None, True),
        (viewer("planner", "BINUH"), "visits", "BINUH", True),
        (viewer("planner", "BINUH"), "visits", "UNMISS", False),
        (viewer("focal_point", "BINUH"), "visits", "BINUH", True),
        (viewer("focal_point", "BINUH"), "visits", None, False),
        (viewer("focal_point"), "visits", None, False),
        (viewer("reviewer"), "visits", "BINUH", False),
        (viewer("reviewer"), "decisions", "BINUH", True),
        (viewer("assessor"), "decisions", "BINUH", False),
    ],
)
def test_role_and_mission_decide(seen_by, kind, mission_code, may):
    assert may_edit(seen_by, kind, mission_code) == may
