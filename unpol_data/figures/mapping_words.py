"""How are the columns of our tables named to somebody who says what a file's columns hold?"""

from collections.abc import Sequence

from unpol_data import reference

KINDS = {
    "sites": "Sites: one row for each place, or for each mission",
    "answers": "Answers: one row for each site and question",
    "equipment": "Equipment: one row for each site and item counted",
    "measurements": "Measurements of links: one row for each site and day",
    "threats": "Crime threats: one row for each threat",
}
NOT_READ = "not read"


def column(name: str) -> str:
    """A column of ours as a choice: "Downlink mbps", or that a heading is not read."""
    return name.replace("_", " ").capitalize() if name else NOT_READ


def examples(cells: Sequence[str]) -> str:
    """A few cells of a column: "For example: Malakal; Bentiu"."""
    return f"For example: {'; '.join(cells)}" if cells else "All cells shown are empty."


def names(code_list: str) -> dict[str, str]:
    """The names of a list of codes, in its own order; a code without a name is its own."""
    rows = reference.table(code_list)
    codes = rows[rows.columns[0]]
    return dict(zip(codes, rows.get("name", codes), strict=True))


def chosen_twice(columns: Sequence[str]) -> str:
    """Which columns were chosen for more than one heading, in a sentence; empty for none."""
    twice = [column(name) for name in dict.fromkeys(columns) if columns.count(name) > 1]
    if not twice:
        return ""
    return f"{', '.join(twice)}: chosen for more than one heading. Choose one heading for each."
