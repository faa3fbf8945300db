"""How is a file checked and kept, and what is said of it meanwhile?"""

import hashlib
from dataclasses import dataclass
from datetime import UTC, datetime

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.ui import fetching, import_report, mapping, menu, reads, under_way, unsaid, words
from unpol_data.access import NotPermitted, Viewer
from unpol_data.ingest.report import Report
from unpol_data.queries import held
from unpol_data.settings import settings
from unpol_data.store import StoreError, reading
from unpol_data.work import files
from unpol_data.work.under_way import Stopped

CHECKED, KEPT = "import_checked", "import_kept"
CHECK, KEEP = "check", "keep"


@dataclass(frozen=True)
class Given:
    """A file that was handed in or fetched, with what the person says of it.

    `brought` tells one handing in of the same file from another.
    """

    name: str
    content: bytes
    more: dict
    brought: str = ""

    @property
    def key(self) -> tuple:
        """What this file is known by in this session."""
        digest = hashlib.sha256(self.content).hexdigest()
        return digest, self.name, *sorted(self.more.items())


@dataclass(frozen=True)
class Failed:
    """Why there is no report; `stopped` where somebody wanted it so."""

    words: str
    stopped: bool


def given(viewer: Viewer) -> Given | None:
    """The file chosen on this page or fetched from a server; None where there is none yet."""
    limits = settings()
    chosen = st.file_uploader(
        "Assessment workbook, single table, export of a form server, or workbook of the programme",
        type=["xlsx", "xlsm", "xls", "csv", "tsv", "txt", "json", "zip", "xml"],
        max_upload_size=limits.import_max_mb,
        key="import_file",
    )
    fetched = fetching.panel(viewer)
    if chosen is not None:
        return _given(chosen.name, chosen.getvalue(), viewer, brought=chosen.file_id)
    if fetched is not None:
        return _given(fetched.file_name, fetched.content, viewer, brought="fetched")
    st.session_state.pop(KEPT, None)
    return None


def _given(file_name: str, content: bytes, viewer: Viewer, *, brought: str) -> Given:
    said = unsaid.said(content, viewer) | mapping.said(content)
    return Given(file_name, content, said, brought)


def draw(file: Given, viewer: Viewer, report_place: DeltaGenerator) -> None:
    """How far the work on the file is, or what became of it; a report in its own place."""
    kept = _kept(file, viewer)
    if kept is not None:
        st.success(words.plain(kept.summary), icon=":material/task_alt:")
        if kept.assessment_id is not None:
            _link(kept)
        return
    # A file being kept is not checked again, though the store may have changed by now.
    found = None if under_way.of((KEEP, file.key)) else _checked(file, viewer)
    if found is None:
        under_way.progress()
        with report_place:
            _still_asked(file)
    elif isinstance(found, Failed):
        _failed(found)
    else:
        if not (found.to_map or found.missions):
            import_report.verdict(found)
        with report_place:
            _report(found, file, viewer)


def _still_asked(file: Given) -> None:
    """The question what the columns hold, kept with its answers while the file is read anew."""
    key, found = st.session_state.get(CHECKED, (None, None))
    if "mapping" in file.more or not isinstance(found, Report) or key[0][0] != file.key[0]:
        return
    if found.to_map is not None:
        mapping.form(found, file.content)


def _report(found: Report, file: Given, viewer: Viewer) -> None:
    """The report, and the next step."""
    if found.to_map or found.missions:
        mapping.form(found, file.content)
        return
    mapping.change(file.content)
    import_report.draw(found, viewer)
    unsaid.positions(found, file.content)
    if found.assessment_id is not None:
        _link(found)
    elif not found.refused and not found.already_known:
        label = "Save as draft" if found.records is None else "Save these records"
        if st.button(label, type="primary", key="save_as_draft"):
            _begin(KEEP, file, viewer)
            st.rerun()


def _checked(file: Given, viewer: Viewer) -> Report | Failed | None:
    """What a dry run found; None while it goes on. Done once per file and store."""
    key = (file.key, reads.revision())
    known, found = st.session_state.get(CHECKED, (None, None))
    if known == key:
        return found
    work = under_way.of((CHECK, key))
    if work is None:
        _begin(CHECK, file, viewer)
        return None
    if not work.over:
        return None
    try:
        found = files.report(work)
    except (StoreError, NotPermitted) as error:
        found = Failed(str(error), isinstance(error, Stopped))
    under_way.forget()
    st.session_state[CHECKED] = (key, found)
    if isinstance(found, Report) and unsaid.learnt(file.content, found):
        st.rerun()
    return found


def _kept(file: Given, viewer: Viewer) -> Report | None:
    """What became of this file when it was kept in this session; None where it was not."""
    work = under_way.of((KEEP, file.key))
    if work is not None and work.over:
        under_way.forget()
        try:
            st.session_state[KEPT] = (file.key, file.brought, files.report(work))
        except (StoreError, NotPermitted) as error:
            _not_kept(file, error, viewer)
    *which, report = st.session_state.get(KEPT, (None, None, None))
    return report if which == [file.key, file.brought] else None


def _not_kept(file: Given, error: Exception, viewer: Viewer) -> None:
    """Say why it was not kept; unless it was, in the moment before it was stopped."""
    _, report = st.session_state[CHECKED]
    with reading(reads.engine()) as connection:
        known = held.assessment_with(
            connection,
            viewer,
            mission_code=report.mission_code,
            content_digest=report.content_digest,
        )
    said = str(error)
    if known is not None:
        number = "" if known[0] is None else f", as assessment {known[0]},"
        said = f"It had been kept already{number} when it was stopped."
    st.session_state[CHECKED] = ((file.key, reads.revision()), Failed(said, True))


def _begin(purpose: str, file: Given, viewer: Viewer) -> None:
    checking = purpose == CHECK
    work = files.import_under_way(
        file.content,
        file.name,
        viewer=viewer,
        settings=settings(),
        today=datetime.now(UTC).date(),
        asked=file.more | {"dry_run": checking},
    )
    key = (file.key, reads.revision()) if checking else file.key
    said = f"{'Checking' if checking else 'Saving'} {file.name}"
    under_way.begin((purpose, key), said, work)


def _failed(why: Failed) -> None:
    if why.stopped:
        st.info(words.plain(why.words), icon=":material/stop_circle:")
    else:
        st.error(words.plain(why.words), icon=":material/report:")
    if st.button("Check again", icon=":material/refresh:", key="check_again"):
        st.session_state.pop(CHECKED, None)
        st.rerun()


def _link(report: Report) -> None:
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
