"""For what screen is this page drawn: how wide, light or dark?"""

from pathlib import Path

import streamlit as st

from unpol_data.figures.drawing import Drawing
from unpol_data.figures.palette import Palette
from unpol_data.figures.palette import palette as of_theme

# Streamlit writes white on primary buttons, whatever their colour.
ON_PRIMARY = ",".join(of_theme(name).on_primary for name in ("light", "dark"))
STYLE = f"""<style>
[data-testid="stMainBlockContainer"]{{padding-inline:clamp(1rem,2.5vw,3rem);
font-variant-numeric:tabular-nums}}
[data-testid="stMainBlockContainer"] h1{{padding:0 0 1rem}}
[data-testid^="stBaseButton-primary"]{{color:light-dark({ON_PRIMARY})}}
</style>"""


def is_phone() -> bool:
    """Whether the browser calls itself a mobile one. Streamlit does not know its width."""
    return "Mobi" in st.context.headers.get("User-Agent", "")


def logo() -> str:
    """The word mark as an SVG of outlines, for the theme in use."""
    theme = "dark" if st.context.theme.type == "dark" else "light"
    return (Path(__file__).parent / f"logo_{theme}.svg").read_text(encoding="utf-8")


def palette() -> Palette:
    """The colours of the theme in use; theme colours do not reach the marks of a chart."""
    return of_theme("dark" if st.context.theme.type == "dark" else "light")


def chart(drawing: Drawing, *, alt: str) -> None:
    """A chart as wide as its place, with what it says in words for those who do not see it."""
    st.altair_chart(drawing, theme=None, width="stretch", alt=alt)
