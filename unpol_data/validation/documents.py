"""Can it be found again which document an earlier finding was taken from?"""

from collections.abc import Iterator, Mapping

import pandas as pd

from unpol_data.validation.context import Context
from unpol_data.validation.problems import WARNING, Problem, of_sheet

GRADE = "document"


def problems(tables: Mapping[str, pd.DataFrame], context: Context) -> Iterator[Problem]:
    """Answers read from a document, in a table of answers for which no document is named.

    An assessment says itself what it is and by whom; a single table of answers does not.
    """
    if "assessment" in tables or "answers" not in tables or context.reference:
        return
    taken = tables["answers"]["evidence_grade"].eq(GRADE)
    if taken.any():
        yield of_sheet(
            "answers",
            rule="no_reference",
            column="evidence_grade",
            found=GRADE,
            expected="a reference such as: SPC end-of-mission report, 14 Mar 2025",
            words=f"{int(taken.sum()):,} answers were read from a document, but no document is "
            "named; give its title and date as the reference",
            severity=WARNING,
        )
