"""Can a site be where its coordinates put it?"""

from collections.abc import Iterator, Mapping

import numpy as np
import pandas as pd

from unpol_data import reference
from unpol_data.validation.context import Context
from unpol_data.validation.problems import WARNING, Problem, of_rows

EARTH_RADIUS_KM = 6371.0
RANGES = {"latitude": 90, "longitude": 180}


def distance_km(
    latitude: pd.Series, longitude: pd.Series, *, from_latitude: float, from_longitude: float
) -> pd.Series:
    """Great-circle distance to one point, in km (haversine)."""
    north, east = np.radians(latitude), np.radians(longitude)
    from_north, from_east = np.radians(from_latitude), np.radians(from_longitude)
    half = (
        np.sin((north - from_north) / 2) ** 2
        + np.cos(north) * np.cos(from_north) * np.sin((east - from_east) / 2) ** 2
    )
    return 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(half.clip(0, 1)))


def problems(tables: Mapping[str, pd.DataFrame], context: Context) -> Iterator[Problem]:
    """Coordinates off the globe, half given, probably swapped, or far from the mission HQ."""
    if "sites" not in tables:
        return
    rows = tables["sites"]
    for column, limit in RANGES.items():
        yield from of_rows(
            rows,
            rows[column].abs() > limit,
            sheet="sites",
            column=column,
            rule="off_the_globe",
            expected=f"-{limit} to {limit}",
            words=f"{{{column}}} is outside -{limit} to {limit}; "
            "are latitude and longitude swapped?",
        )
    for column, other in (("latitude", "longitude"), ("longitude", "latitude")):
        yield from of_rows(
            rows,
            rows[column].isna() & rows[other].notna(),
            sheet="sites",
            column=column,
            rule="half_a_place",
            expected="both coordinates or neither",
            words=f"there is a {other} but no readable {column}",
        )
    yield from _distance_problems(rows)


def _distance_problems(rows: pd.DataFrame) -> Iterator[Problem]:
    missions = reference.table("missions").set_index("mission_code")
    limit_km = reference.parameter("site_far_from_hq_km")
    mission_codes = rows["site_code"].map(lambda code: str(code).partition("-")[0])
    for mission_code, of_mission in rows.groupby(mission_codes):
        if mission_code not in missions.index:
            continue
        headquarters = missions.loc[mission_code]
        point = {
            "from_latitude": float(headquarters["latitude"]),
            "from_longitude": float(headquarters["longitude"]),
        }
        on_globe = (of_mission["latitude"].abs() <= 90) & (of_mission["longitude"].abs() <= 180)
        here = of_mission[on_globe]
        away = distance_km(here["latitude"], here["longitude"], **point)
        swapped = distance_km(here["longitude"], here["latitude"], **point)
        far, looks_swapped = away > limit_km, swapped < limit_km
        words = f"the place is more than {limit_km:,.0f} km from the headquarters of {mission_code}"
        for chosen, more in (
            (far & looks_swapped, "; latitude and longitude look swapped"),
            (far & ~looks_swapped, ""),
        ):
            yield from of_rows(
                here,
                chosen,
                sheet="sites",
                column="latitude",
                rule="far_from_headquarters",
                expected=f"a place within {limit_km:,.0f} km of {headquarters['hq_name']}",
                words=words + more,
                severity=WARNING,
            )
