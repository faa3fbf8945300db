"""Which goals of the mandate are served by options, decisions and guidance, and which by none?"""

from dataclasses import dataclass
from datetime import date

import pandas as pd
from sqlalchemy import Connection

from unpol_data import reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.views import gaps, goal_items
from unpol_data.views.key_figures import KeyFigure

# What goals there are: the column of the records that names one, and their reference table.
SCHEMES = {
    "a4p_priority": ("a4p_priority", "a4p_priorities"),
    "strategy_goal": ("strategy_goal", "strategy_goals"),
    "agenda_tag": ("agenda_tags", "agenda_tags"),
}
SERVED = {
    "a4p_priority": "Priorities with something on record",
    "strategy_goal": "Goals with something on record",
    "agenda_tag": "Agendas with something on record",
}
SEVERE = ("large", "critical")


@dataclass(frozen=True)
class Goals:
    """The goals of one scheme and what serves them, of the missions and areas chosen.

    `rows`: one row per goal in the order of the reference table: goal_code, goal_name, source,
    options, options_reviewed, decisions, decisions_open, decisions_overdue, decisions_done,
    guidance, guidance_in_force (under review too), total_once_usd (of its options, with
    programme support; missing where it has none), severe_gaps (large and critical gaps in the
    missions and areas its options and decisions are about) and the sharpest of them:
    mission_code, area_name, gap_class, gap_points (missing where there is none). `items`: one
    row per goal and item, with goal_items.ITEM. `unnamed`: items that name no goal of the
    scheme. `on` is the day on which dates pass.
    """

    scheme: str
    rows: pd.DataFrame
    items: pd.DataFrame
    unnamed: pd.DataFrame
    figures: tuple[KeyFigure, ...]
    on: date
    anything_approved: bool

    @property
    def empty(self) -> bool:
        """Whether no option, decision or guidance is on record here."""
        return self.items.empty and self.unnamed.empty


def goals(
    connection: Connection,
    chosen: Filters,
    viewer: Viewer,
    *,
    scheme: str,
    today: date,
    recorded_by: date | None = None,
) -> Goals:
    """What serves each goal, as recorded up to `recorded_by` or until now.

    Options and decisions of both sides count; the gaps are those of the chosen side and horizon.
    """
    column, table = SCHEMES[scheme]
    on = recorded_by or today
    every = goal_items.items(connection, chosen, viewer, on=on, recorded_by=recorded_by)
    served = goal_items.served(every, column)
    places = goal_items.places(connection, viewer, served, recorded_by=recorded_by)
    severe = gaps.mission_areas(connection, chosen, viewer)
    severe = severe[severe["gap_class"].isin(SEVERE)].sort_values("gap_points", ascending=False)
    names = reference.table(table).rename(columns={scheme: "goal_code", "name": "goal_name"})
    rows = names[["goal_code", "goal_name", "source"]].merge(
        pd.DataFrame([_counts(code, served) for code in names["goal_code"]]), on="goal_code"
    )
    borne = [_gaps(served[served["goal_code"] == code], places, severe) for code in rows.goal_code]
    named = every.index.isin(goal_items.served(every.reset_index(), column)["index"])
    return Goals(
        scheme=scheme,
        rows=rows.join(pd.DataFrame(borne)),
        items=served,
        unnamed=every[~named].reset_index(drop=True),
        figures=_figures(scheme, rows, every),
        on=on,
        anything_approved=bool(len(gaps.rounds(connection, chosen, viewer))),
    )


def _counts(goal_code: str, served: pd.DataFrame) -> dict:
    """How much of each kind serves one goal, and what its options cost."""
    own = served[served["goal_code"] == goal_code]
    by_kind = {kind: own[own["kind"] == kind] for kind in goal_items.KINDS}
    options, decisions, guidance = by_kind.values()
    return {
        "goal_code": goal_code,
        "options": len(options),
        "options_reviewed": int((options["state"] == "reviewed").sum()),
        "total_once_usd": options["total_once_usd"].sum(min_count=1),
        "decisions": len(decisions),
        "decisions_open": int(decisions["state"].isin(goal_items.OPEN).sum()),
        "decisions_overdue": int(decisions["is_overdue"].sum()),
        "decisions_done": int((decisions["state"] == "done").sum()),
        "guidance": len(guidance),
        "guidance_in_force": int(guidance["state"].isin(("in_force", "under_review")).sum()),
    }


def _gaps(own: pd.DataFrame, places: pd.DataFrame, severe: pd.DataFrame) -> dict:
    """The large and critical gaps that the items of one goal are about, and the sharpest."""
    about = places.merge(own[["kind", "code"]].drop_duplicates(), on=["kind", "code"])
    of_all = about.loc[about["mission_code"].isna(), "area_code"]
    named = set(about[["mission_code", "area_code"]].dropna().itertuples(index=False, name=None))
    cells = severe[["mission_code", "area_code"]].itertuples(index=False, name=None)
    met = [cell in named or cell[1] in set(of_all) for cell in cells]
    found = severe[met]
    sharpest = found.iloc[0] if len(found) else pd.Series(dtype="object")
    area = sharpest.get("area_code")
    return {
        "severe_gaps": len(found),
        "mission_code": sharpest.get("mission_code"),
        "area_name": reference.short_name("area", area) if area else None,
        "gap_class": sharpest.get("gap_class"),
        "gap_points": sharpest.get("gap_points"),
    }


def _figures(scheme: str, rows: pd.DataFrame, every: pd.DataFrame) -> tuple[KeyFigure, ...]:
    options, decisions, guidance = (every[every["kind"] == kind] for kind in goal_items.KINDS)
    served = int((rows[["options", "decisions", "guidance"]].sum(axis=1) > 0).sum())
    waiting = int(decisions["state"].isin(goal_items.OPEN).sum())
    late = int(decisions["is_overdue"].sum())
    money = options["total_once_usd"].sum(min_count=1)
    dated = int(guidance["state"].isin(("in_force", "under_review")).sum())
    return (
        KeyFigure(SERVED[scheme], float(served), note=f"of {len(rows)}"),
        KeyFigure(
            "Options",
            float(len(options)),
            note="none costed"
            if pd.isna(money)
            else f"{money:,.0f} USD once, with programme support",
        ),
        KeyFigure(
            "Decisions open",
            float(waiting),
            note=f"of {len(decisions)}; {late} past the day they were due",
        ),
        KeyFigure(
            "Guidance documents", float(len(guidance)), note=f"{dated} in force or under review"
        ),
    )
