"""Which site, item of equipment or word of ours does a name in a file of others mean?"""

import re
import unicodedata
from collections.abc import Callable
from functools import cache

import pandas as pd

from unpol_data import reference
from unpol_data.ingest.folding import folded
from unpol_data.validation import BrokenCell, headings
from unpol_data.validation.problems import nearest, shown

NO_SITES = {"site_code": [], "mission_code": [], "name": []}


def site_codes(
    cells: pd.Series, known_sites: pd.DataFrame | None, mission: str | None
) -> pd.Series:
    """The code of the site each cell names, by its code or its name; else the cell itself.

    A name that several sites of the missions in question have stays as it is.
    """
    known = pd.DataFrame(NO_SITES) if known_sites is None else known_sites
    if mission:
        known = known[known["mission_code"] == mission.strip().upper()]
    codes = {str(code).casefold(): code for code in known["site_code"]}
    called = known.dropna(subset=["name"]).assign(called=lambda rows: rows["name"].map(folded))
    called = called[called["called"] != ""]
    once = called.drop_duplicates("called", keep=False)
    names = dict(zip(once["called"], once["site_code"], strict=True))

    def code(cell: object) -> object:
        said = shown(cell)
        return codes.get(said.strip().casefold()) or names.get(folded(said)) or cell

    return pd.Series([code(cell) for cell in cells], index=cells.index, dtype=object)


def site_code_of(mission: str, name: str) -> str:
    """The code a new site of this name gets: "Kaga-Bandoro" of MINUSCA is MINUSCA-KAGA-BANDORO.

    Empty where the name has no letter or digit of the Latin alphabet.
    """
    bare = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().upper()
    parts = re.findall(r"[A-Z0-9]+", bare)
    return f"{mission}-{'-'.join(parts)}" if parts else ""


def mission_codes(cells: pd.Series) -> pd.Series:
    """The code of the mission each cell names, by its code or its full name; else missing."""
    missions = reference.table("missions")
    names = {folded(name): code for code, name in missions[["mission_code", "name"]].to_numpy()}
    names |= {folded(code): code for code in missions["mission_code"]}
    return cells.map(lambda cell: names.get(folded(shown(cell))))


def equipment_code(cell: object) -> object:
    """The catalogue code of a code or name; a cell that says the nearest where there is none."""
    if not isinstance(cell, str):
        return cell
    known = _equipment()
    if folded(cell) in known:
        return known[folded(cell)]
    catalogue = reference.table("equipment").set_index("name")["equipment_code"]
    close = nearest(cell, tuple(catalogue.index))
    if close not in catalogue.index:
        close = nearest(cell, tuple(catalogue))
        return BrokenCell(repr(cell), f"a name or code of the equipment catalogue: {close}")
    return BrokenCell(repr(cell), f"{close} ({catalogue[close]})")


def words(sheet: str, column: str) -> Callable[[object], object]:
    """What reads a cell of a column with a list of codes: codes, their names, words for them."""
    known = _words(sheet, column)
    return lambda cell: known.get(folded(cell), cell) if isinstance(cell, str) else cell


@cache
def _words(sheet: str, column: str) -> dict[str, str]:
    rows = headings.columns(sheet).set_index("column")
    code_list = rows.at[column, "list"]
    known = {}
    if isinstance(code_list, str) and "name" in reference.table(code_list).columns:
        key = reference.codes(code_list)
        names = reference.table(code_list).drop_duplicates(subset="name", keep=False)
        code_column = reference.table(code_list).columns[0]
        known = {folded(name): code for code, name in names[[code_column, "name"]].to_numpy()}
        known |= {folded(code): code for code in key}
    said = reference.table("words_for_codes")
    said = said[said["column"] == column]
    return known | {folded(row.written): row.code for row in said.itertuples(index=False)}


@cache
def _equipment() -> dict[str, str]:
    rows = reference.table("equipment")
    known = {folded(row.name): row.equipment_code for row in rows.itertuples(index=False)}
    return known | {folded(code): code for code in rows["equipment_code"]}
