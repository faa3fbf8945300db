"""How is this mission, and why?"""

from dataclasses import dataclass, replace

import pandas as pd
from sqlalchemy import Connection

from unpol_data import reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.views import (
    gaps,
    mission_evidence,
    mission_figures,
    mission_matrix,
    mission_needs,
    mission_profile,
    missions,
)
from unpol_data.views.key_figures import KeyFigure
from unpol_data.views.mission_evidence import Evidence
from unpol_data.views.mission_profile import Profile
from unpol_data.views.overview_figures import OFFICERS


@dataclass(frozen=True)
class Mission:
    """One mission, against its last round and its peers, or against a second mission.

    `compared`: the second mission's code, or None. `is_chosen`: False where the mission with
    the largest gap stands in for a choice. `further`: chosen missions there is no room for.
    `matrix` and `against`: as mission_matrix.cells and .against. `worst_sites`, `threats` and
    `short`: as in mission_needs. All frames are of this mission alone.
    """

    mission_code: str
    compared: str | None
    further: tuple[str, ...]
    is_chosen: bool
    figures: tuple[KeyFigure, ...]
    compared_figures: tuple[KeyFigure, ...]
    matrix: pd.DataFrame
    against: pd.DataFrame
    worst_sites: pd.DataFrame
    profile: Profile
    threats: pd.DataFrame
    short: pd.DataFrame
    evidence: Evidence
    officers: str
    requirements_version: str

    @property
    def empty(self) -> bool:
        """Whether no round of this mission has been published."""
        return self.evidence.latest is None

    @property
    def scored(self) -> bool:
        """Whether some area has a figure."""
        return bool(self.against["gap_points"].notna().any())

    @property
    def not_applicable(self) -> bool:
        """Whether some cell of the matrix is asked at none of its sites."""
        return bool((self.matrix["gap_class"] == mission_matrix.NOT_APPLICABLE).any())


def shown_mission(asked: tuple[str, ...], areas: pd.DataFrame) -> str | None:
    """The first mission asked for, else the one with the largest gap, else the first assessed one.

    Of equal gaps the first by code; None where no mission may be seen or was ever assessed.
    `areas`: as gaps.areas_with_change, of every mission.
    """
    if asked:
        return asked[0]
    assessed = areas[areas["published_on"].notna()]
    known = missions.overall(assessed).sort_values(
        ["gap", "mission_code"], ascending=[False, True], na_position="last"
    )
    return None if known.empty else str(known["mission_code"].iloc[0])


def mission(connection: Connection, chosen: Filters, viewer: Viewer) -> Mission | None:
    """All there is to know of the mission shown; None where there is none to show."""
    asked = viewer.missions_of(chosen.missions)
    every = gaps.areas_with_change(connection, replace(chosen, missions=()), viewer)
    code = shown_mission(asked, every)
    if code is None:
        return None
    other = asked[1] if len(asked) > 1 else None
    alone = replace(chosen, missions=(code,))
    evidence = mission_evidence.evidence(connection, alone, viewer)
    return Mission(
        mission_code=code,
        compared=other,
        further=asked[2:],
        is_chosen=bool(asked),
        figures=mission_figures.figures(connection, alone, viewer, areas=every, evidence=evidence),
        compared_figures=_figures_of(connection, chosen, viewer, code=other, areas=every),
        matrix=mission_matrix.cells(connection, alone, viewer, areas=every),
        against=mission_matrix.against(every, mission_code=code, other=other),
        worst_sites=mission_needs.worst_sites(connection, alone, viewer),
        profile=mission_profile.profile(code, as_of=chosen.as_of),
        threats=mission_needs.threats(connection, alone, viewer),
        short=mission_needs.short(connection, alone, viewer),
        evidence=evidence,
        officers=OFFICERS[chosen.side],
        requirements_version=reference.version("requirements"),
    )


def _figures_of(
    connection: Connection,
    chosen: Filters,
    viewer: Viewer,
    *,
    code: str | None,
    areas: pd.DataFrame,
) -> tuple[KeyFigure, ...]:
    """The key figures of the second mission; none where there is no second."""
    if code is None:
        return ()
    beside = replace(chosen, missions=(code,))
    evidence = mission_evidence.evidence(connection, beside, viewer)
    return mission_figures.figures(connection, beside, viewer, areas=areas, evidence=evidence)
