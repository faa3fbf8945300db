"""Which capability is lacking, and where?"""

from dataclasses import dataclass, replace

import pandas as pd
from sqlalchemy import Connection

from unpol_data import queries, reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.scoring import classes
from unpol_data.views import gaps, missions
from unpol_data.views.key_figures import KeyFigure

WIDE = ("large", "critical")
CELL = [
    "mission_code",
    "area_code",
    "gap_points",
    "gap_class",
    "low_points",
    "high_points",
    "previous_points",
    "change_points",
    "limiting_dimension",
    "worst_site_code",
    "worst_site_name",
    "sites_scored",
    "sites_total",
    "served",
    "published_on",
]
SITE = ["site_code", "site_name", "site_kind", "served", "gap_points", "gap_class"]


@dataclass(frozen=True)
class CapabilityGaps:
    """Gaps of missions by capability area.

    `cells`: one row per mission and area in scope, whether or not there is a figure, columns
    CELL; low_points and high_points are the bounds of the gap whatever the missing answers say
    (0-100, also where there is no figure; missing where nothing is asked); published_on is the
    mission's latest round. `overall`: one row per mission, largest gap first, those without a
    figure last, with mission_code, gap_points, gap_class, areas_scored, areas_total and
    published_on.
    """

    cells: pd.DataFrame
    overall: pd.DataFrame
    figures: tuple[KeyFigure, ...]

    @property
    def empty(self) -> bool:
        """Whether no assessment says anything about the missions and areas in scope."""
        return self.cells["sites_total"].fillna(0).sum() == 0


def capability_gaps(connection: Connection, chosen: Filters, viewer: Viewer) -> CapabilityGaps:
    """The gap of every mission and area in scope. Method note, sections 3, 4 and 12.

    Dimensions and threats change nothing here.
    """
    cells = gaps.areas_with_change(connection, chosen, viewer)
    names = queries.sites.site_profiles(connection, chosen, viewer).set_index("site_code")["name"]
    cells["worst_site_name"] = cells["worst_site_code"].map(names)
    for end in ("low", "high"):
        cells[f"{end}_points"] = classes.printed(cells[f"gap_{end}"])
    overall = missions.overall(cells)
    overall = overall.merge(
        cells[["mission_code", "published_on"]].drop_duplicates(), on="mission_code"
    )
    overall = overall.sort_values(
        ["gap", "areas_scored", "mission_code"],
        ascending=[False, False, True],
        na_position="last",
        ignore_index=True,
    )
    order = list(overall["mission_code"])
    cells = cells.sort_values(
        "mission_code", key=lambda codes: codes.map(order.index), kind="stable", ignore_index=True
    )
    return CapabilityGaps(
        cells=cells[CELL],
        overall=overall.drop(columns=["gap", "gap_low", "gap_high", "confidence"]),
        figures=_figures(cells),
    )


def largest_first(cells: pd.DataFrame) -> pd.DataFrame:
    """The cells with the largest gap first, those without a figure last."""
    return cells.sort_values(
        "gap_points", ascending=False, na_position="last", kind="stable", ignore_index=True
    )


@dataclass(frozen=True)
class SiteGaps:
    """One area of one mission, site by site.

    `sites`: one row per open site where the area is asked about, largest gap first, columns
    SITE. `dimensions`: one row per place and dimension in scope, the mission (no site_code)
    first, with site_code, dimension_code, gap_points, gap_class (not_applicable where nothing
    is asked), is_limiting and from_on. `not_asked`: names of the sites where the area is not asked
    about. `mission`: the mission's own row of the area, as in SITE without site.
    """

    sites: pd.DataFrame
    dimensions: pd.DataFrame
    not_asked: tuple[str, ...]
    mission: dict


def site_gaps(
    connection: Connection, chosen: Filters, viewer: Viewer, *, mission_code: str, area_code: str
) -> SiteGaps:
    """The gaps of one area in one mission, by site and dimension. Method note, sections 2 to 4.

    The dimension filter selects columns and changes no figure.
    """
    here = replace(chosen, missions=(mission_code,), areas=(area_code,), dimensions=(), threats=())
    profiles = queries.sites.site_profiles(connection, here, viewer)
    profiles = profiles[~profiles["closed"].astype(bool)].rename(columns={"name": "site_name"})
    scored = queries.gaps.site_gaps(connection, here, viewer)
    names = profiles[["site_code", "site_name", "site_kind"]]
    sites = gaps.with_classes(scored.merge(names, on="site_code"))
    sites = sites.sort_values(
        ["gap", "served", "site_code"],
        ascending=[False, False, True],
        na_position="last",
        ignore_index=True,
    )
    mission = gaps.mission_areas(connection, here, viewer)
    return SiteGaps(
        sites=sites[SITE],
        dimensions=_dimensions(connection, chosen, here, viewer, sites=sites, mission=mission),
        not_asked=tuple(profiles.loc[~profiles["site_code"].isin(sites["site_code"]), "site_name"]),
        mission=mission[["served", "gap_points", "gap_class"]].iloc[0].to_dict(),
    )


