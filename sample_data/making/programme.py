"""What does the invented programme hold: visits, guidance, options, decisions and so on?"""

import pandas as pd

from sample_data.making.inputs import SOURCE
from unpol_data import reference

FOLDER = SOURCE / "programme"
SENSITIVITY = {"lessons": "unclassified", "guidance_documents": "unclassified"}
# Where a document speaks of a technology: the invented chapter of each area, in their order.
PASSAGES = {"mentioned": "Chapter {chapter}, in passing", "adequate": "Chapter {chapter}"}
STATED = ("mentioned", "adequate", "needs_update")


def sheets(source: str) -> dict[str, pd.DataFrame]:
    """The sheets of the programme's workbook, one frame for each kind of record."""
    return {kind: _sheet(kind, source) for kind in reference.records.kinds()}


def _sheet(kind: str, source: str) -> pd.DataFrame:
    rows = considerations() if kind == "considerations" else _given(kind)
    said = rows.assign(
        sensitivity=SENSITIVITY.get(kind, "confidential"), source=source, illustrative="yes"
    )
    return said.reindex(columns=list(reference.records.column_names(kind)))


def considerations() -> pd.DataFrame:
    """One row per document and capability area, from the table of documents and areas."""
    table = _given("considerations")
    areas = list(reference.codes("areas"))
    rows = table.melt(
        id_vars=["document_code", "assessed_on"],
        value_vars=areas,
        var_name="area_code",
        value_name="state",
    )
    chapters = rows["area_code"].map(areas.index) + 1
    rows["passage"] = [
        PASSAGES.get(state, "Chapter {chapter}").format(chapter=chapter)
        if state in STATED
        else None
        for state, chapter in zip(rows["state"], chapters, strict=True)
    ]
    return rows.sort_values(["document_code", "area_code"], kind="stable")


def _given(kind: str) -> pd.DataFrame:
    """The rows as they are written in the source, days as text as people write them."""
    rows = pd.read_csv(FOLDER / f"{kind}.csv", dtype=str, keep_default_na=False)
    rows = rows.mask(rows == "")
    for column in reference.records.columns(kind):
        if column.value_kind in ("integer", "number") and column.column in rows.columns:
            rows[column.column] = pd.to_numeric(rows[column.column])
    return rows
