"""Which gaps could the answers stand for, given how they were seen and what is missing?"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
import pandas as pd

from unpol_data.scoring.attainment import is_applicable
from unpol_data.scoring.chance import Chance

MEANS = ("geometric", "arithmetic", "harmonic")
KEY = ["mission_code", "area_code"]
PLACE = ["site_code", "dimension_code"]
ORDER = [*KEY, *PLACE, "item_code"]
ITEM_NOISE, MISSING_ITEMS = "item_noise", "missing_items"
DIMENSION_WEIGHTS, TYPE_OF_MEAN = "dimension_weights", "type_of_mean"


@dataclass(frozen=True)
class Assumptions:
    """What is fixed and how far the rest varies; each from the reference parameters.

    Item noise is noise_floor + noise_span (1 - confidence); weights vary by the share
    weight_noise of themselves; each draw takes one of the `means`, all alike often.
    """

    floor: float
    large_gap: float
    noise_floor: float
    noise_span: float
    weight_noise: float
    means: tuple[str, ...] = MEANS


@dataclass(frozen=True)
class Draws:
    """`rows`: one row per mission and area, in the order of the rows of both arrays.

    `gaps` (0 met, 1 nothing there) and `exposures` (0-1) have one column per draw. Draw k
    of one area is about the same assumptions as draw k of every other.
    """

    rows: pd.DataFrame
    gaps: np.ndarray
    exposures: np.ndarray


def gap_draws(
    answers: pd.DataFrame, weights: pd.DataFrame, *, assumptions: Assumptions, chance: Chance
) -> Draws:
    """Draws of the gap and the exposure share of each mission and area, 0-1.

        attainment drawn = clip(a + U(-1, 1) (noise_floor + noise_span (1 - c)), 0, 1)
                           or U(0, 1) where the item applies and was not answered
        weight drawn     = w (1 + U(-1, 1) weight_noise), renormalised

    and from there on as the point figure: mean over the dimensions by the type of mean of
    the draw, mean over the sites by those served. Every open site counts in the draws,
    those too that have too little evidence for a figure of their own. `answers` is of one
    side and horizon: one row per item asked, with mission_code, site_code, side, area_code,
    dimension_code, item_code, state, weight, attainment, confidence (missing: none) and
    served; `weights` has area_code, dimension_code and weight. Draws are the same for both
    horizons except for what is required. Method note, section 10.
    """
    asked = answers[is_applicable(answers["state"])].sort_values(ORDER, ignore_index=True)
    places = weights.set_index(["area_code", "dimension_code"])["weight"]
    found = [
        (key, *_area_draws(rows, places[key[1]], assumptions, chance))
        for key, rows in _capabilities(asked)
    ]
    keys, gaps, exposures = zip(*found, strict=True) if found else ((), (), ())
    empty = np.empty((0, chance.draw_count), dtype=np.float32)
    return Draws(
        pd.DataFrame(list(keys), columns=KEY),
        np.stack(gaps) if gaps else empty,
        np.stack(exposures) if exposures else empty,
    )


def _capabilities(asked: pd.DataFrame) -> Iterator[tuple[tuple[str, str], pd.DataFrame]]:
    """The rows of each mission and area that has a site whose weight is known."""
    for key, rows in asked.groupby(KEY, sort=True):
        served = _served_weights(rows)
        known = served.notna() & (served > 0)
        if known.any():
            yield key, rows.assign(served=served)[known]


def _served_weights(rows: pd.DataFrame) -> pd.Series:
    """How much the site of each row counts; the same for all where no number counts."""
    served = rows["served"].astype("float64")
    return served if served.sum() > 0 else pd.Series(1.0, index=rows.index)


def _area_draws(
    rows: pd.DataFrame, weights: pd.Series, assumptions: Assumptions, chance: Chance
) -> tuple[np.ndarray, np.ndarray]:
    """Gap and exposure share of one area of one mission, one number per draw."""
    cells = rows[PLACE].ne(rows[PLACE].shift()).any(axis=1).to_numpy()
    first = rows[cells]
    levels = _weighted_rows(
        _attainments(rows, assumptions, chance), rows["weight"], np.flatnonzero(cells)
    )
    drawn = _weights(first, weights, assumptions, chance)
    sites = first["site_code"].ne(first["site_code"].shift()).to_numpy()
    gaps = _site_gaps(levels, drawn, np.flatnonzero(sites), assumptions, chance)
    served = first.loc[sites, "served"].to_numpy()
    share = (served / served.sum()).astype(np.float32)
    return share @ gaps, share @ (gaps > assumptions.large_gap).astype(np.float32)


def _attainments(rows: pd.DataFrame, assumptions: Assumptions, chance: Chance) -> np.ndarray:
    """One row per item, one column per draw: its attainment, 0-1."""
    answered = rows["attainment"].notna().to_numpy()
    names = (rows["site_code"] + "/" + rows["side"] + "/" + rows["item_code"]).to_numpy()
    reached = np.empty((len(rows), chance.draw_count), dtype=np.float32)
    known = rows[answered]
    noise = assumptions.noise_floor + assumptions.noise_span * (1 - known["confidence"].fillna(0))
    drawn = chance.spread(ITEM_NOISE, names[answered])
    drawn *= _column(noise)
    drawn += _column(known["attainment"])
    reached[answered] = np.clip(drawn, 0, 1, out=drawn)
    reached[~answered] = chance.uniform(MISSING_ITEMS, names[~answered])
    return reached


def _weights(
    cells: pd.DataFrame, weights: pd.Series, assumptions: Assumptions, chance: Chance
) -> np.ndarray:
    """One row per site and dimension, one column per draw; the same at every site.

    A dimension varies in the same way in all missions, since its weight is one judgement.
    """
    area = cells["area_code"].iloc[0]
    names = [f"{area}/{dimension}" for dimension in weights.index]
    varied = 1 + assumptions.weight_noise * chance.spread(DIMENSION_WEIGHTS, names)
    varied *= _column(weights)
    places = weights.index.get_indexer(cells["dimension_code"])
    if (places < 0).any():
        raise ValueError(f"No dimension weight for {set(cells['dimension_code'])} of {area}.")
    return varied[places]


def _site_gaps(
    levels: np.ndarray,
    weights: np.ndarray,
    starts: np.ndarray,
    assumptions: Assumptions,
    chance: Chance,
) -> np.ndarray:
    """One row per site, one column per draw: the gap by the type of mean of the draw."""
    kinds = chance.realisations(TYPE_OF_MEAN) % len(assumptions.means)
    gaps = np.empty((len(starts), levels.shape[1]), dtype=np.float32)
    for number, kind in enumerate(assumptions.means):
        of_kind = np.flatnonzero(kinds == number)
        mean = _mean(levels[:, of_kind], weights[:, of_kind], starts, kind, assumptions.floor)
        gaps[:, of_kind] = 1 - mean
    return np.clip(gaps, 0, 1, out=gaps)


def _mean(
    levels: np.ndarray, weights: np.ndarray, starts: np.ndarray, kind: str, floor: float
) -> np.ndarray:
    """The weighted mean of the rows from each start to the next; see docs/method.md, section 3."""
    sums = np.add.reduceat(weights, starts, axis=0)

    def weighted(terms: np.ndarray) -> np.ndarray:
        """The mean of the terms by the weights."""
        return np.add.reduceat(terms * weights, starts, axis=0) / sums

    if kind == "arithmetic":
        return weighted(levels)
    floored = np.maximum(levels, np.float32(floor))
    if kind == "geometric":
        mean = np.exp(weighted(np.log(floored)))
    elif kind == "harmonic":
        mean = 1 / weighted(1 / floored)
    else:
        raise ValueError(f"There is no {kind} mean; known are {list(MEANS)}.")
    return (mean - floor) / (1 - floor)


def _weighted_rows(values: np.ndarray, weights: pd.Series, starts: np.ndarray) -> np.ndarray:
    """The weighted mean of the rows from each start to the next."""
    column = _column(weights)
    values *= column
    return np.add.reduceat(values, starts, axis=0) / np.add.reduceat(column, starts, axis=0)


def _column(values: pd.Series) -> np.ndarray:
    return values.to_numpy(dtype=np.float32)[:, None]
