"""Which options are chosen in nearly every draw, and which in hardly any?"""

import pandas as pd

from unpol_data.scoring.firmness import firmness


def test_what_nearly_every_draw_chooses_is_core_and_what_hardly_any_does_is_exterior():
    share = pd.Series({"a": 0.95, "b": 0.94, "c": 0.06, "d": 0.05})
    found = firmness(share, core_share=0.95, exterior_share=0.05)
    assert found.to_dict() == {
        "a": "core",
        "b": "borderline",
        "c": "borderline",
        "d": "exterior",
    }
