"""Is the reference data whole: every code known, every weight adding up, every cell asked?"""

import re
from pathlib import Path

import pandas as pd

from unpol_data.reference.reading import (
    FOLDER,
    ReferenceDataError,
    raw_table,
    table_problems,
    typed_table,
)
from unpol_data.reference.record_checks import record_problems
from unpol_data.reference.schema import TABLES
from unpol_data.reference.signal_checks import signal_problems

ANCHORS = re.compile(r"0 = .+; 1 = .+; 2 = .+; 3 = .+; 4 = .+")
UNPOL_ITEMS_PER_CELL = 2
CELL = ["area_code", "dimension_code"]


def check(folder: Path = FOLDER) -> None:
    """Raise ReferenceDataError with every problem of every table; nothing where all is sound."""
    tables, problems = {}, []
    for table_name in TABLES:
        try:
            tables[table_name] = raw_table(table_name, folder)
        except ReferenceDataError as error:
            problems += error.problems
    if problems:
        raise ReferenceDataError(problems)
    known = {
        table_name: set(rows[TABLES[table_name].key[0]].dropna())
        for table_name, rows in tables.items()
    }
    for table_name in TABLES:
        problems += table_problems(table_name, known, folder)
    if not problems:
        problems = _whole_problems({name: typed_table(name, folder) for name in TABLES})
    if problems:
        raise ReferenceDataError(problems)


def _whole_problems(tables: dict[str, pd.DataFrame]) -> list[str]:
    return [
        *_cell_problems(tables["framework"], tables["areas"], tables["dimensions"]),
        *_item_problems(tables),
        *_requirement_problems(tables),
        *_weight_problems(tables),
        *_completeness_problems(tables),
        *signal_problems(tables),
        *record_problems(tables),
    ]


def _sum_problems(rows: pd.DataFrame, by: list[str], file_name: str) -> list[str]:
    sums = rows.groupby(by)["weight"].sum()
    return [
        f"{file_name}: the weights of {key if isinstance(key, str) else ' / '.join(key)} "
        f"sum to {total:.4f}, not to 1."
        for key, total in sums[(sums - 1).abs() > 1e-6].items()
    ]


def _cell_problems(
    framework: pd.DataFrame, areas: pd.DataFrame, dimensions: pd.DataFrame
) -> list[str]:
    asked_of_unpol = framework[framework["side"].isin(["unpol", "both"])]
    asked_of_host = framework[framework["side"].isin(["host_state", "both"])]
    unpol, host = asked_of_unpol.groupby(CELL).size(), asked_of_host.groupby(CELL).size()
    problems = _sum_problems(asked_of_unpol, CELL, "framework.csv")
    for area in areas["area_code"]:
        for dimension in dimensions["dimension_code"]:
            if unpol.get((area, dimension), 0) < UNPOL_ITEMS_PER_CELL:
                problems.append(
                    f"framework.csv: {area} / {dimension} has fewer than "
                    f"{UNPOL_ITEMS_PER_CELL} items asked of UNPOL."
                )
            if not host.get((area, dimension), 0):
                problems.append(
                    f"framework.csv: {area} / {dimension} asks nothing of the host State."
                )
    return problems


def _item_problems(tables: dict[str, pd.DataFrame]) -> list[str]:
    prefixes = tables["areas"].set_index("area_code")["item_prefix"]
    parts = tables["dimensions"].set_index("dimension_code")["item_part"]
    problems = []
    for index, item in tables["framework"].iterrows():
        place = f"framework.csv, row {index + 2}"
        start = f"{prefixes[item['area_code']]}-{parts[item['dimension_code']]}-"
        if not item["item_code"].startswith(start):
            problems.append(f"{place}: item_code {item['item_code']!r} must start with {start!r}.")
        if item["answer_type"] == "level" and not ANCHORS.match(item["level_anchors"] or ""):
            problems.append(f"{place}: a level item needs level_anchors '0 = ...; ... 4 = ...'.")
        goalposts = item[["value_at_none", "value_at_full"]]
        if item["answer_type"] == "measure" and (
            goalposts.isna().any() or goalposts.iloc[0] == goalposts.iloc[1]
        ):
            problems.append(f"{place}: a measure needs two different goalposts.")
        if item["answer_type"] == "measure" and pd.isna(item["unit"]):
            problems.append(f"{place}: a measure needs a unit.")
    return problems


def _requirement_problems(tables: dict[str, pd.DataFrame]) -> list[str]:
    sides = tables["framework"].set_index("item_code")["side"]
    host_kinds = set(tables["site_kinds"].query("host_side == 'yes'")["site_kind"])
    problems = []
    for index, row in tables["requirements"].iterrows():
        place = f"requirements.csv, row {index + 2}"
        if sides[row["item_code"]] not in (row["side"], "both"):
            problems.append(f"{place}: {row['item_code']} is not asked of {row['side']}.")
        if row["side"] == "host_state" and row["site_kind"] not in host_kinds:
            problems.append(f"{place}: the host State is not asked at a {row['site_kind']}.")
        if row["required_emerging"] < row["required_now"]:
            problems.append(f"{place}: required_emerging is below required_now.")
    never = sorted(set(sides.index) - set(tables["requirements"]["item_code"]))
    return problems + [f"requirements.csv: {item} is required nowhere." for item in never]


def _weight_problems(tables: dict[str, pd.DataFrame]) -> list[str]:
    problems = _sum_problems(tables["dimension_weights"], ["area_code"], "dimension_weights.csv")
    values = tables["parameters"].set_index("parameter")["value"]
    names = ["weight_threat", "weight_mandate", "weight_exposure"]
    absent = [name for name in names if name not in values.index]
    if absent:
        return [*problems, f"parameters.csv: {', '.join(absent)} is missing."]
    if abs(values[names].sum() - 1) > 1e-6:
        problems.append(
            f"parameters.csv: {', '.join(names)} sum to {values[names].sum():.4f}, not to 1."
        )
    return problems


def _completeness_problems(tables: dict[str, pd.DataFrame]) -> list[str]:
    active = tables["missions"].query("status == 'active'")["mission_code"]
    needed = {
        "dimension_weights": [tables["areas"]["area_code"], tables["dimensions"]["dimension_code"]],
        "threat_relevance": [tables["threats"]["threat_code"], tables["areas"]["area_code"]],
        "mandate_relevance": [active, tables["areas"]["area_code"]],
        "connectivity_requirements": [
            tables["site_kinds"]["site_kind"],
            tables["horizons"]["horizon"],
        ],
    }
    problems = []
    for table_name, lists in needed.items():
        present = pd.MultiIndex.from_frame(tables[table_name][list(TABLES[table_name].key)])
        for key in pd.MultiIndex.from_product(lists).difference(present):
            problems.append(f"{table_name}.csv: no row for {' / '.join(key)}.")
    return problems
