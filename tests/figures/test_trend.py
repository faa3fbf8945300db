"""Does the trend say where its axis starts, and break where nobody measured?"""

import pandas as pd
import pytest

from unpol_data.figures.trend import trend, trend_alt


def months(values: list[float | None]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "month": pd.date_range("2025-04-01", periods=len(values), freq="MS"),
            "mean_value": pd.Series(values, dtype="float64"),
        }
    )


def axis(spec: dict) -> tuple[list[float], str]:
    encoding = spec["layer"][0]["encoding"]
    return encoding["y"]["scale"]["domain"], encoding["x"]["title"]


def test_a_cut_axis_says_so(sound_spec, colours):
    chart = trend(months([96, 92, 84, 74]), colours, unit="%", required=95)
    assert axis(sound_spec(chart)) == (
        [60, 100],
        "Monthly mean of measurements. Axis starts at 60 %.",
    )


def test_an_axis_from_zero_says_nothing(sound_spec, colours):
    chart = trend(months([4, 9, 17]), colours, unit="Mbit/s", required=18)
    (low, high), note = axis(sound_spec(chart))
    assert low == 0
    assert high >= 18
    assert note == "Monthly mean of measurements."


def test_a_share_never_passes_100_percent(sound_spec, colours):
    chart = trend(months([97, 98, 99.9]), colours, unit="%", required=99.5)
    assert axis(sound_spec(chart))[0][1] == 100


def test_a_month_without_measurements_breaks_the_line(sound_spec, colours):
    spec = sound_spec(trend(months([4, None, 9]), colours, unit="ms", required=None))
    rows = spec["datasets"]["rows"]
    assert rows[1]["mean_value"] is None
    assert spec["layer"][0]["mark"]["invalid"] == "break-paths-show-domains"


def test_the_requirement_is_dashed_and_labelled(sound_spec, texts, colours):
    spec = sound_spec(trend(months([96, 74]), colours, unit="%", required=95))
    assert "required 95 %" in texts(spec)


def test_without_a_requirement_none_is_drawn(sound_spec, colours):
    with_one = sound_spec(trend(months([96, 74]), colours, unit="%", required=95))
    without = sound_spec(trend(months([96, 74]), colours, unit="%", required=None))
    assert len(with_one["layer"]) - len(without["layer"]) == 2


@pytest.mark.parametrize("values", [[], [None], [0, 0], [18, 18]])
def test_few_or_equal_measurements_can_be_drawn(sound_spec, colours, values):
    assert sound_spec(trend(months(values), colours, unit="ms", required=None))


def test_the_alternative_text_tells_first_last_extremes_and_requirement():
    assert trend_alt(months([96, 97, 74]), unit="%", required=95) == (
        "Monthly means from Apr 2025, 96 %, to Jun 2025, 74 %; lowest 74 %, highest 97 %. "
        "Required: 95 %. Axis starts at 60 %."
    )
    assert trend_alt(months([None]), unit="%", required=95) == "Monthly means: no measurement."


def test_a_last_value_near_the_axis_is_written_above_it(sound_spec, colours):
    spec = sound_spec(trend(months([5.7, 2.0, 0.9]), colours, unit="Mbit/s", required=15))
    bold = [layer["mark"] for layer in spec["layer"] if layer["mark"].get("fontWeight") == "bold"]
    assert all(mark["dy"] < 0 for mark in bold)
    assert bold
