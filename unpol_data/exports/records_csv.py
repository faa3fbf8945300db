"""How do the programme's records of one kind leave as a file that can come back?"""

import pandas as pd

from unpol_data.figures.formats import inert
from unpol_data.validation.records import written


def content(kind: str, rows: pd.DataFrame) -> bytes:
    """UTF-8 CSV with the columns of the dictionary, one line per row of `queries.records`.

    Imported again as it is, it changes nothing.
    """
    lines = written.of_dictionary(kind, rows).map(inert)
    return lines.to_csv(index=False, lineterminator="\n").encode("utf-8-sig")
