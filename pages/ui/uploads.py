"""How is a file checked and kept, and what is said of it meanwhile?"""

import hashlib
from datetime import UTC, datetime

import streamlit as st

from pages.ui import menu, reads, words
from unpol_data import reference
from unpol_data.access import Viewer
from unpol_data.ingest.importing import import_file
from unpol_data.ingest.report import Report
from unpol_data.settings import settings
from unpol_data.store import StoreError

CHECKED, KEPT = "import_checked", "import_kept"
AS_THE_ROWS_SAY = ""


def single_table(file_name: str, viewer: Viewer) -> dict:
    """What a single table cannot say of itself, asked for: mission, source, document."""
    if not file_name.lower().endswith(".csv"):
        return {}
    st.markdown("A single table does not say these:")
    missions = reference.table("missions")
    active = missions.loc[missions["status"] != "closed", "mission_code"]
    mission = st.selectbox(
        "Mission",
        [AS_THE_ROWS_SAY, *viewer.missions_of(active)],
        format_func=lambda code: code or "as the site codes say",
        key="import_mission",
    )
    source = st.text_input("Source", placeholder="Who measured or counted", key="import_source")
    document = st.text_input(
        "Document",
        placeholder="SPC end-of-mission report, 14 Mar 2025",
        help="Where the answers come from an earlier report: its title and date.",
        key="import_reference",
    )
    illustrative = st.checkbox("Invented, for illustration", key="import_illustrative")
    return {
        "mission": mission or None,
        "source": source or None,
        "reference": document or None,
        "illustrative": illustrative,
    }


def checked(content: bytes, file_name: str, viewer: Viewer, more: dict) -> Report | None:
    """What a dry run finds in the file; done once per file and store. None where it failed."""
    key = (_key(content, file_name, more), reads.revision())
    if st.session_state.get(CHECKED, (None, None))[0] != key:
        report = _run(f"Checking {file_name} …", content, file_name, viewer, more, dry_run=True)
        if report is None:
            return None
        st.session_state[CHECKED] = (key, report)
    return st.session_state[CHECKED][1]


def keep(content: bytes, file_name: str, viewer: Viewer, more: dict) -> None:
    """Record the file as a draft, and draw the page anew; where it fails, say why."""
    report = _run(f"Saving {file_name} …", content, file_name, viewer, more, dry_run=False)
    if report is not None:
        st.session_state[KEPT] = (_key(content, file_name, more), report)
        st.rerun()


def kept(content: bytes, file_name: str, more: dict) -> Report | None:
    """What became of this file when it was kept in this session; None where it was not."""
    key, report = st.session_state.get(KEPT, (None, None))
    return report if key == _key(content, file_name, more) else None


def link(report: Report) -> None:
    """A link to the assessment the file became."""
    st.page_link(
        str(menu.PAGES / menu.entry("assessments").file),
        label=f":primary[Open assessment {report.assessment_id}]",
        icon=":material/arrow_forward:",
        icon_position="right",
        query_params={
            "mission": [report.mission_code],
            "assessment": [str(report.assessment_id)],
        },
    )


def _run(
    said: str, content: bytes, file_name: str, viewer: Viewer, more: dict, *, dry_run: bool
) -> Report | None:
    place = st.empty()
    try:
        with place.container(), st.status(words.plain(said)):
            st.markdown(
                "The file is read in a process of its own, then every row is held against the "
                "data dictionary and the sites of the store."
            )
            report = import_file(
                content,
                file_name,
                engine=reads.engine(),
                viewer=viewer,
                settings=settings(),
                today=datetime.now(UTC).date(),
                dry_run=dry_run,
                **more,
            )
    except StoreError as error:
        place.error(words.plain(error), icon=":material/report:")
        return None
    place.empty()
    return report


def _key(content: bytes, file_name: str, more: dict) -> tuple:
    return hashlib.sha256(content).hexdigest(), file_name, *sorted(more.items())