def _dimensions(
    connection: Connection,
    chosen: Filters,
    here: Filters,
    viewer: Viewer,
    *,
    sites: pd.DataFrame,
    mission: pd.DataFrame,
) -> pd.DataFrame:
    """One row per place and dimension in scope; the mission as a whole has no site_code."""
    columns = ["site_code", "dimension_code", "gap", "from_on"]
    of_sites = queries.gaps.site_dimension_gaps(connection, here, viewer)[columns]
    whole = queries.gaps.mission_dimension_gaps(connection, here, viewer)
    places = pd.DataFrame(
        {
            "site_code": ["", *sites["site_code"]],
            "limiting_dimension": [
                mission["limiting_dimension"].iloc[0],
                *sites["limiting_dimension"],
            ],
        }
    )
    shown = pd.DataFrame({"dimension_code": gaps.dimensions_in_scope(chosen)})
    known = pd.concat([whole.assign(site_code="")[columns], of_sites], ignore_index=True)
    rows = places.merge(shown, how="cross").merge(
        known.assign(is_asked=True), how="left", on=["site_code", "dimension_code"]
    )
    rows = gaps.with_classes(rows)
    rows.loc[rows["is_asked"].isna(), "gap_class"] = "not_applicable"
    rows["is_limiting"] = rows["dimension_code"] == rows["limiting_dimension"]
    return rows.drop(columns=["gap", "is_asked", "limiting_dimension"])


def _figures(cells: pd.DataFrame) -> tuple[KeyFigure, ...]:
    """The key figures; changes compare the missions that had a round before."""
    before = cells[cells["previous_points"].notna()]
    before_class = classes.gap_classes(
        before["previous_points"].astype("float64") / 100, reference.table("gap_classes")
    )
    then = before.assign(gap_points=before["previous_points"], gap_class=before_class)
    now = cells[cells["mission_code"].isin(then["mission_code"])]
    scored = cells[cells["gap_points"].notna()]
    return (
        _most_widespread(scored),
        KeyFigure(
            "Missions with a critical gap",
            _critical_missions(scored) if len(scored) else None,
            of=scored["mission_code"].nunique(),
            change=_critical_missions(now) - _critical_missions(then) if len(then) else None,
            rising_is="worse",
        ),
        _most_limiting(scored),
        KeyFigure(
            "Gaps with enough evidence for a figure",
            len(scored),
            of=len(cells),
            change=int(now["gap_points"].notna().sum()) - len(then) if len(then) else None,
            rising_is="better",
        ),
    )


def _critical_missions(cells: pd.DataFrame) -> int:
    return cells.loc[cells["gap_class"] == "critical", "mission_code"].nunique()


def _most_widespread(scored: pd.DataFrame) -> KeyFigure:
    """The area with a large or critical gap in most missions; of equals the larger gaps."""
    label = "Most widespread gap"
    if scored.empty:
        return KeyFigure(label, None, "word", note="no area has enough evidence")
    wide = scored[scored["gap_class"].isin(WIDE)]
    if wide.empty:
        return KeyFigure(label, "None", "word", note="no large or critical gap in scope")
    by_area = wide.groupby("area_code")["gap_points"].agg(["count", "sum"])
    first = by_area.sort_values(["count", "sum"], ascending=False, kind="stable").index[0]
    of = int((scored["area_code"] == first).sum())
    count = int(by_area.at[first, "count"])
    return KeyFigure(
        label,
        reference.short_name("area", first),
        "word",
        note=f"large or critical in {count} of {of} {'mission' if of == 1 else 'missions'}",
    )


def _most_limiting(scored: pd.DataFrame) -> KeyFigure:
    """The dimension that limits most of the gaps with a figure."""
    label = "Most frequent limiting dimension"
    counts = scored["limiting_dimension"].dropna().value_counts()
    if counts.empty:
        return KeyFigure(label, None, "word", note="no gap has a figure")
    tied = gaps.most_frequent(counts)
    each = " each" if len(tied) > 1 else ""
    return KeyFigure(
        label,
        " and ".join(reference.name("dimension", code) for code in tied),
        "word",
        note=f"limits {counts[tied[0]]} of {len(scored)} gaps{each}",
    )
