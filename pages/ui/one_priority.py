"""What is one priority made of, and which answers stand behind it?"""

from dataclasses import replace

import pandas as pd
import streamlit as st

from pages.ui import choice, navigate, panels, ranking_parts, reads, words
from unpol_data import reference
from unpol_data.access import Viewer
from unpol_data.figures import formats, method_words
from unpol_data.filters import Filters
from unpol_data.views import method as view

# As many lines of each part of a priority.
LINES = 5


def draw(ranked: pd.DataFrame, chosen: Filters, viewer: Viewer) -> None:
    """One of the first priorities, taken apart, and the way to the answers behind it."""
    rows = ranked.head(ranking_parts.MOST)
    places = list(zip(rows["mission_code"], rows["area_code"], strict=True))
    names = {f"{mission}.{area}": f"{rank}" for rank, (mission, area) in enumerate(places, start=1)}
    panels.section("One priority, taken apart")
    picked = choice.one("in_priority", "Place in the order", names, at_once=True)
    mission_code, area_code = picked.split(".")
    row = rows[(rows["mission_code"] == mission_code) & (rows["area_code"] == area_code)].iloc[0]
    _head(row)
    here = replace(chosen, missions=(mission_code,), areas=(area_code,), dimensions=())
    found = reads.read(view.worked, here, viewer)
    if found is None:
        panels.not_enough_evidence("At no site is every dimension of this capability known.")
    else:
        _parts(found)
    _ways(mission_code, area_code, here)


def _head(row: pd.Series) -> None:
    place = words.plain(f"{row['mission_code']} · {row['area_name']}")
    badge = panels.gap_badge(row["gap_class"], row["gap_points"])
    said = [f"Priority **{formats.number(row['priority'])}** of 100."]
    if pd.notna(row["limiting_dimension"]):
        limiting = reference.name("dimension", row["limiting_dimension"]).lower()
        said.append(f"Held back by **{words.plain(limiting)}**.")
    said.append(f"Confidence {formats.percent(row['confidence'])}.")
    st.markdown(f"**{place}** {badge}  \n{' '.join(said)}")


def _parts(found: view.Worked) -> None:
    left, middle, right = st.columns([1.1, 1, 1], gap="medium")
    row = found.priority
    with left:
        panels.table(method_words.parts(row, found.weights), method_words.PARTS)
        panels.note(
            f"100 × gap {row['gap']:.2f} × importance {row['importance']:.2f} = "
            f"{row['priority']:.1f}. Mandate: {found.mandate_reason}"
        )
    with middle:
        panels.table(method_words.sites(found.sites.head(LINES)), method_words.SITES)
        _rest(len(found.sites), "site")
    with right:
        panels.table(method_words.pressing(found.threats.head(LINES)), method_words.PRESSING)
        _rest(len(found.threats), "crime threat")


def _rest(count: int, noun: str) -> None:
    """How many more there are than lines."""
    if count > LINES:
        panels.note(f"and {formats.count(count - LINES, noun, f'{noun}s')} more")


def _ways(mission_code: str, area_code: str, here: Filters) -> None:
    """To the answers behind the figure, and to every step of it."""
    with st.container(horizontal=True):
        navigate.page_link(
            "capability_gaps",
            "The answers behind it",
            choices={"in_mission": mission_code, "in_area": area_code},
        )
        navigate.page_link("method", "Every step of this figure", chosen=here)
