"""Text from files stays text; figures and dates read the same everywhere."""

import re
from datetime import date

import pytest

from pages.ui import words


@pytest.mark.parametrize(
    "text",
    [
        "![x](http://elsewhere.example/x.png)",
        "**bold** :red[text] $x$ <b>",
        "[a](https://elsewhere.example)",
        "www.elsewhere.example",
        "somebody@elsewhere.example",
    ],
)
def test_nothing_in_text_from_a_file_is_formatting_or_a_link(text):
    shown = words.plain(text)
    assert not re.search(r"(?<!\\)[!*\[\]()<>$:`_~]", shown)
    assert not re.search(r"://|www\.|@\w", shown.replace("\\", ""))
    assert shown.replace("\\", "").replace(words.JOINER, "") == text


def test_a_date_is_written_without_doubt_about_day_and_month():
    assert words.day(date(2026, 3, 1)) == "1 Mar 2026"


@pytest.mark.parametrize(
    ("points", "unit", "said"),
    [
        (3, "points", "▲ 3 points"),
        (-1, "points", "▼ 1 point"),
        (0.2, "points", "= unchanged"),
        (1310, "", "▲ 1,310"),
    ],
)
def test_a_change_says_its_direction(points, unit, said):
    assert words.change(points, unit) == said
