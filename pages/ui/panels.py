"""What do figures, classes, tables and states look like, the same on every page?"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from math import isnan

import pandas as pd
import streamlit as st

from pages.ui import shown, words
from unpol_data import reference
from unpol_data.figures.site_symbols import SYMBOLS

NOT_ENOUGH = "not enough evidence"
TILE_WIDTH = 150
# Characters that fit in a metric on a phone, which cuts what is longer; that is written smaller.
LONGEST_METRIC, LONGEST_WORD = 9, 13
WORDED = SYMBOLS | {"not_known": "?"}


@dataclass(frozen=True)
class Tile:
    """One key figure: what it is, the printed figure, its change and what it is measured by."""

    label: str
    figure: str
    change: str = ""
    words: str = ""


def tiles(figures: Sequence[Tile]) -> None:
    """The key figures in one row; two by two on a phone."""
    for figure in figures:
        beside = " · ".join(part for part in (figure.change, figure.words) if part)
        shown.keep(figure.label, figure.figure, beside)
    grid = st.grid(len(figures), min_column_width=TILE_WIDTH, border=True)
    for figure in figures:
        with grid.cell(), st.container(gap="xsmall"):
            tile(figure)


def tile(figure: Tile) -> None:
    """One key figure. The change is a grey chip: st.metric's own arrow reads -7 as up."""
    st.markdown(f":small[{words.plain(figure.label)}]")
    if len(figure.figure) <= LONGEST_METRIC:
        st.metric(figure.label, figure.figure, label_visibility="collapsed")
    else:
        longest = max(len(word) for word in figure.figure.split())
        size = "##" if longest <= LONGEST_WORD else "###"
        st.markdown(f"{size} {words.plain(figure.figure)}", anchors=False)
    change = f":gray-badge[{words.plain(figure.change)}] " if figure.change else ""
    note = f":small[:gray[{words.plain(figure.words)}]]" if figure.words else ""
    st.markdown(change + note or "&nbsp;")


def gap_badge(gap_class: str, gap_points: float | None = None) -> str:
    """A gap's class, with the printed figure (0-100) if given, as a badge in Markdown.

    Any class outside the scale, and a missing figure with it, is "not enough evidence".
    """
    classes = reference.table("gap_classes").set_index("gap_class")
    if gap_class not in classes.index:
        return f":gray-badge[:material/texture: {NOT_ENOUGH}]"
    known = classes.loc[gap_class]
    figure = "" if gap_points is None else f" {gap_points:.0f}"
    return f":{known['badge_color']}-badge[:material/{known['icon']}: {known['name']}{figure}]"


def connectivity_badge(connectivity_class: str) -> str:
    """A site's connectivity class as a badge in Markdown: ● Good, ◆ Moderate, ■ None, ? Not known.

    The symbols are those of the site map.
    """
    classes = reference.table("connectivity_classes").set_index("connectivity_class")
    known = classes.loc[connectivity_class]
    return f":{known['badge_color']}-badge[{WORDED[connectivity_class]} {known['name']}]"


def gap_legend(*, not_applicable: bool = False) -> None:
    """The gap classes as badges, to stand above a chart."""
    badges = [
        f":{row.badge_color}-badge[:material/{row.icon}: {row.name} "
        f"{row.from_gap:.0f}–{row.to_gap:.0f}]"
        for row in reference.table("gap_classes").itertuples(index=False)
    ]
    badges.append(f":gray-badge[:material/texture: {NOT_ENOUGH}]")
    if not_applicable:
        badges.append(":gray-badge[n/a not applicable]")
    st.markdown(" ".join(badges))


def connectivity_legend() -> None:
    """The connectivity classes of sites as badges with their limits, to stand above a map."""
    badges = []
    for row in reference.table("connectivity_classes").itertuples(index=False):
        limits = "" if pd.isna(row.from_gap) else f": gap {row.from_gap:.0f}–{row.to_gap:.0f}"
        symbol = WORDED[row.connectivity_class]
        badges.append(f":{row.badge_color}-badge[{symbol} {row.name}{limits}]")
    st.markdown(" ".join(badges))


def section(title: str, *, order: str = "") -> None:
    """The heading of one block of a page, the finding's subject, and in which order it stands."""
    sorted_by = f" :small[:gray[{words.plain(order)}]]" if order else ""
    st.markdown(f"### {words.plain(title)}{sorted_by}", anchors=False)


def note(text: str) -> None:
    """What one must know to read the figure above."""
    st.caption(words.plain(text))


def nothing_found(sentence: str) -> None:
    """The empty state: what is missing, and what to do."""
    st.info(words.plain(sentence), icon=":material/search_off:")


def not_enough_evidence(sentence: str) -> None:
    """No figure can be printed: why, and what to assess first. Never a zero."""
    st.markdown(f":gray-badge[:material/texture: {NOT_ENOUGH}] {words.plain(sentence)}")


def stale(sentence: str) -> None:
    """The evidence behind the figures is old: how old, and whose."""
    st.markdown(f":gray-badge[:material/history: stale] {words.plain(sentence)}")


def table(
    rows: pd.DataFrame,
    columns: dict[str, str],
    *,
    badges: Iterable[str] = (),
    alt: str | None = None,
) -> None:
    """A short table, one row per row of the frame, under the given headings.

    Text from files is shown as it is; only the columns in `badges` hold Markdown. The
    first column names the row and is bold.
    """
    markdown = set(badges)
    shown = pd.DataFrame(
        {
            heading: [
                _cell(value, markdown=column in markdown, bold=position == 0)
                for value in rows[column]
            ]
            for position, (column, heading) in enumerate(columns.items())
        }
    )
    st.table(shown, border="horizontal", hide_index=True, alt=alt)


def _cell(value: object, *, markdown: bool, bold: bool) -> str:
    if value is None or value is pd.NaT or (isinstance(value, float) and isnan(value)):
        return "–"
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        value = f"{value:,.0f}" if value == round(value) else f"{value:,}"
    text = str(value) if markdown else words.plain(value)
    return f"**{text}**" if bold and not markdown else text


def long_table(rows: pd.DataFrame, columns: dict[str, str], *, height: int = 420) -> None:
    """A table of many rows: scrolls, sorts, searches."""
    shown = rows[list(columns)].rename(columns=columns)
    st.dataframe(shown, hide_index=True, height=height, width="stretch")


@contextmanager
def loading(height: int = 320) -> Iterator[None]:
    """A skeleton in the place of what the block draws, until it is drawn."""
    with st.skeleton(height=height):
        yield
