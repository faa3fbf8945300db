"""What needs a look now: which signals hold, on what evidence, and what has become of them?"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

import pandas as pd
from sqlalchemy import Connection

from unpol_data import queries, reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.views import gaps, signal_rows
from unpol_data.views.key_figures import KeyFigure

OPEN = ("new", "seen")


@dataclass(frozen=True)
class Signals:
    """The signals in scope on the as-of date.

    `rows`: one row per signal, as signal_rows.rows. `rules`: one row per rule with rule_code,
    name, meaning, urgency, source. `thresholds`: one row per threshold with rule_code, value,
    unit, meaning, source. `not_searched`: missions whose approvals are older than the signals
    and were not searched for them yet.
    `too_little_known`: assessed missions none of whose gaps has a figure on this side and
    horizon, so that most rules have nothing to go by.
    """

    rows: pd.DataFrame
    rules: pd.DataFrame
    thresholds: pd.DataFrame
    figures: tuple[KeyFigure, ...]
    not_searched: tuple[str, ...]
    too_little_known: tuple[str, ...]
    anything_approved: bool

    @property
    def empty(self) -> bool:
        """Whether there is no signal, neither open nor past."""
        return self.rows.empty

    def of(self, *states: str, rule_code: str = "") -> pd.DataFrame:
        """The rows in one of these states; of one rule where it is given."""
        wanted = self.rows["state"].isin(states)
        if rule_code:
            wanted &= self.rows["rule_code"] == rule_code
        return self.rows[wanted].reset_index(drop=True)

    def counts(self, column: str) -> pd.DataFrame:
        """One row per value of the column (rule_code, mission_code) with new, seen and newest_on
        of its open signals; those with most new ones first."""
        waiting = self.of(*OPEN)
        rows = waiting.assign(**{state: (waiting["state"] == state) for state in OPEN})
        found = rows.groupby(column).agg(
            new=("new", "sum"), seen=("seen", "sum"), newest_on=("raised_on", "max")
        )
        order = ["new", "seen", column]
        return found.reset_index().sort_values(
            order, ascending=[False, False, True], ignore_index=True
        )


def signals(connection: Connection, chosen: Filters, viewer: Viewer) -> Signals:
    """Every signal that holds on the as-of date or has lately been resolved.

    Areas choose signals about these areas, and those about a mission as a whole. Crime threats
    choose signals about these threats, about areas that are decisive against one of them, and
    about a mission as a whole. Dimensions change nothing. Method note, section 14.
    """
    rows = signal_rows.rows(connection, chosen, viewer)
    rows = rows[_in_areas(rows, chosen.areas) & _against(rows, chosen.threats)]
    rows = rows.reset_index(drop=True)
    missions = gaps.missions_in_scope(chosen, viewer)
    return Signals(
        rows=rows,
        rules=reference.table("signal_rules").sort_values("urgency", kind="stable"),
        thresholds=reference.table("signal_thresholds"),
        figures=_figures(rows, missions),
        not_searched=tuple(queries.signals.not_searched(connection, chosen.missions, viewer)),
        too_little_known=_too_little_known(connection, chosen, viewer),
        anything_approved=bool(len(gaps.rounds(connection, chosen, viewer))),
    )


def _too_little_known(connection: Connection, chosen: Filters, viewer: Viewer) -> tuple[str, ...]:
    found = queries.gaps.mission_gaps(connection, replace(chosen, areas=()), viewer)
    known = found["gap"].notna().groupby(found["mission_code"]).any()
    in_scope = gaps.missions_in_scope(chosen, viewer)
    return tuple(code for code in in_scope if not known.get(code, True))


def every_side_and_horizon(connection: Connection, chosen: Filters, viewer: Viewer) -> pd.DataFrame:
    """The rows of `signals` for both sides and horizons of the chosen missions."""
    each = [
        signal_rows.rows(
            connection, replace(chosen, areas=(), threats=(), side=s, horizon=h), viewer
        )
        for s in reference.codes("sides")
        for h in reference.codes("horizons")
    ]
    return pd.concat(each, ignore_index=True).drop_duplicates("signal_code")


def sharpest(rows: pd.DataFrame, *, most: int) -> pd.DataFrame:
    """The most urgent open signals, at most so many, no two of one mission or one rule."""
    taken: list[int] = []
    missions, rules = set(), set()
    for row in rows[rows["state"].isin(OPEN)].itertuples():
        if len(taken) < most and row.mission_code not in missions and row.rule_code not in rules:
            taken.append(row.Index)
            missions.add(row.mission_code)
            rules.add(row.rule_code)
    return rows.loc[taken].reset_index(drop=True)


def _in_areas(rows: pd.DataFrame, areas: Iterable[str]) -> pd.Series:
    wanted = set(areas)
    about = [set() if pd.isna(codes) else set(codes.split()) for codes in rows["area_codes"]]
    matches = [not wanted or not codes or bool(codes & wanted) for codes in about]
    return pd.Series(matches, index=rows.index, dtype=bool)


def _against(rows: pd.DataFrame, threats: tuple[str, ...]) -> pd.Series:
    if not threats:
        return pd.Series(True, index=rows.index)
    relevance = reference.table("threat_relevance")
    limit = reference.thresholds("threat_rise")["relevance_thirds"]
    decisive = (relevance["relevance_thirds"] >= limit) & relevance["threat_code"].isin(threats)
    in_areas = _in_areas(rows, relevance.loc[decisive, "area_code"])
    return rows["threat_code"].isin(threats) | (rows["threat_code"].isna() & in_areas)


def _figures(rows: pd.DataFrame, missions: tuple[str, ...]) -> tuple[KeyFigure, ...]:
    waiting = rows[rows["state"].isin(OPEN)]
    first = int(waiting["urgency"].min()) if len(waiting) else None
    counts = rows["state"].value_counts()
    urgent = waiting[waiting["urgency"] == first]
    return (
        KeyFigure("New, nobody has looked yet", int(counts.get("new", 0)), of=len(waiting)),
        KeyFigure(
            "Most urgent",
            len(urgent),
            note=", ".join(dict.fromkeys(urgent["rule_name"])).lower(),
        ),
        KeyFigure("Missions with a signal", waiting["mission_code"].nunique(), of=len(missions)),
        KeyFigure(
            "Resolved in the last 12 months",
            int(counts.get("resolved", 0)),
            note=f"{int(counts.get('dismissed', 0))} dismissed with a reason",
        ),
    )
