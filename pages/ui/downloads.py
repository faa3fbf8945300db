"""How do figures leave a page as a file?"""

import pandas as pd
import streamlit as st

from unpol_data import reference
from unpol_data.access import Viewer
from unpol_data.figures.formats import inert
from unpol_data.filters import Filters


def csv(rows: pd.DataFrame, chosen: Filters) -> bytes:
    """UTF-8 CSV, one line per row of the frame; each says by which filters and method."""
    said = {
        "filters": chosen.in_words(),
        "as_of": chosen.as_of,
        "requirements_version": reference.version("requirements"),
        "method_version": reference.version("method"),
    }
    return rows.map(inert).assign(**said).to_csv(index=False).encode("utf-8-sig")


def button(name: str, rows: pd.DataFrame, chosen: Filters, viewer: Viewer) -> None:
    """A button that downloads the rows; the file is named for its subject and date."""
    viewer.must("read")
    st.download_button(
        "Download as CSV",
        data=lambda: csv(rows, chosen),
        file_name=f"unpol_{name}_{chosen.as_of}.csv",
        mime="text/csv",
        on_click="ignore",
        icon=":material/download:",
        key=f"download_{name}",
    )
