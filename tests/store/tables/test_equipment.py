"""What the store refuses to keep about equipment."""

from datetime import date

import pytest

from unpol_data.store.tables import EquipmentLine

LINE = {
    "assessment_id": 1,
    "site_code": "UNMISS-BOR",
    "side": "unpol",
    "equipment_code": "vhf_handset",
    "required": 20,
    "held": 12,
    "serviceable": 9,
    "counted_on": date(2026, 2, 3),
}
BROKEN = [
    ({"side": "both"}, "known_side"),
    ({"serviceable": 13}, "serviceable_within_held"),
    ({"required": -1}, "counts_not_negative"),
    ({"serviceable": -1}, "counts_not_negative"),
    ({"held": -1, "serviceable": -2}, "counts_not_negative"),
]


def test_a_sound_line_of_equipment_is_kept(keep):
    keep(EquipmentLine, LINE)


@pytest.mark.parametrize(("changed", "rule"), BROKEN)
def test_a_line_of_equipment_that_breaks_a_rule_is_refused_by_name(refused, changed, rule):
    assert f"the rule {rule};" in refused(EquipmentLine, LINE | changed)
