"""May the answers that later ones of the same file replaced be kept beside them?"""

from dataclasses import replace

import pandas as pd

from unpol_data.ingest.read import Read
from unpol_data.ingest.submissions.sheet import REPLACED
from unpol_data.validation import Context, Judgement, judge
from unpol_data.validation.problems import ERROR

SHEET = "answers"
BESIDE = ("assessment", "sites")


def with_replaced(judgement: Judgement, found: Read, *, context: Context) -> Judgement:
    """The judgement, with the replaced answers among its rows, and their errors.

    They are judged as the answers that count are. What is only to be looked at is not told: they
    count in no figure.
    """
    beside = {sheet: found.tables[sheet] for sheet in BESIDE if sheet in found.tables}
    kept, errors = [], []
    for turn, (name, rows) in enumerate(found.replaced.items(), start=1):
        judged = judge({**beside, SHEET: rows}, context=context)
        kept.append(judged.rows[SHEET].assign(turn=turn))
        errors += [
            replace(one, sheet=name)
            for one in judged.problems
            if one.sheet == SHEET and one.severity == ERROR
        ]
    if not kept:
        return judgement
    rows = judgement.rows | {REPLACED: pd.concat(kept, ignore_index=True)}
    return replace(judgement, rows=rows, problems=(*judgement.problems, *errors))
