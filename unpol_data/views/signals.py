"""What needs a look now: which signals hold, on what evidence, and what has become of them?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import partial

import pandas as pd
from sqlalchemy import Connection

from unpol_data import queries, reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.scoring import confidence
from unpol_data.views import gaps, mandates, sites
from unpol_data.views.key_figures import KeyFigure

BETWEEN = "~"
IDENTITY = ["mission_code", "rule_code", "side", "horizon", "subject", "raised_on"]
COLUMNS = [
    *("signal_code", "state", "mission_code", "rule_code", "rule_name", "urgency", "unit"),
    *("side", "horizon", "subject", "raised_on", "resolved_on"),
    *("site_code", "site_name", "area_code", "area_name", "area_codes"),
    *("threat_code", "threat_name", "value", "value_before", "limit_value", "gap_points"),
    *("counted", "run_values", "basis_on", "compared_on"),
    *("resolved_value", "resolved_before", "resolved_run_values", "resolved_gap_points"),
    *("is_replaced", "reason", "state_by", "state_on"),
]
OPEN = ("new", "seen")
ORDER = {"new": 0, "seen": 1, "dismissed": 2, "resolved": 3}


@dataclass(frozen=True)
class Signals:
    """The signals in scope on the as-of date.

    `rows`: one row per signal with COLUMNS, what is new first, then by urgency (1 first), newest
    first. `rules`: one row per rule with rule_code, name, meaning, urgency, source. `thresholds`:
    one row per threshold with rule_code, value, unit, meaning, source. `not_searched`: missions
    whose approvals are older than the signals and were not searched for them yet.
    """

    rows: pd.DataFrame
    rules: pd.DataFrame
    thresholds: pd.DataFrame
    figures: tuple[KeyFigure, ...]
    not_searched: tuple[str, ...]
    anything_approved: bool

    @property
    def empty(self) -> bool:
        """Whether there is no signal, neither open nor past."""
        return self.rows.empty

    def of(self, *states: str) -> pd.DataFrame:
        """The rows in one of these states (new, seen, dismissed, resolved)."""
        return self.rows[self.rows["state"].isin(states)].reset_index(drop=True)


def signals(connection: Connection, chosen: Filters, viewer: Viewer) -> Signals:
    """Every signal that holds on the as-of date or has lately been resolved.

    Areas choose signals about these areas, and those about a mission as a whole. Crime threats
    choose signals about these threats, about areas that are decisive against one of them, and
    about a mission as a whole. Dimensions change nothing. Method note, section 14.
    """
    rows = _rows(connection, chosen, viewer)
    rows = rows[_in_areas(rows, chosen.areas) & _against(rows, chosen.threats)]
    rows = rows.reset_index(drop=True)
    missions = gaps.missions_in_scope(chosen, viewer)
    return Signals(
        rows=rows,
        rules=reference.table("signal_rules").sort_values("urgency", kind="stable"),
        thresholds=reference.table("signal_thresholds"),
        figures=_figures(rows, missions),
        not_searched=tuple(queries.signals.not_searched(connection, chosen.missions, viewer)),
        anything_approved=bool(len(gaps.rounds(connection, chosen, viewer))),
    )


def every_side_and_horizon(connection: Connection, chosen: Filters, viewer: Viewer) -> pd.DataFrame:
    """The rows of `signals` for both sides and horizons of the chosen missions."""
    each = [
        _rows(connection, Filters(chosen.missions, side=s, horizon=h, as_of=chosen.as_of), viewer)
        for s in reference.codes("sides")
        for h in reference.codes("horizons")
    ]
    return pd.concat(each, ignore_index=True).drop_duplicates("signal_code")


def sharpest(rows: pd.DataFrame, *, most: int) -> pd.DataFrame:
    """The most urgent open signal of each mission, in order of urgency; at most so many."""
    waiting = rows[rows["state"].isin(OPEN)]
    return waiting.drop_duplicates("mission_code").head(most).reset_index(drop=True)


def _rows(connection: Connection, chosen: Filters, viewer: Viewer) -> pd.DataFrame:
    days = reference.parameter("resolved_shown_months") * confidence.DAYS_PER_MONTH
    since = chosen.as_of - pd.Timedelta(days=round(days)).to_pytimedelta()
    stored = queries.signals.signals(connection, chosen, viewer, since=since)
    in_scope = gaps.missions_in_scope(chosen, viewer)
    stored = stored[stored["mission_code"].isin(in_scope)].astype({"holds": bool})
    own = _resolutions(_latest(stored, chosen), stored)
    by_date = mandates.signals(in_scope, as_of=chosen.as_of, since=since)
    rows = pd.concat([own, by_date.reindex(columns=own.columns)], ignore_index=True)
    rows = rows.astype(own.dtypes.to_dict())
    said = queries.signals.signal_states(connection, viewer)
    names = sites.names(connection, chosen, viewer)
    return _ordered(_named(_judged(rows, said), names))


def _latest(stored: pd.DataFrame, chosen: Filters) -> pd.DataFrame:
    """One row per signal: its figures when it last held, and resolved_on where it holds no more."""
    held = stored[stored["holds"]].sort_values("from_on", kind="stable")
    latest = held.drop_duplicates(IDENTITY, keep="last")
    ended = latest["to_on"].notna() & (latest["to_on"] <= pd.Timestamp(chosen.as_of))
    return latest.assign(resolved_on=latest["to_on"].where(ended))


def _resolutions(latest: pd.DataFrame, stored: pd.DataFrame) -> pd.DataFrame:
    """The same rows with the figures that resolved each, where they are known."""
    after = stored.loc[~stored["holds"], [*IDENTITY, "from_on", *RESOLVED]]
    after = after.rename(columns={"from_on": "resolved_on", **RESOLVED})
    return latest.merge(after, how="left", on=[*IDENTITY, "resolved_on"])


RESOLVED = {
    "value": "resolved_value",
    "value_before": "resolved_before",
    "run_values": "resolved_run_values",
    "gap_points": "resolved_gap_points",
}


def _judged(rows: pd.DataFrame, said: pd.DataFrame) -> pd.DataFrame:
    """The rows with signal_code, state, who said so, and whether one raised later replaced it."""
    said = said.rename(columns={"account": "state_by", "recorded_at": "state_on"})
    rows = rows.merge(said, how="left", on=IDENTITY)
    state = rows["state"].fillna("new").where(rows["resolved_on"].isna(), "resolved")
    subject = [name for name in IDENTITY if name != "raised_on"]
    anew = rows[[*subject, "raised_on"]].rename(columns={"raised_on": "resolved_on"})
    anew = anew.drop_duplicates().assign(is_replaced=True)
    rows = rows.assign(state=state).merge(anew, how="left", on=[*subject, "resolved_on"])
    replaced = rows["is_replaced"].notna() & rows["resolved_on"].notna()
    days = rows["raised_on"].dt.strftime("%Y-%m-%d")
    codes = [
        BETWEEN.join((*names, day))
        for *names, day in zip(*(rows[name] for name in subject), days, strict=True)
    ]
    return rows.assign(is_replaced=replaced, signal_code=pd.Series(codes, dtype="str"))


def _named(rows: pd.DataFrame, site_names: Mapping[str, str]) -> pd.DataFrame:
    """The rows with the names of rule, site, area and threat, and the rule's urgency and unit."""
    rules = reference.table("signal_rules").set_index("rule_code")
    area = rows["area_code"].fillna(rows["rule_code"].map(rules["area_code"]))
    areas = rows["area_codes"].fillna(area)
    return rows.assign(
        rule_name=rows["rule_code"].map(rules["name"]),
        urgency=rows["rule_code"].map(rules["urgency"]).astype("Int64"),
        unit=rows["rule_code"].map(rules["unit"]),
        area_code=area,
        area_codes=areas,
        site_name=rows["site_code"].map(site_names).fillna(rows["site_code"]),
        area_name=_names(area, partial(reference.name, "area")),
        threat_name=_names(rows["threat_code"], partial(reference.name, "threat")),
    )[COLUMNS]


def _names(codes: pd.Series, named) -> pd.Series:
    found = [None if pd.isna(code) else named(code) for code in codes]
    return pd.Series(found, index=codes.index, dtype="str")


def _ordered(rows: pd.DataFrame) -> pd.DataFrame:
    """New before seen before dismissed before resolved; then by urgency, newest, widest gap."""
    keys = rows.assign(
        by_state=rows["state"].map(ORDER),
        by_size=rows["gap_points"]
        .fillna(rows["limit_value"] - rows["value"])
        .fillna(rows["value"]),
    )
    order = keys.sort_values(
        ["by_state", "urgency", "raised_on", "by_size", "mission_code", "subject"],
        ascending=[True, True, False, False, True, True],
        kind="stable",
    ).index
    return rows.loc[order].reset_index(drop=True)


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
            "Most urgent of these that hold",
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
