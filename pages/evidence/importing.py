"""Is this file right?"""

import streamlit as st

from pages.ui import import_report, mapping, panels, templates, uploads, words
from pages.ui.sign_in import current_viewer
from unpol_data.settings import settings

STEPS = (
    "**Take the template**, for one mission with its sites filled in, and fill its sheets; the "
    "lists and the dictionary are in it. A single table (answers, equipment, connectivity, "
    "threats, sites) may come as CSV.",
    "**Choose the file.** It is checked at once, every row; nothing is stored.",
    "**Put right** what is listed: sheet, row, column, what was found and what is expected.",
    "**Save as draft.** A draft counts in no figure until a reviewer approves it.",
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
        f"Excel workbooks (.xlsx) and CSV in UTF-8; at most {limits.import_max_mb} MB, "
        f"{limits.import_max_cells:,} cells and {limits.import_seconds} seconds of reading. "
        "Roles of respondents, never names of persons. The filters change nothing on this page."
    )


def chosen_file() -> None:
    """The file, what a check finds in it, and the button that keeps it."""
    panels.section("The file")
    given = st.file_uploader(
        "Assessment workbook or single table",
        type=["xlsx", "csv"],
        max_upload_size=limits.import_max_mb,
        key="import_file",
    )
    if given is None:
        return
    content, more = given.getvalue(), uploads.single_table(given.name, viewer)
    more |= mapping.said(content)
    done = uploads.kept(content, given.name, more)
    report = done or uploads.checked(content, given.name, viewer, more)
    with below:
        if done is not None:
            st.success(words.plain(done.summary), icon=":material/task_alt:")
        elif report is not None and (report.to_map or report.missions):
            mapping.form(report, content)
        elif report is not None:
            import_report.draw(report)
        if report is not None and report.assessment_id is not None:
            uploads.link(report)
        elif report is not None and not report.refused:
            save = st.button("Save as draft", type="primary", key="save_as_draft")
            if save:
                uploads.keep(content, given.name, viewer, more)


left, right = st.columns([1, 1], gap="large")
below = st.container()
with right:
    steps()
with left:
    if viewer.may("record_assessment"):
        chosen_file()
    else:
        panels.nothing_found("Your role may read assessments, not import them.")
