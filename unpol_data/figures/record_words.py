"""How are records of the programme written for a reader: names for codes, what changed?"""

from collections.abc import Mapping, Sequence

import pandas as pd

from unpol_data import reference
from unpol_data.reference.records import RecordColumn

NOTHING = "–"
HISTORY = {"version": "Version", "when": "Recorded", "who": "By", "what": "What changed"}
FIRST = "Recorded for the first time"


def headings(kind: str, columns: Sequence[str]) -> dict[str, str]:
    """The headings of some columns of a kind, as panels.table takes them."""
    return {name: reference.records.column(kind, name).label for name in columns}


def named(kind: str, rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with text in every column of the kind: names for codes, days as 2026-03-31."""
    columns = {one.column: one for one in reference.records.columns(kind)}
    return pd.DataFrame(
        {
            name: [cell(columns[name], value) for value in rows[name]]
            if name in columns
            else rows[name]
            for name in rows.columns
        },
        index=rows.index,
    )


def cell(column: RecordColumn, value: object) -> str:
    """One cell as a reader would write it; nothing as a dash."""
    if value is None or value is pd.NaT or value != value or value == "":
        return NOTHING
    if column.column == "sensitivity":
        return _sensitivity(value)
    if column.value_kind == "yes_no":
        return "yes" if value in (True, "yes") else "no"
    if column.value_kind == "codes":
        names = [column.name(code) if column.codes else code for code in str(value).split()]
        return ", ".join(names)
    if column.codes:
        return str(value) if column.list_name == "missions" else column.name(str(value))
    if column.value_kind == "date":
        return str(value)[:10]
    if column.value_kind in ("integer", "number"):
        return f"{float(value):,.0f}" if float(value).is_integer() else f"{float(value):,}"
    return str(value)


def _sensitivity(value: object) -> str:
    table = reference.table("sensitivities")
    levels = dict(zip(table["level"], table["name"], strict=True))
    return str(levels[value]) if value in levels else reference.name("sensitivity", str(value))


def changes(kind: str, before: Mapping | None, after: Mapping) -> str:
    """What differs between two versions, in words: "State: Planned → Made; Note: – → Late"."""
    if before is None:
        return FIRST
    said = []
    for column in reference.records.columns(kind):
        was, now = (cell(column, one[column.column]) for one in (before, after))
        if was != now:
            said.append(f"{column.label}: {was} → {now}")
    return "; ".join(said) or "nothing"


def history(kind: str, versions: pd.DataFrame) -> pd.DataFrame:
    """One row per version under HISTORY, the newest first; `versions` as from queries."""
    rows = versions.to_dict("records")
    told = []
    for number, row in enumerate(rows):
        before = rows[number + 1] if number + 1 < len(rows) else None
        what = f"Retired: {row['retired_reason']}" if row["retired"] else changes(kind, before, row)
        if before is not None and before["retired"] and not row["retired"]:
            what = f"Taken up again; {what}"
        told.append(
            {
                "version": str(row["version"]),
                "when": f"{row['recorded_at']:%Y-%m-%d %H:%M} UTC",
                "who": row["recorded_by"],
                "what": what,
            }
        )
    return pd.DataFrame(told, columns=list(HISTORY))


def title(kind: str, row: Mapping) -> str:
    """What a record is called in lists: its code, with names for codes, and what it is about."""
    key = [reference.records.column(kind, name) for name in reference.records.key(kind)]
    code = " / ".join(cell(column, row[column.column]) for column in key)
    for name in ("title", "subject", "role", "words"):
        if name in reference.records.column_names(kind) and isinstance(row.get(name), str):
            text = row[name]
            return f"{code}: {text if len(text) <= 60 else text[:57] + '...'}"
    if kind == "visits":
        return f"{code}: {row['mission_code']}, {str(row['planned_from'])[:10]}"
    if kind == "budget_lines":
        category = cell(reference.records.column(kind, "category"), row["category"])
        of = row["visit_code"] if isinstance(row["visit_code"], str) else "no visit in particular"
        return f"{code}: {category}, {of}"
    return code
