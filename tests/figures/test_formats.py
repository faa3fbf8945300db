"""Are numbers, changes and dates written as the visual specification asks?"""

from datetime import date

import pytest

from unpol_data.figures import formats


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (formats.number(4120), "4,120"),
        (formats.number(62.5), "63"),
        (formats.number(None), "not known"),
        (formats.percent(0.64), "64 %"),
        (formats.percent(float("nan")), "not known"),
        (formats.quantity(18, "Mbit/s"), "18 Mbit/s"),
        (formats.quantity(6.5, "h a day"), "6.5 h a day"),
        (formats.quantity(None, "ms"), "not known"),
        (formats.of_needed(6, 24, "h"), "6 of 24 h"),
        (formats.money(56500), "USD 56,500"),
        (formats.money(None), "not known"),
        (formats.change(11), "▲ 11"),
        (formats.change(-2), "▼ 2"),
        (formats.change(0.4), "="),
        (formats.change(None), ""),
        (formats.change_in_points(3), "▲ 3 points"),
        (formats.change_in_points(-1), "▼ 1 point"),
        (formats.change_in_points(11), "▲ 11 points"),
        (formats.change_in_points(0), "="),
        (formats.span(3, 9), "3–9"),
        (formats.span(3, 3.2), "3"),
        (formats.day(date(2026, 3, 31)), "31 Mar 2026"),
        (formats.day(None), "no date"),
        (formats.month(date(2026, 3, 1)), "Mar 2026"),
        (formats.month(None), "no date"),
        (formats.count(1, "site", "sites"), "1 site"),
        (formats.count(3, "site", "sites"), "3 sites"),
        (formats.listed(["a"]), "a"),
        (formats.listed(["a", "b", "c"]), "a, b and c"),
    ],
)
def test_a_value_is_written_for_its_reader(written, expected):
    assert written == expected


def test_halves_are_rounded_away_from_zero():
    assert [formats.round_half_up(value) for value in (0.5, 1.5, -0.5, -2.5)] == [1, 2, -1, -3]


def test_a_half_written_in_binary_is_still_a_half():
    assert formats.round_half_up(100 * 0.145) == 15


def test_a_very_small_value_keeps_a_digit_rather_than_being_rounded_to_nothing():
    assert formats.quantity(0.072, "Mbit/s") == "0.07 Mbit/s"
    assert formats.quantity(0, "Mbit/s") == "0 Mbit/s"


def test_text_that_was_made_inert_is_itself_again():
    for text in ("=1+1", "-5 dBm", " @name", "'quoted'", "plain", "'"):
        assert formats.unmarked(formats.inert(text)) == text


@pytest.mark.parametrize("sign", ["=", "+", "-", "@", "\t", "\r", "\n", "＝"])
@pytest.mark.parametrize("blank", ["", " ", "\u00a0", "\u3000"])
def test_text_that_a_spreadsheet_would_run_is_made_inert(sign, blank):
    text = f"{blank}{sign}HYPERLINK(1)"
    assert formats.inert(text) == f"'{text}"
    assert formats.inert(f"a{text}") == f"a{text}"
    assert formats.inert(-1.5) == -1.5
