"""The workbook of the Global Organized Crime Index: countries in rows, markets in columns."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pandas as pd

from unpol_data import reference
from unpol_data.ingest import countries, foreign_table, written_numbers
from unpol_data.ingest.folding import folded
from unpol_data.ingest.foreign_table import ForeignTable
from unpol_data.ingest.raw import TABLE, WORKBOOK, Raw
from unpol_data.ingest.read import Asked, Origins, Read
from unpol_data.ingest.refusal import Refused, SeveralMissions
from unpol_data.scoring import threat
from unpol_data.validation import BrokenCell, Problem
from unpol_data.validation.cells import is_blank
from unpol_data.validation.problems import WARNING, shown

NAME = "Global Organized Crime Index"
KIND = "threats"
MARKETS_NEEDED = 3
COUNTRY = "country"
YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")


@dataclass(frozen=True)
class Edition:
    """One edition of the index: its row of `index_editions`, its table and its places.

    `columns`: the heading of each crime threat's market; `places`: the row of each country.
    """

    known: tuple
    table: ForeignTable
    columns: dict[str, str]
    places: dict[str, int]

    @property
    def source(self) -> str:
        """What the ratings name as their source: "Global Organized Crime Index 2023"."""
        return f"{self.known.index_name} {self.known.edition}"


def recognises(raw: Raw) -> bool:
    """Whether a sheet has a column of countries and several of criminal markets."""
    return raw.format in (TABLE, WORKBOOK) and any(_sheets(foreign_table.beginning(raw)))


def read(raw: Raw, asked: Asked) -> Read:
    """The severity of each market in the mission's host State, from the edition asked for, else
    the newest.

        severity = (score - 1)/9; the level that is kept is the same on the scale 0 to 4

    It is not rounded to a whole level. Raises SeveralMissions where no mission was asked for,
    Refused where the host State of the mission is not in the index, or the edition is not.
    """
    if asked.kind not in (None, KIND):
        raise Refused(f"The file is the {NAME}; it holds {KIND}, not {asked.kind}.")
    editions = sorted(_editions(raw), key=lambda one: -one.known.edition)
    years = tuple(int(one.known.edition) for one in editions)
    chosen = _chosen(editions, asked.edition)
    hosts = _hosts()
    covered = tuple(code for code, iso3 in hosts.items() if iso3 in chosen.places)
    if not covered:
        raise Refused(f"The {chosen.source} has no row for a country that hosts a mission.")
    if not asked.mission:
        raise SeveralMissions(covered, editions=years)
    mission = asked.mission.strip().upper()
    if mission in hosts and mission not in covered:
        raise Refused(f"The {chosen.source} has no row for {_host_name(mission)} ({mission}).")
    row = chosen.places[hosts[mission]] if mission in hosts else None
    rated = _rated(chosen, row)
    origins = Origins(
        rows={index: (chosen.table.sheet, row) for index in rated.index},
        columns={
            (index, column): chosen.columns[code]
            for index, code in rated["threat_code"].items()
            for column in ("threat_code", "level_now")
        },
    )
    notes = tuple(_notes(chosen, years, covered))
    return Read(
        KIND, {KIND: rated}, chosen.source, origins={KIND: origins}, notes=notes, editions=years
    )


def _chosen(editions: list[Edition], asked: int | None) -> Edition:
    """The edition asked for, else the newest; `editions` come newest first."""
    if not editions:
        known = ", ".join(map(str, reference.table("index_editions")["edition"]))
        raise Refused(f"The sheets do not tell which edition of the {NAME} they are: {known}.")
    for one in editions:
        if asked in (None, one.known.edition):
            return one
    there = ", ".join(str(one.known.edition) for one in editions)
    raise Refused(f"The file holds no edition {asked} of the {NAME}; it holds {there}.")


def _sheets(raw: Raw) -> Iterator[tuple[ForeignTable, dict[str, str], str]]:
    """Each sheet that is one of the index: its table, its markets' headings, its countries'."""
    markets = reference.table("index_markets")
    threats = {folded(row.market): row.threat_code for row in markets.itertuples(index=False)}
    for sheet in raw.sheets:
        table = foreign_table.headed(Raw(raw.format, (sheet,)))
        if table is None:
            continue
        found = {threats.get(folded(name)): name for name in reversed(table.rows.columns)}
        found.pop(None, None)
        of_countries = [name for name in table.rows.columns if folded(name) == COUNTRY]
        if of_countries and len(found) >= MARKETS_NEEDED:
            yield table, found, of_countries[0]


def _editions(raw: Raw) -> Iterator[Edition]:
    known = {row.edition: row for row in reference.table("index_editions").itertuples(index=False)}
    for table, columns, of_countries in _sheets(raw):
        years = {int(year) for year in YEAR.findall(table.sheet)} & set(known)
        years = years or _years_in_column(table) & set(known)
        if len(years) == 1:
            named = table.rows[of_countries].map(lambda cell: countries.iso3(shown(cell)))
            places = {iso3: row for row, iso3 in reversed(list(named.items())) if iso3}
            yield Edition(known[years.pop()], table, columns, places)


def _years_in_column(table: ForeignTable) -> set[int]:
    of_year = [name for name in table.rows.columns if folded(name) in ("year", "edition")]
    cells = table.rows[of_year[0]].dropna() if of_year else []
    return {int(year) for cell in cells for year in YEAR.findall(shown(cell))}


def _hosts() -> dict[str, str]:
    missions = reference.table("missions").query("status != 'closed'")
    missions = missions.dropna(subset=["host_iso3"])
    return dict(zip(missions["mission_code"], missions["host_iso3"], strict=True))


def _host_name(mission_code: str) -> str:
    return reference.table("missions").set_index("mission_code").at[mission_code, "host_name"]


def _rated(edition: Edition, row: int | None) -> pd.DataFrame:
    """One row per threat the index scores in this row; a cell without a score makes none."""
    order = [code for code in reference.codes("threats") if code in edition.columns]
    cells = edition.table.rows.loc[row] if row is not None else {}
    scored = [
        (code, cells[edition.columns[code]])
        for code in order
        if row is not None and not is_blank(cells[edition.columns[code]])
    ]
    return pd.DataFrame(
        {
            "threat_code": [code for code, _ in scored],
            "level_now": [_level(cell, edition.known) for _, cell in scored],
            "rated_on": edition.known.published_on.date(),
            "source": edition.source,
        },
        index=range(1, len(scored) + 1),
        dtype=object,
    )


def _level(cell: object, known: tuple) -> object:
    score = written_numbers.number(cell, decimal_comma=True)
    counts = isinstance(score, int | float) and not isinstance(score, bool)
    if not counts or not known.low <= score <= known.high:
        return BrokenCell(repr(shown(cell)), f"a score from {known.low:g} to {known.high:g}")
    severity = threat.severity_of_index(pd.Series([score]), low=known.low, high=known.high)
    return float(severity.iloc[0]) * reference.parameter("threat_level_top")


def _notes(edition: Edition, years: tuple[int, ...], covered: tuple[str, ...]) -> Iterator[Problem]:
    def note(rule: str, words: str) -> Problem:
        return Problem(edition.table.sheet, None, "", "", "", words, rule, WARNING)

    missions = reference.table("missions").query("status != 'closed'")
    absent = missions[~missions["mission_code"].isin(covered)]
    if len(absent):
        named = ", ".join(f"{row.host_name} ({row.mission_code})" for row in absent.itertuples())
        yield note("absent_from_index", f"not in the {edition.source}: {named}")
    unrated = [code for code in reference.codes("threats") if code not in edition.columns]
    if unrated:
        names = ", ".join(reference.name("threat", code) for code in unrated)
        yield note("not_rated_by_index", f"the index does not rate: {names}")
    others = ", ".join(str(year) for year in years if year != edition.known.edition)
    if others:
        which = f"the edition of {edition.known.edition} was read"
        which += ", the newest" if edition.known.edition == years[0] else ""
        yield note("one_edition", f"{which}; the file also holds {others}: say if that is wanted")
