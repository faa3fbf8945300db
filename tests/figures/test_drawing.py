"""Is a chart built once for its looks, and drawn from its own rows each time?"""

import time
from datetime import date

import altair as alt
import pandas as pd

from unpol_data.figures import theme
from unpol_data.figures.drawing import ROWS, Drawing, drawing, source
from unpol_data.figures.palette import palette

BUILT = []


def template(colours, word: str) -> alt.LayerChart:
    BUILT.append((colours.name, word))
    base = alt.Chart(source()).mark_text(text=word, color=colours.text)
    own = alt.Chart(pd.DataFrame({"own": [1]})).mark_point()
    return theme.themed(alt.layer(base, own), colours)


def drawn(rows: pd.DataFrame, name: str = "light", word: str = "a") -> Drawing:
    return drawing(
        template, palette(name), word, rows={ROWS: rows}, height=10, values={"most": len(rows)}
    )


def test_looks_are_built_once_and_rows_are_each_drawings_own():
    BUILT.clear()
    first = drawn(pd.DataFrame({"gap": [1]}), word="once")
    second = drawn(pd.DataFrame({"gap": [2, 3]}), word="once")
    assert BUILT == [("light", "once")]
    assert first["datasets"][ROWS] == [{"gap": 1}]
    assert second["datasets"][ROWS] == [{"gap": 2}, {"gap": 3}]
    assert second["params"] == [{"name": "most", "value": 2}]


def test_another_theme_is_another_template():
    light, dark = (drawn(pd.DataFrame(), name=name)["layer"] for name in ("light", "dark"))
    assert light != dark


def test_rows_that_belong_to_the_template_stay():
    datasets = drawn(pd.DataFrame({"gap": [1]}))["datasets"]
    assert [{"own": 1}] in datasets.values()


def test_missing_values_are_null_and_dates_are_iso():
    rows = pd.DataFrame({"gap": [None, 1.5], "on": [date(2026, 3, 31), None]})
    found = drawn(rows)["datasets"][ROWS]
    assert found[0]["gap"] is None
    assert found[0]["on"].startswith("2026-03-31")
    assert found[1]["on"] is None


def test_a_drawing_is_what_both_chart_calls_of_the_page_take():
    chart = drawn(pd.DataFrame())
    assert isinstance(chart, dict)
    assert chart.to_dict() == dict(chart)


def test_drawing_again_takes_no_time_to_speak_of():
    rows = pd.DataFrame({"gap": range(200)})
    drawn(rows)
    start = time.perf_counter()
    drawn(rows)
    assert time.perf_counter() - start < 0.05
