"""Does each answer of a visit that was partly remote say how it was obtained?"""

from collections.abc import Iterator, Mapping

import pandas as pd

from unpol_data.validation.problems import WARNING, Problem, of_rows

SHEET = "answers"
PARTLY_EACH = "hybrid"


def problems(tables: Mapping[str, pd.DataFrame]) -> Iterator[Problem]:
    """A warning for each site of a hybrid visit with answers that do not say it, at the first."""
    visit = tables.get("assessment", pd.DataFrame(columns=["modality"]))
    if SHEET not in tables or not (visit["modality"] == PARTLY_EACH).any():
        return
    rows = tables[SHEET]
    silent = rows[(rows["state"] == "answered") & rows["modality"].isna()]
    counts = silent.groupby("site_code")["item_code"].transform("size")
    first = silent.assign(silent=counts).drop_duplicates("site_code").dropna(subset="site_code")
    yield from of_rows(
        first,
        pd.Series(True, index=first.index),
        sheet=SHEET,
        column="modality",
        rule="modality_of_answer",
        expected="in_person or remote",
        words="the visit was hybrid, but {silent} answers of {site_code} do not say whether they "
        "were obtained in person or remotely",
        severity=WARNING,
    )
