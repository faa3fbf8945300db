"""Which rows does each sheet of a workbook hold?"""

import math
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

import python_calamine

from unpol_data.ingest.archive import Extent, Limits, extents
from unpol_data.ingest.refusal import Refused


def sheets(path: Path, *, ours: tuple[str, ...], limits: Limits) -> Iterator[dict]:
    """Each sheet of the workbook: its name and its rows that hold anything.

    In a workbook with any sheet of ours only those are read; of another one, every sheet. A row is
    [row number, cells]. Formulas are read as the value last calculated; macros are never
    run. Sheet names count without blanks and capitals.
    """
    with path.open("rb") as source:
        reach = extents(source, ours=ours, limits=limits)
    wanted = {name.strip().casefold() for name in reach}
    seen = set()
    try:
        with python_calamine.load_workbook(path) as workbook:
            for name in workbook.sheet_names:
                plain = name.strip().casefold()
                if plain in seen:
                    raise Refused(f"Two sheets are named {plain}; keep one of them.")
                seen.add(plain)
                if plain not in wanted:
                    yield {"name": plain, "rows": None}
                    continue
                yield {"name": plain, "rows": list(_rows(workbook, name, reach.get(name)))}
    except python_calamine.PasswordError as error:
        raise Refused("The workbook is protected by a password; save it without one.") from error
    except (python_calamine.CalamineError, ValueError, OSError) as error:
        raise Refused(f"The workbook is damaged: {error}. Save it again as .xlsx.") from error


def _rows(
    workbook: python_calamine.CalamineWorkbook, name: str, extent: Extent | None
) -> Iterator[list]:
    if extent is None:
        return
    sheet = workbook.get_sheet_by_name(name)
    broken: dict[int, dict[int, str]] = {}
    for (row, column), value in extent.broken.items():
        broken.setdefault(row, {})[column] = value
    # The rows come without the empty ones above the first cell, and with its column offset kept.
    for row, given in enumerate(sheet.to_python(skip_empty_area=False), start=1):
        cells = [_plain(cell) for cell in given]
        for column, value in broken.pop(row, {}).items():
            cells += [None] * (column - len(cells))
            cells[column - 1] = {"broken": value}
        if any(cell is not None for cell in cells):
            yield [row, cells]
    for row, rest in sorted(broken.items()):
        cells = [None] * max(rest)
        for column, value in rest.items():
            cells[column - 1] = {"broken": value}
        yield [row, cells]


def _plain(cell: object) -> object:
    """A cell as JSON can carry it; dates as {"date": ...}, nothing as None."""
    if isinstance(cell, str):
        return cell if cell.strip() else None
    if isinstance(cell, bool | int | float):
        return cell if math.isfinite(cell) else str(cell)
    if isinstance(cell, datetime | date):
        return {"date": cell.isoformat()}
    if isinstance(cell, time | timedelta):
        return str(cell)
    return None if cell is None else str(cell)
