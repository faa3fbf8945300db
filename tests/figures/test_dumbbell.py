"""Does the chart compare rounds only where both are known?"""

import pandas as pd

from unpol_data.figures.dumbbell import dumbbell, dumbbell_alt


def gaps() -> pd.DataFrame:
    return pd.DataFrame(
        {
            "name": ["Digital forensics", "Safety and public order", "Surveillance and UAS"],
            "gap_points": [82, 26, None],
            "previous_points": [77, 26, None],
            "median_points": [63, None, 33],
            "change_points": [5, 0, None],
            "gap_class": ["critical", "moderate", "not_enough_evidence"],
        }
    )


def rows_of(spec: dict) -> dict:
    return {row["name"]: row for row in spec["datasets"]["rows"]}


def test_the_change_stands_at_the_right_edge(sound_spec, colours):
    rows = rows_of(sound_spec(dumbbell(gaps(), colours)))
    assert [row["change"] for row in rows.values()] == ["▲ 5", "=", ""]


def test_a_row_without_a_figure_says_so_in_words(sound_spec, colours):
    rows = rows_of(sound_spec(dumbbell(gaps(), colours)))
    assert rows["Surveillance and UAS"]["now"] == "not enough evidence"
    assert rows["Surveillance and UAS"]["gap_points"] is None


def test_the_axis_always_runs_from_0_to_100(sound_spec, colours):
    spec = sound_spec(dumbbell(gaps().tail(2), colours))
    domains = [
        layer["encoding"]["x"]["scale"]["domain"]
        for layer in spec["layer"]
        if "x" in layer["encoding"]
    ]
    assert domains
    assert all(domain == [0, 100] for domain in domains)


def test_the_alternative_text_gives_gap_change_and_median():
    assert dumbbell_alt(gaps()) == (
        "Gap, 0 to 100, this round against the last: Digital forensics 82, critical "
        "(▲ 5 points, median 63); Safety and public order 26, moderate (unchanged); "
        "Surveillance and UAS not enough evidence."
    )


def test_rows_keep_their_order_where_some_have_no_last_round(sound_spec, colours):
    spec = sound_spec(dumbbell(gaps(), colours))
    # Rows are drawn in the order in which the first layer brings them, so it must bring them all.
    assert "transform" not in spec["layer"][0]


def test_two_missions_are_named_where_they_are_compared(sound_spec, colours):
    spec = sound_spec(dumbbell(gaps(), colours, now="UNMISS", before="MONUSCO"))
    titles = {tip.get("title") for tip in spec["layer"][0]["encoding"]["tooltip"]}
    assert {"UNMISS", "MONUSCO"} <= titles
    assert "UNMISS against MONUSCO" in dumbbell_alt(gaps(), now="UNMISS", before="MONUSCO")
