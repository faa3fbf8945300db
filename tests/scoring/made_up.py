"""Made-up answers of a few missions, and ways to draw from them without any noise."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from unpol_data.scoring.chance import Chance
from unpol_data.scoring.draws import MEANS, Assumptions

DIMENSIONS = ("personnel", "facilities", "software", "equipment", "working_methods")
AREAS = ("records", "cyber")
WEIGHTS = pd.DataFrame(
    [
        {"area_code": area, "dimension_code": dimension, "weight": weight}
        for area in AREAS
        for dimension, weight in zip(DIMENSIONS, (0.3, 0.1, 0.2, 0.25, 0.15), strict=True)
    ]
)
SERVED = {"UNISFA-A": 300, "UNISFA-B": 100, "UNMIK-A": None, "UNMIK-B": 50, "BINUH-A": None}
ITEMS = {"1": 0.6, "2": 0.4}


class Steady(Chance):
    """A generator whose every number is the same."""

    def __init__(self, number: float, *, draw_count: int = 3) -> None:
        super().__init__(1, draw_count=draw_count)
        self.number = number

    def uniform(self, group: str, names: Iterable[str]) -> np.ndarray:
        """The one number, for every name and draw."""
        return np.full((len(list(names)), self.draw_count), self.number, dtype=np.float32)


def assumptions(*, noise: bool = True, means: tuple[str, ...] = MEANS) -> Assumptions:
    """The assumptions of the method note; without noise where so asked."""
    return Assumptions(
        floor=0.01,
        large_gap=0.5,
        noise_floor=0.05 * noise,
        noise_span=0.45 * noise,
        weight_noise=0.25 * noise,
        means=means,
    )


def answers(seed: int = 1, *, unknown: float = 0.0) -> pd.DataFrame:
    """One row per item of every site, area and dimension; a share of them not known."""
    keys = pd.MultiIndex.from_product(
        [SERVED, AREAS, DIMENSIONS, ITEMS],
        names=["site_code", "area_code", "dimension_code", "item"],
    ).to_frame(index=False)
    rng = np.random.default_rng(seed)
    missing = rng.uniform(size=len(keys)) < unknown
    return keys.assign(
        mission_code=keys["site_code"].str.split("-").str[0],
        item_code=keys["area_code"] + keys["dimension_code"] + keys["item"],
        weight=keys["item"].map(ITEMS),
        side="unpol",
        served=keys["site_code"].map(SERVED).astype("float64"),
        state=np.where(missing, "unknown", "answered"),
        attainment=np.where(missing, np.nan, rng.uniform(size=len(keys)).round(2)),
        confidence=np.where(missing, np.nan, rng.uniform(0.3, 1, size=len(keys))),
    )
