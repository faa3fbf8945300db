"""Does the matrix say a figure in every cell, and never a zero for what nobody knows?"""

from datetime import date

import pandas as pd
import pytest

from unpol_data.figures.gap_matrix import gap_matrix, gap_matrix_alt
from unpol_data.figures.marks import CLASS_NAMES

ON = date(2026, 3, 31)


def cell(row: str, column: str, points: float | None, gap_class: str, **more) -> dict:
    return {
        "row_name": row,
        "column_name": column,
        "column_short": column[:4],
        "overall": column == "Capability",
        "gap_points": points,
        "gap_class": gap_class,
        "limiting": False,
        "dated_on": ON,
    } | more


def gaps() -> pd.DataFrame:
    return pd.DataFrame(
        [
            cell("Communications", "Capability", 58, "large"),
            cell("Communications", "Facilities", 74, "large", limiting=True),
            cell("Surveillance and UAS", "Capability", None, "not_enough_evidence", dated_on=None),
            cell("Surveillance and UAS", "Facilities", None, "not_applicable", dated_on=None),
        ]
    )


def cells_of(spec: dict) -> dict:
    """The cells by row and column, with the texts their numbers stand for."""
    texts = {row["i"]: row["t"] for row in spec["datasets"]["texts"]}
    cells = {}
    for row in spec["datasets"]["rows"]:
        raised, code = divmod(row["k"], len(CLASS_NAMES))
        label = texts[row["c"]]
        cells[f"{texts[row['r']]} · {label.split('|')[2]}"] = {
            "label": label,
            "dated": texts[row["d"]],
            "gap_class": list(CLASS_NAMES)[code],
            "limiting": bool(raised % 2),
            "overall": raised >= 2,
            "points": row["p"],
        }
    return cells


def test_every_cell_has_words(sound_spec, colours):
    cells = cells_of(sound_spec(gap_matrix(gaps(), colours)))
    assert cells["Communications · Facilities"]["dated"] == "31 Mar 2026"
    assert cells["Communications · Facilities"]["points"] == 74
    assert cells["Communications · Facilities"]["limiting"]
    assert not cells["Communications · Facilities"]["overall"]
    assert cells["Communications · Capability"]["gap_class"] == "large"
    assert cells["Communications · Capability"]["overall"]
    assert cells["Surveillance and UAS · Capability"]["gap_class"] == "not_enough_evidence"
    assert cells["Surveillance and UAS · Facilities"]["gap_class"] == "not_applicable"


def test_every_text_is_sent_once(sound_spec, colours):
    spec = sound_spec(gap_matrix(gaps(), colours))
    texts = [row["t"] for row in spec["datasets"]["texts"]]
    assert len(texts) == len(set(texts))
    cells = [value for row in spec["datasets"]["rows"] for value in row.values()]
    assert not [value for value in cells if isinstance(value, str)]


def test_a_missing_figure_is_never_zero(sound_spec, colours):
    cells = cells_of(sound_spec(gap_matrix(gaps(), colours)))
    assert cells["Surveillance and UAS · Capability"]["points"] is None


def test_a_class_keeps_its_colour_whatever_else_is_shown(sound_spec, colours):
    for shown in (gaps(), gaps().head(1)):
        spec = sound_spec(gap_matrix(shown, colours))
        scale = spec["layer"][0]["encoding"]["color"]["scale"]
        fill = dict(zip(scale["domain"], scale["range"], strict=True))
        assert fill["large"] == colours.fills["large"]


def test_the_chart_grows_with_its_rows(colours):
    few, more = gaps().head(2), gaps()
    assert gap_matrix(more, colours)["height"] == 2 * gap_matrix(few, colours)["height"]


def test_names_of_many_columns_are_wrapped_and_short_names_take_turns(sound_spec, colours):
    rows = [
        cell("UNMISS", f"Capability area {turn}", 10 * turn, "minor", column_short=f"A{turn}")
        for turn in range(10)
    ]
    cells = cells_of(sound_spec(gap_matrix(pd.DataFrame(rows), colours)))
    assert (
        cells["UNMISS · Capability area 0"]["label"] == "Capability\narea 0|\nA0|Capability area 0"
    )
    assert (
        cells["UNMISS · Capability area 1"]["label"] == "Capability\narea 1|A1\n|Capability area 1"
    )


def test_whole_numbers_with_missing_values_can_be_drawn(sound_spec, colours):
    whole = gaps().astype({"gap_points": "Int64"})
    assert cells_of(sound_spec(gap_matrix(whole, colours)))


def test_the_alternative_text_names_the_largest_gaps_and_what_is_not_known():
    assert gap_matrix_alt(gaps()) == (
        "Matrix of gaps, 2 by 2, from 0 (requirement met) to 100 (nothing in place). "
        "Largest: Communications · Facilities 74. 1 cell lacks enough evidence."
    )


def test_the_alternative_text_says_when_nothing_is_known():
    assert gap_matrix_alt(gaps().iloc[[2]]).endswith("No cell has enough evidence for a figure.")


def test_a_frame_without_a_needed_column_is_refused_by_name(colours):
    with pytest.raises(ValueError, match="lacks limiting"):
        gap_matrix(gaps().drop(columns="limiting"), colours)


def test_an_unknown_class_is_refused_by_name(colours):
    with pytest.raises(ValueError, match="Unknown gap class: huge"):
        gap_matrix(gaps().assign(gap_class="huge"), colours)
