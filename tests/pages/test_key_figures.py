"""Does a tile say value, change and whole, and never a zero for the unknown?"""

from datetime import date

from pages.ui.key_figures import tile
from unpol_data.views.key_figures import KeyFigure

SINCE = date(2025, 12, 31)


def test_a_count_says_its_whole_and_against_what_it_changed():
    shown = tile(KeyFigure("UNPOL", 3620, of=6290, change=220, since=SINCE, rising_is="worse"))
    assert (shown.figure, shown.change) == ("3,620", "▲ 220")
    assert shown.words == "of 6,290 · worse than Dec 2025"


def test_what_is_not_known_is_not_zero():
    shown = tile(KeyFigure("Readiness", None, "%"))
    assert (shown.figure, shown.change, shown.words) == ("not known", "", "")


def test_a_share_changes_in_points():
    shown = tile(KeyFigure("Readiness", 0.654, "%", change=-4, rising_is="better"))
    assert (shown.figure, shown.change) == ("65 %", "▼ 4 points")
    assert shown.words == "worse than the round before"


def test_no_change_is_said():
    shown = tile(KeyFigure("Sites", 2, of=62, change=0, since=SINCE, rising_is="worse"))
    assert (shown.change, shown.words) == ("= unchanged", "of 62 · as in Dec 2025")


def test_money_is_short_enough_for_a_tile():
    shown = tile(KeyFigure("Cost", 22_947_370.0, "usd", change=2_129_900.0, note="by purchase"))
    assert (shown.figure, shown.change, shown.words) == ("22.9 m USD", "▲ 2.1 m USD", "by purchase")
    assert tile(KeyFigure("Cost", 16_620.0, "usd")).figure == "16,620 USD"
