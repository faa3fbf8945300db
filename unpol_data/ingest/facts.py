"""What do judged rows say, in the shape the store keeps?"""

from collections.abc import Mapping
from datetime import date

import pandas as pd

from unpol_data import reference
from unpol_data.ingest.delivery import Delivery
from unpol_data.ingest.digest import content_digest
from unpol_data.ingest.submissions.sheet import REPLACED
from unpol_data.store.writes import Description

DATE_COLUMNS = {
    "answers": "answered_on",
    "equipment": "counted_on",
    "connectivity": "measured_on",
    "threats": "rated_on",
}
# A single table says nothing of these; a list of gaps is confidential unless said otherwise.
UNSAID = {"modality": None, "sensitivity": "confidential", "summary": None}


def description(
    tables: Mapping[str, pd.DataFrame],
    *,
    given: Delivery,
    file_name: str,
    source: str,
    document: str | None,
    illustrative: bool,
    today: date,
) -> Description:
    """Which mission, when and by what: the assessment's own row, or what a single table tells.

    A single table's period is that of its dates; `source` and `document`, the
    reference of an earlier finding, are for it alone.
    """
    if "assessment" in tables:
        row = tables["assessment"].iloc[0]
        said = row.where(row.notna(), None).drop("mission_code").to_dict()
    else:
        first, last = _period(tables, today)
        said = {
            **UNSAID,
            "round_label": f"{given.read.kind.capitalize()} to {last:%b %Y}",
            "assessed_from": first,
            "assessed_to": last,
            "source": source,
            "reference": document,
        }
    said["illustrative"] = illustrative or said.get("illustrative") == "yes"
    levels = reference.table("sensitivities").set_index("sensitivity")["level"]
    said["sensitivity"] = int(levels[said["sensitivity"]])
    return Description(
        mission_code=given.mission_code,
        kind=given.read.kind,
        content_digest=content_digest(tables, kind=given.read.kind),
        file_name=file_name,
        **said,
    )


def _period(tables: Mapping[str, pd.DataFrame], today: date) -> tuple[date, date]:
    dates = [
        moment
        for sheet, column in DATE_COLUMNS.items()
        if sheet in tables
        for moment in tables[sheet][column].dropna()
    ]
    return (min(dates), max(dates)) if dates else (today, today)


def of_store(tables: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
    """One frame per table of facts in the store that the rows have something for."""
    shapes = {
        "sites": ("site_facts", _site_facts),
        "answers": ("answers", _as_it_is),
        "equipment": ("equipment_lines", _as_it_is),
        "connectivity": ("measurements", _measurements),
        "threats": ("threat_ratings", _as_it_is),
        REPLACED: (REPLACED, _as_it_is),
    }
    return {
        table_name: shaped(tables[sheet])
        for sheet, (table_name, shaped) in shapes.items()
        if sheet in tables and not tables[sheet].empty
    }


def _as_it_is(rows: pd.DataFrame) -> pd.DataFrame:
    return rows


def _site_facts(rows: pd.DataFrame) -> pd.DataFrame:
    return rows.assign(closed=rows["closed"] == "yes")


def _measurements(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per site, measure and day: the wide sheet made long, blanks left out."""
    long = rows.melt(
        id_vars=["site_code", "measured_on"],
        value_vars=list(reference.codes("measures")),
        var_name="measure",
        value_name="value",
    )
    return long.dropna(subset=["value"])
