"""What are all signals of the chosen missions, each with its state and its names?"""

from collections.abc import Callable, Mapping
from functools import partial

import pandas as pd
from sqlalchemy import Connection

from unpol_data import queries, reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.scoring import confidence
from unpol_data.views import gaps, mandates, sites

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
ORDER = {"new": 0, "seen": 1, "dismissed": 2, "resolved": 3}
RESOLVED = {
    "value": "resolved_value",
    "value_before": "resolved_before",
    "run_values": "resolved_run_values",
    "gap_points": "resolved_gap_points",
}


def rows(connection: Connection, chosen: Filters, viewer: Viewer) -> pd.DataFrame:
    """One row per signal that holds on the as-of date or was resolved lately, with COLUMNS.

    Of the chosen missions, side and horizon, whatever areas and threats are chosen; what is new
    first, then by urgency (1 first), newest first.
    """
    days = reference.parameter("resolved_shown_months") * confidence.DAYS_PER_MONTH
    since = chosen.as_of - pd.Timedelta(days=round(days)).to_pytimedelta()
    stored = queries.signals.signals(connection, chosen, viewer, since=since)
    in_scope = gaps.missions_in_scope(chosen, viewer)
    stored = stored[stored["mission_code"].isin(in_scope)].astype({"holds": bool})
    own = _resolutions(_latest(stored, chosen), stored)
    by_date = mandates.signals(in_scope, as_of=chosen.as_of, since=since)
    every = pd.concat([own, by_date.reindex(columns=own.columns)], ignore_index=True)
    every = every.astype({**own.dtypes.to_dict(), "counted": "float64"})
    said = queries.signals.signal_states(connection, viewer, revision=chosen.revision)
    names = sites.names(connection, chosen, viewer)
    return _ordered(_named(_judged(every, said), names))


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
    of_rule = rows["rule_code"].map(rules["area_code"]).astype("str")
    area = rows["area_code"].astype("str").fillna(of_rule)
    areas = rows["area_codes"].astype("str").fillna(area)
    return rows.assign(
        rule_name=rows["rule_code"].map(rules["name"]),
        urgency=rows["rule_code"].map(rules["urgency"]).astype("Int64"),
        unit=rows["rule_code"].map(rules["unit"]),
        area_code=area,
        area_codes=areas,
        site_name=rows["site_code"].map(site_names).astype("str").fillna(rows["site_code"]),
        area_name=_names(area, partial(reference.name, "area")),
        threat_name=_names(rows["threat_code"], partial(reference.name, "threat")),
    )[COLUMNS]


def _names(codes: pd.Series, named: Callable[[str], str]) -> pd.Series:
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
