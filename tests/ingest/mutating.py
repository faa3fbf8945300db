"""What goes wrong with a file between the field and the store: small changes, one or several."""

import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from unpol_data.ingest.raw import JSON, Raw, RawSheet

Rows = list[list]
ODD = (
    "",
    " ",
    "n/a",
    "12",
    "-3",
    "4,5",
    "1e9",
    "yes",
    "UNMISS",
    "=1+1",
    "2026-13-01",
    "é 🚓 \u202e",
    "longer than any answer, " * 420,
    "9" * 10_001,
)
NUMBERS = (0, -1, 3.5, 1e18, True, None, {"date": "2026-03-09"}, {"broken": "#REF!"})


def mutated(raw: Raw, seed: int, *, times: int) -> Raw:
    """The file with so many changes; the same for the same seed."""
    chance = random.Random(seed)
    for _ in range(times):
        if raw.format == JSON:
            raw = replace(raw, value=_changed_value(raw.value, chance))
        else:
            raw = replace(raw, sheets=_changed_sheets(raw.sheets, chance))
    return raw


def _changed_sheets(sheets: tuple[RawSheet, ...], chance: random.Random) -> tuple[RawSheet, ...]:
    readable = [place for place, sheet in enumerate(sheets) if sheet.rows]
    if not readable:
        return sheets
    place = chance.choice(readable)
    if len(sheets) > 1 and chance.random() < 0.03:
        return sheets[:place] + sheets[place + 1 :]
    rows = [[number, list(cells)] for number, cells in sheets[place].rows]
    changed = chance.choice(CHANGES)(rows, chance)
    return (*sheets[:place], RawSheet(sheets[place].name, changed), *sheets[place + 1 :])


def _drop_row(rows: Rows, chance: random.Random) -> Rows:
    place = chance.randrange(len(rows))
    return rows[:place] + rows[place + 1 :]


def _drop_column(rows: Rows, chance: random.Random) -> Rows:
    place = chance.randrange(max(len(rows[0][1]), 1))
    return [[number, cells[:place] + cells[place + 1 :]] for number, cells in rows]


def _swap_cells(rows: Rows, chance: random.Random) -> Rows:
    cells = chance.choice(rows)[1]
    if len(cells) > 1:
        one, other = chance.sample(range(len(cells)), 2)
        cells[one], cells[other] = cells[other], cells[one]
    return rows


def _retype_cell(rows: Rows, chance: random.Random) -> Rows:
    cells = chance.choice(rows)[1]
    if cells:
        cells[chance.randrange(len(cells))] = chance.choice((*ODD, *NUMBERS))
    return rows


def _duplicate_row(rows: Rows, chance: random.Random) -> Rows:
    number, cells = chance.choice(rows)
    return [*rows, [max(row for row, _ in rows) + 1, list(cells)]]


def _duplicate_column(rows: Rows, chance: random.Random) -> Rows:
    place = chance.randrange(max(len(rows[0][1]), 1))
    return [[number, [*cells, *cells[place : place + 1]]] for number, cells in rows]


def _shuffle_columns(rows: Rows, chance: random.Random) -> Rows:
    width = max(len(cells) for _, cells in rows)
    order = chance.sample(range(width), width)
    filled = [[number, cells + [None] * (width - len(cells))] for number, cells in rows]
    return [[number, [cells[place] for place in order]] for number, cells in filled]


def _blank_column(rows: Rows, chance: random.Random) -> Rows:
    place = chance.randrange(max(len(rows[0][1]), 1))
    for _, cells in rows[1:]:
        cells[place : place + 1] = [None] * len(cells[place : place + 1])
    return rows


CHANGES: tuple[Callable[[Rows, random.Random], Rows], ...] = (
    _drop_row,
    _drop_column,
    _swap_cells,
    _retype_cell,
    _retype_cell,
    _duplicate_row,
    _duplicate_column,
    _shuffle_columns,
    _blank_column,
)


def _changed_value(value: Any, chance: random.Random) -> Any:
    """The document with one place of it changed, dropped, doubled or of another type."""
    if isinstance(value, dict) and value and chance.random() < 0.9:
        key = chance.choice(sorted(value, key=str))
        rest = {name: one for name, one in value.items() if name != key}
        if chance.random() < 0.15:
            return rest
        return rest | {key: _changed_value(value[key], chance)}
    if isinstance(value, list) and value and chance.random() < 0.9:
        place = chance.randrange(len(value))
        if chance.random() < 0.1:
            return [*value, value[place]]
        return [*value[:place], _changed_value(value[place], chance), *value[place + 1 :]]
    return chance.choice((*ODD, 0, -1, 3.5, None, True, [], {}, [[]], {"a": {"b": []}}))
