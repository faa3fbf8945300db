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
    latitude: pd.Series,
    longitude: pd.Series,
    *,
    from_latitude: float | pd.Series,
    from_longitude: float | pd.Series,
) -> pd.Series:
    """Great-circle distance to one point, or to one for each row, in km (haversine)."""
    north, east = np.radians(latitude), np.radians(longitude)
    from_north, from_east = np.radians(from_latitude), np.radians(from_longitude)
    half = (
        np.sin((north - from_north) / 2) ** 2
        + np.cos(north) * np.cos(from_north) * np.sin((east - from_east) / 2) ** 2
    )
    return 2 * EARTH_RADIUS_KM * np.arcsin(np.sqrt(half.clip(0, 1)))


def problems(tables: Mapping[str, pd.DataFrame], context: Context) -> Iterator[Problem]:
    """Coordinates off the globe, missing, half given, probably swapped, or far from the mission
    HQ; sites listed as open that have closed.
    """
    if "sites" not in tables:
        return
    rows = tables["sites"]
    yield from _coordinate_problems(rows)
    swapped = _outside(rows, "latitude", "longitude") & _inside(rows, "longitude", "latitude")
    yield from _swapped_problems(rows, swapped)
    yield from _distance_problems(rows[~swapped])
    yield from _stale_problems(rows, context.known_sites)


def _coordinate_problems(rows: pd.DataFrame) -> Iterator[Problem]:
    """Degrees that cannot be, one without the other, and none at all."""
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
    yield from of_rows(
        rows,
        rows["latitude"].isna() & rows["longitude"].isna() & (rows["closed"] != "yes"),
        sheet="sites",
        column="latitude",
        rule="no_place",
        expected="degrees north and east",
        words="{name} has no coordinates and will not stand on the map",
        severity=WARNING,
    )


def _extents(rows: pd.DataFrame) -> pd.DataFrame:
    """Per row the extent of the host State of its mission; missing where there is none."""
    hosts = reference.table("missions").set_index("mission_code")["host_iso3"]
    extents = reference.table("host_extents").set_index("iso3")
    codes = rows["site_code"].map(_mission_of)
    found = extents.reindex(codes.map(hosts).to_numpy())
    return found.set_axis(rows.index)


def _inside(rows: pd.DataFrame, north: str, east: str) -> pd.Series:
    """Whether the two columns, read as degrees north and east, lie in the host State's extent."""
    extents = _extents(rows)
    return rows[north].between(extents["south"], extents["north"]) & rows[east].between(
        extents["west"], extents["east"]
    )


def _outside(rows: pd.DataFrame, north: str, east: str) -> pd.Series:
    """Whether they lie elsewhere; never where nothing is known of one of them."""
    known = rows[[north, east]].notna().all(axis=1) & _extents(rows)["south"].notna()
    return known & ~_inside(rows, north, east)


def _swapped_problems(rows: pd.DataFrame, swapped: pd.Series) -> Iterator[Problem]:
    hosts = reference.table("missions").set_index("mission_code")["host_name"]
    for mission_code, of_mission in rows.groupby(rows["site_code"].map(_mission_of)):
        host = hosts.get(mission_code, "")
        yield from of_rows(
            of_mission,
            swapped[of_mission.index],
            sheet="sites",
            column="latitude",
            rule="swapped_coordinates",
            expected="latitude {longitude}, longitude {latitude}",
            words="latitude {latitude} and longitude {longitude} look swapped: only the other way "
            f"round the place is in {host}",
            severity=WARNING,
        )


def _mission_of(site_code: object) -> str:
    return str(site_code).partition("-")[0]


def _stale_problems(rows: pd.DataFrame, known: pd.DataFrame) -> Iterator[Problem]:
    """Sites listed as open that are held as closed, or whose mission is closed."""
    known = known.reindex(columns=["site_code", "closed"])
    held_closed = set(known.loc[known["closed"].eq(True), "site_code"])
    missions = reference.table("missions")
    ended = set(missions.loc[missions["status"] == "closed", "mission_code"])
    is_open = rows["closed"] != "yes"
    for chosen, words in (
        (rows["site_code"].isin(held_closed), "{site_code} is held as closed, but listed as open"),
        (rows["site_code"].map(_mission_of).isin(ended), "the mission of {site_code} is closed"),
    ):
        yield from of_rows(
            rows,
            is_open & chosen,
            sheet="sites",
            column="closed",
            rule="stale_status",
            expected="yes where the site has closed",
            words=words + "; is the list out of date?",
            severity=WARNING,
        )


def _distance_problems(rows: pd.DataFrame) -> Iterator[Problem]:
    missions = reference.table("missions").set_index("mission_code")
    limit_km = reference.parameter("site_far_from_hq_km")
    mission_codes = rows["site_code"].map(_mission_of)
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
