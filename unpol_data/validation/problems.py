"""What is wrong, where, and what was expected instead?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from difflib import get_close_matches

import pandas as pd

ERROR = "error"
WARNING = "warning"


@dataclass(frozen=True)
class Problem:
    """One thing to put right. `row` is the spreadsheet's own row number; the heading is row 1.

    `rule` names the kind of problem, so that many of one kind can be counted together.
    Errors refuse the file, warnings do not. Row and column are missing where the problem
    is the sheet's or the file's. `cells` is the whole row in words, where there is one.
    """

    sheet: str
    row: int | None
    column: str
    found: str
    expected: str
    words: str
    rule: str
    severity: str = ERROR
    file: str = ""
    cells: str = ""

    @property
    def message(self) -> str:
        """The problem as a sentence with its place, for a person to act on."""
        places = [f"sheet {self.sheet}"] if self.sheet else []
        places += [f"row {self.row:,}"] if self.row is not None else []
        places += [f"column {self.column}"] if self.column else []
        return f"{', '.join(places)}: {self.words}" if places else self.words


def shown(cell: object) -> str:
    """A cell as a reader would write it: 12, not 12.0; a date as 2026-03-31; nothing as ''."""
    if cell is None or cell is pd.NaT or cell is pd.NA or cell != cell:
        return ""
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    if isinstance(cell, datetime):
        return cell.strftime("%Y-%m-%d %H:%M").removesuffix(" 00:00")
    if isinstance(cell, date):
        return cell.isoformat()
    text = str(cell)
    return text if len(text) <= 60 else text[:57] + "..."


def nearest(found: str, known: tuple[str, ...]) -> str:
    """What to write instead of an unknown word: the nearest known one, or the known ones."""
    by_fold = {word.casefold(): word for word in known}
    close = get_close_matches(found.casefold(), by_fold, n=1, cutoff=0.6)
    if close:
        return by_fold[close[0]]
    return "one of " + ", ".join(known[:8]) + (", ..." if len(known) > 8 else "")


def of_rows(
    rows: pd.DataFrame,
    mask: pd.Series,
    *,
    sheet: str,
    column: str,
    rule: str,
    expected: str,
    words: str,
    severity: str = ERROR,
) -> Iterator[Problem]:
    """One problem for each row where the mask holds.

    `words` and `expected` are templates over the row's columns: "{serviceable} is more
    than held {held}".
    """
    chosen = rows.loc[mask.fillna(False).astype(bool).to_numpy()]
    names = list(chosen.columns)
    for row, cells in zip(chosen.index, chosen.itertuples(index=False, name=None), strict=True):
        values = {name: shown(cell) for name, cell in zip(names, cells, strict=True)}
        yield Problem(
            sheet=sheet,
            row=int(row),
            column=column,
            found=values.get(column, ""),
            expected=_filled(expected, values),
            words=_filled(words, values),
            rule=rule,
            severity=severity,
        )


def _filled(template: str, values: Mapping[str, str]) -> str:
    return template.format_map(values)


def literal(text: str) -> str:
    """Text from outside as part of a template: its braces stand for themselves."""
    return text.replace("{", "{{").replace("}", "}}")


def of_sheet(
    sheet: str,
    *,
    rule: str,
    words: str,
    expected: str = "",
    found: str = "",
    column: str = "",
    severity: str = ERROR,
) -> Problem:
    """A problem that no single row has: a missing column, an unknown sheet."""
    return Problem(sheet, None, column, found, expected, words, rule, severity)
