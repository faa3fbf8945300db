"""Does every cell carry a letter, and is what nobody read hatched?"""

import pandas as pd

from unpol_data.figures import guidance_matrix


def cells() -> pd.DataFrame:
    """The best in force, a heading and two documents, by one area."""
    area = {"column_name": "Communications", "column_short": "Com", "passage": None}
    rows = [
        ("best", "Best in force", False, "adequate", "Adequate", True),
        ("kind policy", "Policies", True, "not_read", "Not read yet", False),
        ("A", "Policy", False, "adequate", "Adequate", False),
        ("B", "Other policy", False, "not_read", "Not read yet", False),
    ]
    names = ["row", "row_name", "is_group", "state", "state_name", "bold"]
    found = pd.DataFrame(rows, columns=names)
    return found.assign(title=found["row_name"], **area)


def test_a_cell_says_its_state_by_a_letter(sound_spec, colours):
    spec = sound_spec(guidance_matrix.guidance_matrix(cells(), colours))
    assert [row["letter"] for row in spec["datasets"]["rows"]] == ["A", "", "A", ""]
    values = {one["name"]: one["value"] for one in spec["params"]}
    assert values["groups"] == ["kind policy"]
    assert values["names"]["B"] == "Other policy"


def test_the_alternative_text_counts_documents_only():
    assert guidance_matrix.guidance_matrix_alt(cells()) == (
        "Matrix of guidance, 2 documents by 1 area. Cells: adequate 1 and not read yet 1."
    )
