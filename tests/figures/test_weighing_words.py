"""What other weights would move, in words."""

import pandas as pd

from unpol_data.figures import weighing_words

NOW = pd.DataFrame(
    {
        "rank": [1, 2, 3, 4],
        "mission_code": ["UNISFA", "BINUH", "UNMISS", "UNMIK"],
        "area_code": ["communications", "command", "power", "cyber"],
        "area_name": ["Communications", "Command", "Power", "Cyber"],
        "priority": [70.2, 69.9, 50.0, 10.0],
        "rank_low": [1.0, 1.0, 2.0, None],
        "rank_high": [2.0, 3.0, 4.0, None],
        "tier": ["A", "A", "B", None],
    }
)


def after(*order: int) -> pd.DataFrame:
    """The same rows in another order, ranked anew."""
    return NOW.iloc[list(order)].assign(rank=range(1, len(order) + 1)).reset_index(drop=True)


def test_each_place_says_where_its_gap_stands_now():
    told = weighing_words.moves(NOW, after(1, 0, 2, 3), most=3)
    assert list(told["name"]) == ["1. BINUH · Command", "2. UNISFA · Communications"] + [
        "3. UNMISS · Power"
    ]
    assert list(told["moved"]) == ["▲ 1", "▼ 1", "="]
    assert list(told["before"]) == ["2", "1", "3"]
    assert list(told["range"]) == ["1–3", "1–2", "2–4"]


def test_without_draws_the_range_is_not_known():
    assert weighing_words.moves(NOW, after(3, 0, 1, 2), most=1)["range"].iloc[0] == "not known"


def test_what_changes_is_said_in_one_sentence():
    assert weighing_words.summary(NOW, NOW, most=3) == "Nothing moves among the first 3."
    assert weighing_words.summary(NOW, after(1, 0, 2, 3), most=3) == (
        "2 places change hands among the first 3."
    )
    assert weighing_words.summary(NOW, after(0, 1, 3, 2), most=3) == (
        "1 place changes hands among the first 3; 1 gap enters from below."
    )
