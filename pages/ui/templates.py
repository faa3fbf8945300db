"""What does an assessor take along: the workbook, or a form for the phone?"""

from datetime import UTC, datetime
from functools import partial

import streamlit as st

from pages.ui import reads
from unpol_data import reference
from unpol_data.access import Viewer
from unpol_data.exports import template, template_programme, xlsform
from unpol_data.exports.template_mission import Mission
from unpol_data.filters import Filters
from unpol_data.queries import held, records
from unpol_data.store import reading
from unpol_data.views import mission_sites

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
ANY = ""
LANGUAGES = {"both": "English and French", "en": "English", "fr": "French"}
BOTH_SIDES = "Both, asked first"


def draw(viewer: Viewer) -> None:
    """The mission, then the workbook and the form made for it."""
    missions = viewer.missions_of(xlsform.open_missions())
    mission_code = st.selectbox(
        "Mission to prepare for",
        [ANY, *missions],
        format_func=lambda code: code or "Any mission, without a list of sites",
        key="template_mission",
    )
    mission = _mission(mission_code, viewer) if mission_code else None
    if mission is not None and mission.sites.empty:
        st.caption(f"No approved site of {mission_code} yet: its list of sites stays empty.")
    _workbook(mission)
    with st.expander("Form for KoboToolbox, ODK Collect or Enketo"):
        _form(mission)
    with st.expander("Workbook of the programme"):
        _programme(viewer)


def _mission(mission_code: str, viewer: Viewer) -> Mission:
    today = datetime.now(UTC).date()
    chosen = Filters(missions=(mission_code,), as_of=today)
    return Mission(
        mission_code,
        reads.read(mission_sites.open_sites, chosen, viewer),
        reads.read(mission_sites.equipment_lines, chosen, viewer),
    )


def _workbook(mission: Mission | None) -> None:
    name = f"_{mission.mission_code.lower()}" if mission else ""
    st.download_button(
        f"Download the workbook for {mission.mission_code}" if mission else "Download the template",
        data=partial(template.workbook, mission=mission),
        file_name=f"unpol_assessment_template{name}.xlsx",
        mime=XLSX,
        on_click="ignore",
        icon=":material/download:",
        key="download_template",
    )


def _form(mission: Mission | None) -> None:
    site_kind = st.selectbox(
        "Kind of site",
        [ANY, *reference.codes("site_kinds")],
        format_func=lambda code: reference.name("site_kind", code) if code else "Any, asked first",
        key="template_site_kind",
    )
    sides = [ANY, *reference.codes("sides")]
    side = ANY
    if not site_kind or site_kind in xlsform.host_kinds():
        side = st.selectbox(
            "Side",
            sides,
            format_func=lambda code: reference.name("side", code) if code else BOTH_SIDES,
            key="template_side",
        )
    language = st.selectbox(
        "Language of the form", list(LANGUAGES), format_func=LANGUAGES.get, key="template_language"
    )
    made_for = [mission.mission_code if mission else ANY, site_kind, side]
    st.download_button(
        "Download the form",
        data=partial(
            xlsform.xlsform,
            site_kind=site_kind or None,
            side=side or None,
            mission_code=mission.mission_code if mission else None,
            sites=mission.sites if mission else None,
            language=language,
        ),
        file_name="_".join(["unpol_form", *(code.lower() for code in made_for if code)]) + ".xlsx",
        mime=XLSX,
        on_click="ignore",
        icon=":material/download:",
        key="download_form",
    )
    st.caption(
        "An XLSForm: upload it to the form server as it is. It works offline, one capability "
        "area a screen, and asks only what applies at the site."
    )


def _programme(viewer: Viewer) -> None:
    st.download_button(
        "Download the workbook of the programme",
        data=partial(_records_in_force, viewer),
        file_name="unpol_programme.xlsx",
        mime=XLSX,
        on_click="ignore",
        icon=":material/download:",
        key="download_programme",
    )
    st.caption(
        "Visits, budget, guidance, training, expertise, partners, lessons, options, decisions and "
        "risks, as they are in force. Rows that you change become their next version; what you "
        "leave out stays."
    )


def _records_in_force(viewer: Viewer) -> bytes:
    with reading(reads.engine()) as connection:
        tables = {
            kind: records.records(connection, kind, Filters(), viewer)
            for kind in reference.records.kinds()
        }
        sites = held.sites(connection, viewer).sort_values("site_code")
    named = list(zip(sites["site_code"], sites["name"], strict=True))
    return template_programme.workbook(tables, sites=named)
