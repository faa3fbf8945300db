"""Is this file right?"""

import streamlit as st

from pages.ui import empty, panels, templates, uploads
from pages.ui.sign_in import current_viewer
from unpol_data.ingest.importing import may_import
from unpol_data.settings import settings

STEPS = (
    "**Take the template**, for one mission with its sites filled in, and fill its sheets; the "
    "lists and the dictionary are in it. A single table (answers, equipment, connectivity, "
    "threats, sites) may come as CSV.",
    "**Choose the file**, or fetch it from the form server. It is checked at once, every row, and "
    "held against what is there; nothing is stored.",
    "**Put right** what is listed: sheet, row, column, what was found and what is expected.",
    "**Save as draft.** A draft counts in no figure until a reviewer approves it. Records of the "
    "programme (visits, guidance, options, decisions and so on) need no approval.",
)

viewer = current_viewer()
viewer.must("read")
limits = settings()


def steps() -> None:
    """What to do, and what is taken."""
    panels.section("How a file becomes evidence")
    st.markdown("\n".join(f"{number}. {step}" for number, step in enumerate(STEPS, start=1)))
    templates.draw(viewer)
    panels.note(
        "Excel workbooks (.xlsx), CSV, and what KoboToolbox or ODK Central give; at most "
        f"{limits.import_max_mb} MB, {limits.import_max_cells:,} cells and "
        f"{limits.import_seconds} seconds of reading. "
        "Roles of respondents, never names of persons."
    )


def file() -> None:
    """The file, what a check finds in it, and the button that keeps it."""
    panels.section("The file")
    given = uploads.given(viewer)
    if given is not None:
        uploads.draw(given, viewer, below)


empty.unused(uses=())
left, right = st.columns([1, 1], gap="large")
below = st.container()
with right:
    steps()
with left:
    if may_import(viewer):
        file()
    else:
        panels.nothing_found("Your role may read assessments, not import them.")
