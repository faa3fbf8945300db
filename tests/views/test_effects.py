"""Which printed gaps change, the largest change first."""

import pandas as pd

from unpol_data.views.effects import effects


def test_the_largest_change_stands_first_and_lost_figures_last():
    rows = effects(
        pd.DataFrame(
            [
                ("unpol", "today", "power", 0.30, 0.32),
                ("unpol", "today", "cyber", 0.30, None),
                ("host_state", "today", "power", 0.30, 0.60),
                ("unpol", "emerging", "power", 0.301, 0.302),
            ],
            columns=["side", "horizon", "area_code", "gap_before", "gap_after"],
        )
    )
    assert list(zip(rows["side"], rows["area_code"], strict=True)) == [
        ("host_state", "power"),
        ("unpol", "power"),
        ("unpol", "cyber"),
    ]
    assert list(rows["points_before"]) == [30, 30, 30]
    assert rows["class_after"].iloc[-1] == "not_enough_evidence"
