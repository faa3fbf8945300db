"""Is every site a site of this mission, and known where rows refer to it?"""

import re
from collections.abc import Iterator, Mapping

import pandas as pd

from unpol_data.validation.context import Context
from unpol_data.validation.problems import WARNING, Problem, literal, nearest, of_rows

REFERRING = ("answers", "equipment", "connectivity")
HEADCOUNTS = ("unpol_served", "users", "host_officers_served")


def kinds(tables: Mapping[str, pd.DataFrame], context: Context) -> pd.Series:
    """The site kind of each site code that may be referred to; the delivery's own win."""
    known = context.known_sites
    mission_code = context.mission_code or _mission_said(tables)
    if mission_code is not None:
        known = known[known["mission_code"] == mission_code]
    by_code = known.set_index("site_code")["site_kind"].astype("object")
    if "sites" in tables:
        own = tables["sites"].dropna(subset=["site_code"]).drop_duplicates("site_code")
        own = own.set_index("site_code")["site_kind"]
        by_code = pd.concat([own, by_code[~by_code.index.isin(own.index)]])
    return by_code


def problems(tables: Mapping[str, pd.DataFrame], context: Context) -> Iterator[Problem]:
    """Site codes of another mission, rows of sites nobody listed, headcounts below zero."""
    mission_code = context.mission_code or _mission_said(tables)
    if "sites" in tables:
        if mission_code is not None:
            yield from _codes_of_mission(tables["sites"], mission_code)
            yield from _same_names(tables["sites"], mission_code, context.known_sites)
        for column in HEADCOUNTS:
            yield from of_rows(
                tables["sites"],
                tables["sites"][column] < 0,
                sheet="sites",
                column=column,
                rule="below_zero",
                expected="0 or more",
                words=f"{{{column}}} is below 0",
            )
    known = tuple(kinds(tables, context).index)
    for sheet in REFERRING:
        if sheet in tables:
            yield from _unknown_sites(sheet, tables[sheet], known)


def _mission_said(tables: Mapping[str, pd.DataFrame]) -> str | None:
    said = tables["assessment"]["mission_code"].dropna() if "assessment" in tables else []
    return said.iloc[0] if len(said) else None


def _codes_of_mission(rows: pd.DataFrame, mission_code: str) -> Iterator[Problem]:
    pattern = re.compile(rf"{mission_code}-[A-Z0-9][A-Z0-9_-]*")
    fits = [bool(pattern.fullmatch(str(code))) for code in rows["site_code"]]
    yield from of_rows(
        rows,
        rows["site_code"].notna() & ~pd.Series(fits, index=rows.index, dtype=bool),
        sheet="sites",
        column="site_code",
        rule="site_of_mission",
        expected=f"{mission_code}-NAME",
        words=f"'{{site_code}}' must start with '{mission_code}-' and go on in capital letters, "
        "digits or hyphens",
    )


def _same_names(rows: pd.DataFrame, mission_code: str, known: pd.DataFrame) -> Iterator[Problem]:
    """Warnings of sites called as another site of the mission: one place under two codes?"""
    own = rows[["site_code", "name"]].dropna()
    held = known.loc[known["mission_code"] == mission_code].reindex(columns=own.columns).dropna()
    every = pd.concat([held[~held["site_code"].isin(own["site_code"])], own])
    every = every.assign(called=every["name"].astype(str).str.strip().str.casefold())
    others = {
        code: ", ".join(sorted(set(of_name["site_code"]) - {code}))
        for _, of_name in every.groupby("called")
        for code in of_name["site_code"]
    }
    other = rows["site_code"].map(others).astype("object").fillna("")
    yield from of_rows(
        rows.assign(other=other),
        rows["name"].notna() & (other != ""),
        sheet="sites",
        column="name",
        rule="same_name",
        expected="one code for each place",
        words="{name} is also what {other} is called; use that code if it is the same place, "
        "or the place counts twice",
        severity=WARNING,
    )


def _unknown_sites(sheet: str, rows: pd.DataFrame, known: tuple[str, ...]) -> Iterator[Problem]:
    unknown = rows["site_code"].notna() & ~rows["site_code"].isin(known)
    for code, of_code in rows[unknown].groupby("site_code", sort=False):
        expected = literal(nearest(code, known) if known else "a site of the sheet sites")
        yield from of_rows(
            of_code,
            pd.Series(True, index=of_code.index),
            sheet=sheet,
            column="site_code",
            rule="unknown_site",
            expected=expected,
            words=f"'{{site_code}}' is neither in the sheet sites nor held already; "
            f"expected {expected}",
        )
