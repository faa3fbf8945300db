"""What is each invented mission like, which sites has it, and when was it visited?"""

import zlib
from functools import cache
from pathlib import Path

import numpy as np
import pandas as pd

SOURCE = Path(__file__).parent.parent / "source"
NOT_REVISITED = {"UNMISS-PIBOR", "MINUSCA-OBO", "MONUSCO-MAHAGI"}
# Areas known only from an older report, whatever the visit saw of the others.
REPORTED_AREAS = {("UNSMIL", "borders")}
DRAFT_SITES = {"MINUSCA-BRIA", "MINUSCA-BIRAO", "MINUSCA-NDELE"}
HOST_KINDS = {"host_station", "training_centre"}


def chance(*words: object) -> np.random.Generator:
    """A random generator that depends on these words only, so that no draw moves another."""
    return np.random.default_rng(zlib.crc32("/".join(map(str, words)).encode()))


@cache
def sites() -> pd.DataFrame:
    """One row per site, with the mission it belongs to."""
    rows = pd.read_csv(SOURCE / "sites.csv")
    rows["mission_code"] = rows["site_code"].str.partition("-")[0]
    return rows


@cache
def characters() -> pd.DataFrame:
    """One row per mission, indexed by its code: level, drift, and offsets by area and dimension."""
    return pd.read_csv(SOURCE / "characters.csv").set_index("mission_code")


@cache
def threats() -> pd.DataFrame:
    """One row per mission and crime threat, with invented levels 0-4."""
    return pd.read_csv(SOURCE / "threats.csv")


@cache
def visits() -> pd.DataFrame:
    """One row per visit, with `step` 0 for a mission's first visit, 1 for its second, 2 a draft."""
    rows = pd.read_csv(SOURCE / "visits.csv", dtype=str)
    rows["step"] = rows.groupby("mission_code").cumcount()
    return rows


@cache
def equipment_needs() -> pd.DataFrame:
    """One row per item of the catalogue, indexed by its code: officers who share one, and a cap."""
    return pd.read_csv(SOURCE / "equipment_needs.csv").set_index("equipment_code")


def sites_of(visit: pd.Series) -> pd.DataFrame:
    """The sites that a visit reached."""
    rows = sites()
    rows = rows[rows["mission_code"] == visit["mission_code"]]
    if visit["step"] == 1:
        rows = rows[~rows["site_code"].isin(NOT_REVISITED)]
    if visit["step"] == 2:
        rows = rows[rows["site_code"].isin(DRAFT_SITES)]
    return rows


def is_reported(visit: pd.Series, site: pd.Series, area: str) -> bool:
    """Whether what is said of the area at the site comes from an older report."""
    return site["site_code"] in NOT_REVISITED or (visit["mission_code"], area) in REPORTED_AREAS


def modality(visit: pd.Series) -> str:
    """How the visit was made: in_person, hybrid or remote."""
    column = "modality_first" if visit["step"] == 0 else "modality_second"
    return str(characters().loc[visit["mission_code"], column])


def attainment(visit: pd.Series, site: pd.Series, area: str, dimension: str) -> float:
    """How far the invented site meets today's requirement in one area and dimension, about 0-1."""
    character = characters().loc[visit["mission_code"]]
    steady = chance("site", site["site_code"], area, dimension)
    return float(
        character["base"]
        + character["drift"] * min(visit["step"], 1)
        + character[area]
        + character[dimension]
        - character["remoteness_effect"] * site["remoteness"]
        + steady.normal(0, 0.07)
        + 0.14
    )
