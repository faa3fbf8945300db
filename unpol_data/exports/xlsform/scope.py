"""Whom is a form for: which kinds of site, which side, which mission?"""

from dataclasses import dataclass
from functools import cached_property

import pandas as pd

from unpol_data import reference
from unpol_data.scoring.requirement import required_values

SCALE = ("answer_type", "value_at_none", "value_at_full")
KNOWN_SITE = ("site_code", "name", "site_kind")


class NotAsked(ValueError):  # noqa: N818 - named for what happened
    """There is no such form; the message says why and what there is."""


@dataclass(frozen=True)
class Profile:
    """One kind of site seen from one side: what is asked and required follows from both."""

    site_kind: str
    side: str

    @property
    def code(self) -> str:
        """The profile as the form's own calculation writes it."""
        return f"{self.site_kind}.{self.side}"


@dataclass(frozen=True)
class Scope:
    """What one form covers. `sites`: site_code, name and site_kind of the mission's sites."""

    kinds: tuple[str, ...]
    sides: tuple[str, ...]
    mission_code: str | None
    sites: pd.DataFrame

    @cached_property
    def profiles(self) -> tuple[Profile, ...]:
        """Every kind and side the form may be filled for."""
        return tuple(
            Profile(kind, side)
            for kind in self.kinds
            for side in self.sides
            if side == "unpol" or kind in host_kinds()
        )

    @cached_property
    def requirements(self) -> pd.DataFrame:
        """One row per item and profile in scope: item_code, profile (code), required, enough.

        `required` is today's requirement, `enough` the least answer that reaches it (missing
        for a count, which depends on the need). Method note, section 1.
        """
        rows = reference.table("requirements")
        codes = rows["site_kind"] + "." + rows["side"]
        rows = rows.assign(profile=codes, required=rows["required_now"], needed=float("nan"))
        rows = rows[rows["profile"].isin([one.code for one in self.profiles])]
        items = reference.table("framework")[["item_code", *SCALE]]
        rows = rows.merge(items, on="item_code")
        enough = required_values(rows, level_top=reference.parameter("item_level_top"))
        return rows.assign(enough=enough)[["item_code", "profile", "required", "enough"]]

    @cached_property
    def by_item(self) -> dict[str, pd.DataFrame]:
        """The rows of `requirements` of each item."""
        return dict(iter(self.requirements.groupby("item_code")))

    @cached_property
    def items(self) -> pd.DataFrame:
        """One row per item asked of any profile in scope, in the order of the framework."""
        framework = reference.table("framework")
        return framework[framework["item_code"].isin(self.requirements["item_code"])]


def host_kinds() -> tuple[str, ...]:
    """The kinds of site at which the host State is asked."""
    kinds = reference.table("site_kinds")
    return tuple(kinds.loc[kinds["host_side"] == "yes", "site_kind"])


def scope(
    *,
    site_kind: str | None,
    side: str | None,
    mission_code: str | None,
    sites: pd.DataFrame | None,
) -> Scope:
    """The scope asked for; all kinds or both sides where none is named.

    Raises NotAsked for unknown codes, a closed mission, and a kind of site at which the
    side is not asked.
    """
    _known("site kind", site_kind, reference.codes("site_kinds"))
    _known("side", side, reference.codes("sides"))
    _known("open mission", mission_code, open_missions())
    kinds = (site_kind,) if site_kind else reference.codes("site_kinds")
    if side == "host_state":
        kinds = tuple(kind for kind in kinds if kind in host_kinds())
        if not kinds:
            raise NotAsked(
                f"The host State is not asked at a {site_kind}; it is at {', '.join(host_kinds())}."
            )
    sides = (side,) if side else reference.codes("sides")
    if not set(kinds) & set(host_kinds()):
        sides = ("unpol",)
    if sites is None:
        sites = pd.DataFrame(columns=list(KNOWN_SITE), dtype="object")
    return Scope(kinds, sides, mission_code, sites[sites["site_kind"].isin(kinds)])


def open_missions() -> tuple[str, ...]:
    """The codes of the missions that are not closed."""
    missions = reference.table("missions")
    return tuple(missions.loc[missions["status"] != "closed", "mission_code"])


def _known(what: str, code: str | None, known: tuple[str, ...]) -> None:
    if code is not None and code not in known:
        raise NotAsked(f"{code!r} is not a known {what}; known are {', '.join(known)}.")
