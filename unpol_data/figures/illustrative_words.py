"""How is it said whose answers are invented?"""

import pandas as pd

from unpol_data.figures import formats

ALL = "All answers and measurements are invented and say nothing about real missions."
THEIRS = "The answers and measurements of {} are invented and say nothing about real missions."
SOME = "Some answers and measurements of {} are invented and say nothing about real missions."


def sentence(held: pd.DataFrame) -> str:
    """Which missions' answers are invented: all, those of some, or some of those of a mission.

    `held` has one row per assessment, with mission_code and illustrative. Nothing where none is
    invented.
    """
    if not held["illustrative"].any():
        return ""
    if held["illustrative"].all():
        return ALL
    share = held.groupby("mission_code")["illustrative"].mean()
    said = ((THEIRS, share[share == 1]), (SOME, share[(share > 0) & (share < 1)]))
    return " ".join(
        words.format(formats.listed(list(missions.index)))
        for words, missions in said
        if len(missions)
    )
