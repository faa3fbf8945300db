"""Which draws of the gaps are stored when an assessment is approved or withdrawn?"""

from datetime import date

import numpy as np
import pandas as pd
from sqlalchemy import Connection

from unpol_data.publishing.asked import asked_items, attained_items, served
from unpol_data.publishing.figures import Frames
from unpol_data.publishing.periods import Period, all_clearances, counted_assessments
from unpol_data.publishing.rules import Rules
from unpol_data.queries import facts
from unpol_data.scoring.chance import Chance
from unpol_data.scoring.draws import Assumptions, Draws, gap_draws
from unpol_data.store.packing import packed

# Kinds of assessment that hold answers or say which sites there are. The others move no draw.
KINDS = ("assessment", "answers", "sites")
VIEW = ["side", "horizon"]


def draw_periods(
    connection: Connection, mission_code: str, rules: Rules, *, from_on: date
) -> list[Period]:
    """The draws of the mission from a day on, after a change of its answers or sites.

    One period up to each later publication that changes answers or sites, as from
    `periods`. Publications of measurements, equipment and threats leave the draws as they
    are, also where a day between them would see the confidence of answers a little lower:
    it is that of the day from which the draws hold. Method note, section 10.
    """
    counted = counted_assessments(connection, mission_code)
    days = [from_on, *_later(counted[counted["kind"].isin(KINDS)], from_on)]

    def frames_of(on: date, clearance: int) -> Frames:
        """The draws of one day for one clearance."""
        items = drawn_items(connection, mission_code, rules, on=on, clearance=clearance)
        return {"gap_draws": _drawn(items, rules)}

    return [
        (start, end, all_clearances(counted, start, frames_of))
        for start, end in zip(days, [*days[1:], None], strict=True)
    ]


def drawn_items(
    connection: Connection, mission_code: str, rules: Rules, *, on: date, clearance: int
) -> pd.DataFrame:
    """One row per item asked in the mission, side and horizon, as gap_draws takes them."""
    where = {"on": on, "clearance": clearance}
    sites = facts.site_facts(connection, mission_code, **where)
    sites = sites[~sites["closed"].astype(bool)]
    asked = asked_items(sites, facts.answers(connection, mission_code, **where), rules)
    asked = asked.assign(mission_code=mission_code, served=served(asked, sites))
    return attained_items(asked, rules, on=on)


def assumptions(rules: Rules) -> Assumptions:
    """What the draws rest on besides answers and weights."""
    limits = rules.parameters
    return Assumptions(
        floor=limits.floor,
        large_gap=limits.large_gap,
        noise_floor=limits.noise_floor,
        noise_span=limits.noise_span,
        weight_noise=limits.weight_noise,
    )


def _later(counted: pd.DataFrame, from_on: date) -> list[date]:
    changes = pd.concat([counted["published_on"], counted["superseded_on"].dropna()])
    days = {day.date() for day in pd.to_datetime(changes)}
    return sorted(day for day in days if day > from_on)


def _drawn(items: pd.DataFrame, rules: Rules) -> pd.DataFrame:
    """One row per side, horizon and area, as the table gap_draws has them."""
    limits, weights = rules.parameters, rules.tables.dimension_weights
    frames = []
    for (side, horizon), rows in items.groupby(VIEW):
        chance = Chance(int(limits.draw_seed), draw_count=int(limits.draws))
        draws = gap_draws(rows, weights, assumptions=assumptions(rules), chance=chance)
        frames.append(_stored(draws).assign(side=side, horizon=horizon, seed=chance.seed))
    columns = [*VIEW, "area_code", "seed", "draw_count", "gap_draws", "exposure_draws"]
    return pd.concat(frames, ignore_index=True) if frames else pd.DataFrame(columns=columns)


def _stored(draws: Draws) -> pd.DataFrame:
    return draws.rows[["area_code"]].assign(
        draw_count=draws.gaps.shape[1],
        gap_draws=_packed(draws.gaps),
        exposure_draws=_packed(draws.exposures),
    )


def _packed(draws: np.ndarray) -> pd.Series:
    return pd.Series([packed(row) for row in draws], dtype=object)
