"""Does the ranking say what is tied and what is not ranked?"""

import pandas as pd

from unpol_data.figures import ranking_words


def test_what_is_not_ranked_is_named_or_counted_by_reason():
    rows = pd.DataFrame(
        [
            {"mission_code": "UNMISS", "area_code": "cyber", "why_not_ranked": "gap"},
            *(
                {"mission_code": "MINURSO", "area_code": code, "why_not_ranked": "gap"}
                for code in ("cyber", "power", "records")
            ),
            {"mission_code": "UNMIK", "area_code": "cyber", "why_not_ranked": "threat"},
        ]
    )
    assert ranking_words.not_ranked(rows, areas_in_scope=3) == {
        "not enough evidence": "UNMISS Cyber investigation, MINURSO all 3 areas",
        "crime threats not rated": "UNMIK Cyber investigation",
    }


def test_a_share_just_below_a_tier_is_not_printed_as_its_limit():
    assert ranking_words.top_share(0.1955) == "19.6 %"
    assert ranking_words.top_share(None) == "not known"
