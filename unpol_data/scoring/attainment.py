"""How far does each answer reach what is required of it?"""

import numpy as np
import pandas as pd

LEFT_OUT = ("not_applicable", "not_provided")


def is_applicable(states: pd.Series) -> pd.Series:
    """Whether each answer counts: not applicable and not provided by design do not.

    An unknown counts: it is needed, and missing. Method note, section 1.
    """
    return ~states.isin(LEFT_OUT)


def raw_attainment(answers: pd.DataFrame, *, level_top: float) -> pd.Series:
    """What each answer says on a scale of 0 nothing to 1 full, before any requirement.

        level:         value / level_top
        yes_partly_no: value (yes 1, partly 1/2, no 0)
        count:         min(1, value / needed)
        measure:       clip((value - at_none) / (at_full - at_none), 0, 1)

    `answers` has one row per answer, with answer_type, state, value, needed, value_at_none
    and value_at_full. Missing unless the state is answered and the numbers it takes are
    there; a count of which none is needed is missing too. Method note, section 1.
    """
    value = answers["value"].astype("float64")
    needed = answers["needed"].astype("float64")
    at_none = answers["value_at_none"].astype("float64")
    span = answers["value_at_full"].astype("float64") - at_none
    kinds = answers["answer_type"]
    choices = {
        "level": value / level_top,
        "yes_partly_no": value,
        "count": value / needed.where(needed > 0),
        "measure": (value - at_none) / span.where(span != 0),
    }
    unknown = sorted(set(kinds.dropna()) - set(choices))
    if unknown:
        raise ValueError(f"Unknown answer types {unknown}; known are {list(choices)}.")
    reached = np.select([kinds == kind for kind in choices], list(choices.values()), np.nan)
    raw = pd.Series(reached, index=answers.index, dtype="float64").clip(0, 1)
    return raw.where(answers["state"] == "answered")


def attainment(answers: pd.DataFrame, *, level_top: float) -> pd.Series:
    """Attainment of each answer against its requirement: 0 nothing, 1 required level reached.

        attainment = min(1, raw attainment / required)

    More than required counts as 1, so one item never makes up for another. Missing where
    the raw attainment or the requirement is. Method note, section 1.
    """
    required = answers["required"].astype("float64")
    raw = raw_attainment(answers, level_top=level_top)
    return (raw / required.where(required > 0)).clip(upper=1)
