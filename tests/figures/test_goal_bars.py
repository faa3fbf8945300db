"""Do the bars say for each goal how much there is, and where there is none?"""

import pandas as pd

from unpol_data.figures.goal_bars import goal_bars, goal_bars_alt

COUNTS = pd.DataFrame(
    [
        ("Integration", "Options", 4),
        ("Integration", "Decisions", 1),
        ("Strategic communications", "Options", 0),
        ("Strategic communications", "Decisions", 0),
    ],
    columns=["goal_name", "kind_name", "count"],
)


def test_the_longest_bar_leaves_room_for_its_number(sound_spec, colours):
    rows = sound_spec(goal_bars(COUNTS, colours))["datasets"]["rows"]
    assert [(row["begins"], row["ends"]) for row in rows] == [(0, 0.72), (1, 1.18), (0, 0), (1, 1)]


def test_where_there_is_none_the_word_stands_for_the_bar(sound_spec, colours):
    rows = sound_spec(goal_bars(COUNTS, colours))["datasets"]["rows"]
    assert [row["words"] for row in rows] == ["4", "1", "none", "none"]


def test_the_alternative_text_says_every_number():
    assert goal_bars_alt(COUNTS) == (
        "Bars by goal. Integration: options 4 and decisions 1; Strategic communications: options "
        "none and decisions none."
    )


def test_nothing_at_all_can_be_drawn(sound_spec, colours):
    assert sound_spec(goal_bars(COUNTS.head(0), colours))["datasets"]["rows"] == []
