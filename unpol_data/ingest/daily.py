"""What did a site measure on a day on which it was measured several times?"""

import pandas as pd

from unpol_data import reference
from unpol_data.validation import Problem
from unpol_data.validation.cells import NotUnderstood, day, is_blank
from unpol_data.validation.problems import WARNING

KEY = ["site_code", "measured_on"]


def one_row_a_day(rows: pd.DataFrame) -> tuple[pd.DataFrame, list[Problem]]:
    """The median of each measure for a site and day, at the place of the first of them.

    Several measurements are only brought together where all of them are numbers that can be;
    else all rows stay, to be told what is wrong with them.
    """
    if not set(KEY) <= set(rows.columns):
        return rows, []
    dated = rows.assign(measured_on=rows["measured_on"].map(_day))
    measures = [name for name in reference.codes("measures") if name in rows.columns]
    numbers = dated[measures].map(_number)
    sound = (numbers.notna() | dated[measures].map(is_blank)).all(axis=1)
    sound &= dated[KEY].notna().all(axis=1)
    grouped = dated.groupby(KEY, dropna=False, sort=False)
    times = grouped[KEY[0]].transform("size")
    # Not sorted: what is no date yet cannot be put in order.
    alike = sound.groupby([dated[name] for name in KEY], dropna=False, sort=False)
    together = (times > 1) & alike.transform("all")
    if not together.any():
        return dated, []
    medians = numbers[together].groupby([dated.loc[together, name] for name in KEY], sort=False)
    firsts = dated[together].drop_duplicates(KEY)
    middle = medians.median().reindex(pd.MultiIndex.from_frame(firsts[KEY]))
    values = middle.astype(object).where(middle.notna(), None).to_numpy()
    firsts = firsts.assign(**{name: values[:, n] for n, name in enumerate(measures)})
    kept = pd.concat([dated[~together], firsts]).sort_index()
    words = (
        f"{int(together.sum()):,} measurements were made on the same days at the same sites; "
        f"the median of each day is taken, {len(firsts):,} in all"
    )
    return kept, [Problem("", None, "", "", "", words, "median_of_day", WARNING)]


def _day(cell: object) -> object:
    if is_blank(cell):
        return None
    try:
        return day(cell)
    except NotUnderstood:
        return cell


def _number(cell: object) -> float:
    counts = isinstance(cell, int | float) and not isinstance(cell, bool)
    return float(cell) if counts and cell >= 0 else float("nan")
