"""What would change, as a table and in one sentence."""

import pandas as pd

from unpol_data.figures import effect_words as said
from unpol_data.views.effects import effects


def changes(*rows) -> pd.DataFrame:
    """What a publication changes: side, horizon, area, gap before and after."""
    return pd.DataFrame(rows, columns=["side", "horizon", "area_code", "gap_before", "gap_after"])


CHANGED = effects(
    changes(
        ("unpol", "today", "power", 0.284, 0.41),
        ("unpol", "emerging", "power", 0.5, 0.5),
        ("unpol", "emerging", "cyber", None, 0.05),
        ("unpol", "today", "records", 0.301, 0.303),
    )
)


def test_only_what_changes_in_print_is_shown_with_both_classes():
    assert list(CHANGED["area_code"]) == ["power", "cyber"]
    rows = said.table(CHANGED).set_index("area").to_dict("index")
    assert len(rows) == 2
    (power,) = [row for row in rows.values() if "28 moderate → 41" in row["unpol_today"]]
    assert power["unpol_emerging"] == "="
    (cyber,) = [row for row in rows.values() if row is not power]
    assert cyber["unpol_emerging"] == "no figure → 5 met"


def test_a_side_on_which_nothing_changes_has_no_column():
    assert list(said.headings(CHANGED)) == ["area", "unpol_today", "unpol_emerging"]


def test_one_sentence_counts_gaps_areas_and_classes():
    assert said.summary(CHANGED).startswith("2 gaps in 2 areas would change; ")
    assert said.summary(effects(changes())) == "No printed gap would change."


def test_priorities_say_where_they_stood():
    first = pd.DataFrame(
        [
            (1, "UNMIK", "power", 80.0, 1),
            (2, "BINUH", "power", 70.0, 4),
            (3, "X", "power", 1.0, None),
        ],
        columns=["rank", "mission_code", "area_code", "priority", "rank_before"],
    ).astype({"rank_before": "Int64"})
    assert list(said.priorities(first)["before"]) == ["same", "4", "not ranked"]
