"""Does every bar say its area, its officers and the gaps nobody can help with?"""

import pandas as pd

from unpol_data.figures import expertise_bars


def areas() -> pd.DataFrame:
    return pd.DataFrame(
        [
            ("Surveillance", 0, 0, 3, 3, 5, 5),
            ("Forensics", 0, 7, 0, 7, 4, 3),
            ("Power", 0, 0, 0, 0, 1, 1),
            ("Cyber", 1, 2, 0, 3, 6, 0),
            ("Safety", 0, 0, 5, 5, 0, 0),
        ],
        columns=["area_name", "spc", "spt", "deployed", "officers", "severe", "unhelped"],
    )


def test_a_bar_is_made_of_its_holders_and_says_its_gaps(sound_spec, colours):
    spec = sound_spec(expertise_bars.expertise_bars(areas(), colours))
    rows = spec["datasets"]["rows"]
    assert len(rows) == 5 * 3
    ends = {
        (row["area_name"], row["holder_name"]): (row["from_officers"], row["to_officers"])
        for row in rows
    }
    assert ends["Cyber", "Standing capacity"] == (0, 1)
    assert ends["Cyber", "Specialised teams"] == (1, 3)
    assert [row["is_left"] for row in rows[:5]] == [True, True, True, False, False]
    assert {one["name"]: one["value"] for one in spec["params"]} == {"longest": 7}


def test_on_a_phone_the_words_take_two_lines(sound_spec, colours):
    wide = sound_spec(expertise_bars.expertise_bars(areas(), colours))
    narrow = sound_spec(expertise_bars.expertise_bars(areas(), colours, narrow=True))
    assert narrow["height"] > wide["height"]


def test_the_alternative_text_says_what_stands_above_each_bar():
    assert expertise_bars.expertise_bars_alt(areas()) == (
        "Officers with technical expertise by area. "
        "Surveillance: 3 officers; 5 large gaps, all without help; "
        "Forensics: 7 officers; 4 large gaps, 3 of them without help; "
        "Power: nobody; 1 large gap, it is without help; "
        "Cyber: 3 officers; 6 large gaps; Safety: 5 officers; no large gap."
    )
