"""How do records as people write them become records as the store keeps them, and back?"""

import pandas as pd

from unpol_data import reference

UNSAID_SENSITIVITY = "confidential"


def of_store(rows: pd.DataFrame) -> pd.DataFrame:
    """Judged rows as the store keeps them: sensitivity as a level, illustrative as true or not."""
    levels = reference.table("sensitivities").set_index("sensitivity")["level"]
    said = rows["sensitivity"].where(rows["sensitivity"].notna(), UNSAID_SENSITIVITY)
    return rows.assign(
        sensitivity=[int(levels[code]) for code in said],
        illustrative=[cell == "yes" for cell in rows["illustrative"]],
    )


def of_dictionary(kind: str, rows: pd.DataFrame) -> pd.DataFrame:
    """Rows of the store as people write them, with the columns of the kind in their order.

    The reverse of `of_store`; days are dates, whole numbers are whole, missing is None.
    """
    table = reference.table("sensitivities")
    names = dict(zip(table["level"], table["sensitivity"], strict=True))
    coded = rows.assign(
        sensitivity=[names[level] for level in rows["sensitivity"]],
        illustrative=["yes" if cell else "no" for cell in rows["illustrative"]],
    )
    written = {
        column.column: [_cell(cell, column.value_kind) for cell in coded[column.column]]
        for column in reference.records.columns(kind)
    }
    return pd.DataFrame(written, index=rows.index, dtype="object")


def _cell(cell: object, value_kind: str) -> object:
    if cell is None or cell is pd.NaT or cell != cell:
        return None
    if value_kind == "date" and isinstance(cell, pd.Timestamp):
        return cell.date()
    if value_kind == "integer" or (value_kind == "number" and float(cell).is_integer()):
        return int(cell)
    return cell
