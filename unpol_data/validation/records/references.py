"""Is every record, site and mission that a record names there, and do they fit together?"""

from collections.abc import Iterator, Mapping

import pandas as pd

from unpol_data import reference
from unpol_data.validation.problems import Problem, literal, nearest, of_rows
from unpol_data.validation.records.context import RecordContext

Tables = Mapping[str, pd.DataFrame]


def problems(tables: Tables, context: RecordContext) -> Iterator[Problem]:
    """Codes of no record or site, sites and records of another mission, circles of options."""
    for kind, rows in tables.items():
        for column in reference.records.columns(kind):
            if column.refers_to:
                known = context.in_force(column.refers_to, tables)
                codes = tuple(known[reference.records.key(column.refers_to)[0]].astype(str))
                yield from _unknown(kind, rows, column.column, codes)
    if "visits" in tables:
        yield from _visited_sites(tables["visits"], context)
    if "option_gains" in tables:
        yield from _gaining_sites(tables, context)
    if "options" in tables:
        yield from _parents(tables, context)
    yield from _missions_of_options(tables, context)


def _unknown(
    kind: str, rows: pd.DataFrame, column: str, known: tuple[str, ...]
) -> Iterator[Problem]:
    unknown = rows[rows[column].notna() & ~rows[column].isin(known)]
    for code, of_code in unknown.groupby(column, sort=False):
        wanted = reference.records.column(kind, column).refers_to
        expected = literal(nearest(code, known) if known else f"a code of the sheet {wanted}")
        yield from of_rows(
            of_code,
            pd.Series(True, index=of_code.index),
            sheet=kind,
            column=column,
            rule="unknown_record",
            expected=expected,
            words=f"'{{{column}}}' is neither in the sheet {wanted} nor in force; "
            f"expected {expected}",
        )


def _sites_of(context: RecordContext, mission_code: object) -> tuple[str, ...]:
    sites = context.known_sites
    return tuple(sites.loc[sites["mission_code"] == mission_code, "site_code"].astype(str))


def _visited_sites(rows: pd.DataFrame, context: RecordContext) -> Iterator[Problem]:
    for row, mission_code, codes in rows[["mission_code", "site_codes"]].itertuples(name=None):
        if not isinstance(codes, str) or not isinstance(mission_code, str):
            continue
        known = _sites_of(context, mission_code)
        for code in codes.split():
            if code not in known:
                yield _unknown_site("visits", row, "site_codes", code, mission_code, known)


def _gaining_sites(tables: Tables, context: RecordContext) -> Iterator[Problem]:
    """A gain is of a site of the option's mission, or of the mission: every site of it."""
    options = context.in_force("options", tables)
    missions = dict(zip(options["option_code"], options["mission_code"], strict=True))
    gains = tables["option_gains"][["option_code", "site_code"]]
    for row, option_code, site_code in gains.itertuples(name=None):
        mission_code = missions.get(option_code)
        if not isinstance(site_code, str) or not isinstance(mission_code, str):
            continue
        known = (mission_code, *_sites_of(context, mission_code))
        if site_code not in known:
            yield _unknown_site("option_gains", row, "site_code", site_code, mission_code, known)


def _unknown_site(
    kind: str, row: int, column: str, code: str, mission_code: str, known: tuple[str, ...]
) -> Problem:
    expected = nearest(code, known) if known else f"a site of {mission_code}"
    words = f"'{code}' is not a site of {mission_code} that is held; expected {expected}"
    return Problem(kind, int(row), column, code, expected, words, "unknown_site")


def _parents(tables: Tables, context: RecordContext) -> Iterator[Problem]:
    options = context.in_force("options", tables).set_index("option_code")
    parents = options["parent_code"].dropna().to_dict()
    missions = options["mission_code"].to_dict()
    rows = tables["options"].dropna(subset=["option_code", "parent_code"])
    for row, code, parent in rows[["option_code", "parent_code"]].itertuples(name=None):
        if _comes_back(code, parents):
            words = f"{code} needs {parent}, which in the end needs {code}; leave one of them out"
            expected = "an option that does not need this one"
            yield Problem(
                "options", int(row), "parent_code", parent, expected, words, "circle_of_options"
            )
        elif parent in missions and missions[parent] != missions[code]:
            words = f"{parent} is an option of {missions[parent]}, not of {missions[code]}"
            expected = f"an option of {missions[code]}"
            yield Problem(
                "options", int(row), "parent_code", parent, expected, words, "other_mission"
            )


def _comes_back(code: str, parents: Mapping[str, str]) -> bool:
    seen, parent = set(), parents.get(code)
    while parent is not None and parent not in seen:
        if parent == code:
            return True
        seen.add(parent)
        parent = parents.get(parent)
    return False


def _missions_of_options(tables: Tables, context: RecordContext) -> Iterator[Problem]:
    """A decision that takes up an option is about the option's mission, or about none."""
    if "decisions" not in tables:
        return
    options = context.in_force("options", tables)
    missions = dict(zip(options["option_code"], options["mission_code"], strict=True))
    rows = tables["decisions"]
    of_option = rows["option_code"].map(missions).astype("object")
    yield from of_rows(
        rows.assign(of_option=of_option),
        rows["mission_code"].notna() & of_option.notna() & (rows["mission_code"] != of_option),
        sheet="decisions",
        column="mission_code",
        rule="other_mission",
        expected="{of_option}",
        words="{option_code} is an option of {of_option}, not of {mission_code}",
    )
