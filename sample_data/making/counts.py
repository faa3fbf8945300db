"""How much equipment would each site have counted, and what would its links have measured?"""

from collections.abc import Iterator
from functools import cache

import numpy as np
import pandas as pd

from sample_data.making.inputs import attainment, chance, equipment_needs, modality
from unpol_data import reference

NOT_MEASURED, KEPT, HOST_BEHIND = 0.09, 0.55, 0.14
DECLINING = {"UNISFA-ABYEI": 0.017, "UNMISS-BENTIU": 0.012, "BINUH-PORT-AU-PRINCE": 0.010}


def _required(item: pd.Series, site: pd.Series, side: str) -> int:
    """How many the site needs; a headquarters at least one of everything that is shared."""
    need = equipment_needs().loc[item["equipment_code"]]
    officers = site["unpol_served"] if side == "unpol" else site["host_officers_served"]
    number = round(officers / need["officers_per_item"])
    least = 1 if site["site_kind"] == "mission_hq" or need["officers_per_item"] <= 60 else 0
    return int(np.clip(number, least, need["most_per_site"]))


@cache
def _asked(site_kind: str) -> dict[str, set[str]]:
    """The capability areas asked at a kind of site, by side."""
    areas = reference.table("framework").set_index("item_code")["area_code"]
    rows = reference.table("requirements").query("site_kind == @site_kind")
    return {side: set(of_side["item_code"].map(areas)) for side, of_side in rows.groupby("side")}


def _line(visit: pd.Series, site: pd.Series, item: pd.Series, side: str) -> dict | None:
    place = (site["site_code"], item["equipment_code"], *([] if side == "unpol" else [side]))
    random, steady = chance("equipment", visit["step"], *place), chance("kept", *place)
    required = _required(item, site, side)
    if not required or steady.random() > KEPT:
        return None
    reached = attainment(visit, site, item["area_code"], "equipment")
    reached -= 0 if side == "unpol" else HOST_BEHIND
    held = min(round(required * 1.1), round(required * (reached + steady.uniform(0, 0.4))))
    held = max(0, held)
    working = np.clip(reached + 0.15 + random.normal(0, 0.12), 0.1, 1)
    return {
        "site_code": site["site_code"],
        "side": side,
        "equipment_code": item["equipment_code"],
        "required": required,
        "held": held,
        "serviceable": int(round(held * working)),
        "evidence_grade": "remote" if modality(visit) == "remote" else "inspected",
        "counted_on": visit["assessed_to"],
    }


def _lines(visit: pd.Series, sites: pd.DataFrame) -> Iterator[dict]:
    for _, site in sites.iterrows():
        for side, areas in reversed(_asked(site["site_kind"]).items()):
            for _, item in reference.table("equipment").iterrows():
                line = _line(visit, site, item, side) if item["area_code"] in areas else None
                if line:
                    yield line


def equipment(visit: pd.Series, sites: pd.DataFrame) -> pd.DataFrame:
    """One row per equipment line of one visit, in the columns of the workbook's sheet."""
    columns = reference.table("columns").query("sheet == 'equipment'")["column"]
    return pd.DataFrame(_lines(visit, sites)).reindex(columns=columns)


def _month(visit: pd.Series, site: pd.Series, needs: pd.Series, number: int) -> dict:
    """The measurements of one site in one month, 0 being the first month of the sample."""
    random = chance("measurement", site["site_code"], number)
    decline = DECLINING.get(site["site_code"], 0.002 if site["remoteness"] > 0.6 else 0.0) * number
    link = attainment(visit, site, "communications", "facilities") + 0.22 - decline
    power = attainment(visit, site, "power", "facilities") + 0.26 - decline
    noise = random.normal(0, 0.035, 6)
    demand = site["users"] * needs["mbps_per_user"] * needs["concurrency_share"]
    ratios = np.clip(np.array([link, link + 0.05, link + 0.10, link, link, power]) + noise, 0.06, 3)
    return {
        "downlink_mbps": round(demand * ratios[0], 1),
        "uplink_mbps": round(demand * needs["uplink_share"] * ratios[1], 1),
        "latency_ms": round(needs["latency_ms"] / ratios[2]),
        "availability_pct": round(
            min(
                99.9, needs["availability_pct"] * min(ratios[3] + 0.12, 1.04) * (1 - 1.4 * decline)
            ),
            1,
        ),
        "radio_coverage_pct": round(min(100, needs["radio_coverage_pct"] * (ratios[4] + 0.1))),
        "power_hours_per_day": round(min(24, needs["power_hours_per_day"] * ratios[5]), 1),
    }


def measurements(
    mission_code: str, sites: pd.DataFrame, months: pd.DatetimeIndex, first: int
) -> pd.DataFrame:
    """One row per site and month, in the columns of the connectivity sheet.

    `first` numbers the first of the months; a site in eleven or so was never measured.
    """
    needs = reference.table("connectivity_requirements").query("horizon == 'today'")
    needs = needs.set_index("site_kind")
    rows = []
    for _, site in sites.iterrows():
        if chance("measured", site["site_code"]).random() < NOT_MEASURED:
            continue
        visit = pd.Series({"mission_code": mission_code, "step": 0})
        for number, month in enumerate(months, start=first):
            day = month + pd.Timedelta(days=int(chance(site["site_code"], number).integers(3, 24)))
            row = {"site_code": site["site_code"], "measured_on": day.date().isoformat()}
            rows.append(row | _month(visit, site, needs.loc[site["site_kind"]], number))
    columns = reference.table("columns").query("sheet == 'connectivity'")["column"]
    return pd.DataFrame(rows).reindex(columns=columns)
