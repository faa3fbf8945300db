"""Which class does a printed figure fall into?"""

import numpy as np
import pandas as pd

# A share times 100 can miss a half by floating-point noise (0.145 is stored as 0.14499...).
DECIMALS = 9


def printed(gaps: pd.Series) -> pd.Series:
    """Each gap of 0-1 as it is printed: a whole number 0-100, halves rounded up.

    Missing stays missing. Method note, section 12.
    """
    hundredths = (100 * gaps.astype("float64")).round(DECIMALS)
    return pd.Series(np.floor(hundredths + 0.5), index=gaps.index).astype("Int64")


def gap_classes(gaps: pd.Series, classes: pd.DataFrame) -> pd.Series:
    """The class of each gap of 0-1, by its printed figure; missing where there is no figure.

    `classes` has one row per class with gap_class, from_gap and to_gap (both printed
    figures that belong to it). Method note, section 12.
    """
    return _classes(gaps, classes, "gap_class")


def connectivity_classes(gaps: pd.Series, classes: pd.DataFrame) -> pd.Series:
    """The class of each connectivity gap of 0-1, by its printed figure.

    `classes` has connectivity_class, from_gap and to_gap; the class without limits is
    that of sites of which nothing is known. Method note, section 12.
    """
    found = _classes(gaps, classes, "connectivity_class")
    unlimited = classes.loc[classes["from_gap"].isna(), "connectivity_class"]
    return found if unlimited.empty else found.fillna(unlimited.iloc[0])


def _classes(gaps: pd.Series, classes: pd.DataFrame, column: str) -> pd.Series:
    figures = printed(gaps).to_numpy("float64", na_value=np.nan)
    limited = classes[classes["from_gap"].notna()].sort_values("from_gap")
    first, last = (limited[name].to_numpy("float64") for name in ("from_gap", "to_gap"))
    place = np.searchsorted(first, figures, side="right") - 1
    within = (place >= 0) & (figures <= last[place])
    found = np.where(within, limited[column].to_numpy(dtype=object)[place], None)
    return pd.Series(found, index=gaps.index, dtype="object")
