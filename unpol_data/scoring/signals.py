"""Which changes need a look now, and which figures say so?

Every rule looks at all subjects it can be about and says of each whether it holds: one row per
side, horizon and subject, with the columns of COLUMNS. Thresholds are passed in by their names
in reference data. What is not known raises nothing. Method note, section 14.
"""

from collections.abc import Mapping

import pandas as pd

from unpol_data.scoring.classes import printed

ANY = "any"
# holds, and if so from when at the latest (missing: at once); what the rise or run rests on
# (basis_on) and is compared with (compared_on); whom it is about; the figures that say so.
COLUMNS = [
    *("side", "horizon", "subject", "holds", "holds_from", "basis_on", "compared_on"),
    *("site_code", "threat_code", "area_code", "area_codes"),
    *("value", "value_before", "limit_value", "gap_points", "counted", "run_values"),
    # The figure of the day looked at, where value is that of a later day.
    "value_on",
]
DATES = ("holds_from", "basis_on", "compared_on")
TEXTS = ("side", "horizon", "subject", "site_code", "threat_code", "area_code", "area_codes")
NUMBERS = ("value", "value_before", "limit_value", "gap_points", "counted", "value_on")
# Differences of floating-point numbers are compared after rounding off their noise.
DECIMALS = 9


def candidates(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with all of COLUMNS, each of a settled kind; what is not given is missing."""
    whole = rows.reset_index(drop=True).reindex(columns=COLUMNS)
    whole["holds"] = whole["holds"].astype("boolean").fillna(False).astype(bool)
    for name in DATES:
        whole[name] = pd.to_datetime(whole[name]).astype("datetime64[us]")
    texts = {name: whole[name].astype("str") for name in (*TEXTS, "run_values")}
    numbers = {name: whole[name].astype("float64") for name in NUMBERS}
    return whole.assign(**texts, **numbers)


def gap_rise(gaps: pd.DataFrame, *, rise_points: float) -> pd.DataFrame:
    """Whether each printed gap rose by `rise_points` or more since the last round.

    `gaps` has one row per side, horizon and area_code with gap and gap_before (0-1), basis_on
    (the newest round) and compared_on (the one before). value and value_before are printed
    gaps, 0-100. A gap that is missing now or was then has not risen.
    """
    now = printed(gaps["gap"]).astype("float64")
    before = printed(gaps["gap_before"]).astype("float64")
    return candidates(
        gaps.assign(
            subject=gaps["area_code"],
            area_codes=gaps["area_code"],
            holds=(now - before) >= rise_points,
            value=now,
            value_before=before,
        )
    )


def threat_rise(
    ratings: pd.DataFrame,
    gaps: pd.DataFrame,
    relevance: pd.DataFrame,
    *,
    rise_levels: float,
    relevance_thirds: float,
    gap_points: float,
) -> pd.DataFrame:
    """Whether each threat rose by `rise_levels` where a decisive area has a large gap.

    `ratings` has one row per horizon and threat_code with level and level_before, basis_on and
    compared_on; `gaps` one per side, horizon and area_code with gap (0-1); `relevance`
    threat_code, area_code and relevance_thirds. An area is decisive from `relevance_thirds` on,
    its gap large from `gap_points` printed points on. value is the level now, area_code the
    decisive area with the largest gap, gap_points that gap, area_codes all decisive areas with
    a large gap, and counted how many these are.
    """
    rows = gaps[["side", "horizon"]].drop_duplicates().merge(ratings, on="horizon")
    areas = _decisive_areas(gaps, relevance, relevance_thirds)
    rows = rows.merge(_widest(areas, gap_points), how="left", on=THREAT)
    rose = (rows["level"] - rows["level_before"]).round(DECIMALS) >= rise_levels
    return candidates(
        rows.assign(
            subject=rows["threat_code"],
            holds=rose & rows["counted"].notna(),
            value=rows["level"],
            value_before=rows["level_before"],
            gap_points=rows["points"],
            area_codes=rows["area_codes"].where(rows["area_codes"].notna(), rows["area_code"]),
        )
    )


THREAT = ["side", "horizon", "threat_code"]


def _widest(areas: pd.DataFrame, gap_points: float) -> pd.DataFrame:
    """One row per threat: its decisive area with the largest gap, and all those with a large one.

    Columns THREAT, area_code, points, area_codes (joined by spaces) and counted; the last two
    are missing where no gap is large.
    """
    large = areas[areas["points"] >= gap_points]
    named = large.groupby(THREAT)["area_code"].agg([" ".join, "count"]).reset_index()
    named.columns = [*THREAT, "area_codes", "counted"]
    worst = areas.drop_duplicates(THREAT)[[*THREAT, "area_code", "points"]]
    return worst.merge(named, how="left", on=THREAT)


def _decisive_areas(
    gaps: pd.DataFrame, relevance: pd.DataFrame, relevance_thirds: float
) -> pd.DataFrame:
    """One row per side, horizon, threat and decisive area with a printed gap, widest first."""
    matters = relevance["relevance_thirds"] >= relevance_thirds
    decisive = relevance.loc[matters, ["threat_code", "area_code"]]
    areas = decisive.merge(
        gaps.assign(points=printed(gaps["gap"]).astype("float64")), on="area_code"
    )
    known = areas[areas["points"].notna()]
    return known.sort_values(["points", "area_code"], ascending=[False, True])


def link_availability(
    months: pd.DataFrame,
    required: pd.DataFrame,
    *,
    months_running: float,
    longest_pause_months: float,
) -> pd.DataFrame:
    """Whether each site's measure lay under its requirement in so many months running.

    `months` has one row per site_code and month (its first day) with mean_value; `required` one
    per horizon and site_code with required. A month without measurement is passed over, unless
    the measured months around it lie more than `longest_pause_months` apart: then the run
    begins anew. run_values are the newest months_running values, oldest first; value the newest;
    counted the length of the run; basis_on its first month. A site that was never measured, or
    has no requirement, raises nothing.
    """
    rows = required.dropna(subset="required").merge(months, on="site_code")
    found = [
        {
            "horizon": horizon,
            "site_code": site_code,
            **_run(of_site.sort_values("month"), int(months_running), longest_pause_months),
        }
        for (horizon, site_code), of_site in rows.groupby(["horizon", "site_code"])
    ]
    found = pd.DataFrame(found, columns=["horizon", "site_code", *RUN])
    return candidates(found.assign(side=ANY, subject=found["site_code"]))


RUN = ["holds", "basis_on", "value", "limit_value", "counted", "run_values"]


def _run(months: pd.DataFrame, needed: int, longest_pause: float) -> Mapping[str, object]:
    """The months under the requirement at the end of one site's measurements, oldest first."""
    limit = float(months["required"].iloc[0])
    values, days = months["mean_value"].tolist(), pd.to_datetime(months["month"]).tolist()
    length = 0
    for position in range(len(values) - 1, -1, -1):
        if round(values[position] - limit, DECIMALS) >= 0:
            break
        if length and _months_apart(days[position], days[position + 1]) > longest_pause:
            break
        length += 1
    return {
        "holds": length >= needed,
        "basis_on": days[-length] if length else None,
        "value": values[-1],
        "limit_value": limit,
        "counted": length,
        "run_values": " ".join(f"{value:.1f}" for value in values[-needed:]),
    }


def _months_apart(first: pd.Timestamp, second: pd.Timestamp) -> int:
    return 12 * (second.year - first.year) + second.month - first.month


def equipment_decline(
    lines: pd.DataFrame, *, drop_points: float, held_at_least: float
) -> pd.DataFrame:
    """Whether the serviceable share of each area's equipment fell by `drop_points` or more.

    `lines` has one row per side, site and item with area_code, held, serviceable, held_before,
    serviceable_before, published_on and counted_before. Only lines counted twice are compared,
    so that what is counted for the first time is no decline. Shares are printed, 0-100, of all
    that is held; with fewer than `held_at_least` units at either count nothing is raised.
    basis_on is the publication of the count on which most of what is held rests, counted the
    number of units held now.
    """
    counts = ["held", "serviceable", "held_before", "serviceable_before"]
    twice = lines[lines[counts].notna().all(axis=1)]
    if twice.empty:
        return candidates(pd.DataFrame())
    key = ["side", "area_code"]
    sums = twice.groupby(key)[counts].sum().astype("float64")
    most = twice.groupby([*key, "published_on"])["held"].sum().sort_values(kind="stable")
    basis = most.reset_index().drop_duplicates(key, keep="last").set_index(key)["published_on"]
    before = twice.groupby(key)["counted_before"].max()
    rows = sums.assign(basis_on=basis, compared_on=before).reset_index()
    now = _share_points(rows["serviceable"], rows["held"])
    then = _share_points(rows["serviceable_before"], rows["held_before"])
    enough = rows[["held", "held_before"]].min(axis=1) >= held_at_least
    return candidates(
        rows.assign(
            horizon=ANY,
            subject=rows["area_code"],
            area_codes=rows["area_code"],
            holds=((then - now) >= drop_points) & enough,
            value=now,
            value_before=then,
            counted=rows["held"],
        )
    )


def _share_points(part: pd.Series, whole: pd.Series) -> pd.Series:
    """The share as printed, 0-100; missing where the whole is 0."""
    return printed(part / whole.where(whole > 0)).astype("float64")
