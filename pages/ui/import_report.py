"""What does the report on a file look like: fine rows, problems, warnings?"""

import streamlit as st

from pages.ui import paged, panels, reads, words
from unpol_data.access import Viewer
from unpol_data.figures import change_words, formats, import_words
from unpol_data.ingest import report_csv
from unpol_data.ingest.difference import Difference
from unpol_data.ingest.report import Report

PROBLEM_ROWS = 15


def draw(report: Report, viewer: Viewer) -> None:
    """The file row by row; nothing where it could not be read at all."""
    if report.refusal:
        return
    left, right = st.columns([1, 2.4], gap="medium")
    with left:
        panels.section("Rows by sheet")
        panels.table(import_words.sheets(report.fine_rows, report.wrong_rows), import_words.SHEETS)
    with right:
        _problems("Problems to put right", report.errors, "errors")
        if report.unlisted_problems:
            count = formats.count(report.unlisted_problems, "further problem", "further problems")
            panels.note(f"{count} not listed; put these right first, then check again.")
        _problems("Warnings: look at these, they do not stop the file", report.warnings, "warnings")
        if not report.problems:
            panels.section("Problems")
            st.markdown("None.")
    if report.problems:
        _download("the report", report_csv.problems(report), "unpol_import_report")
    _differences(report, viewer)


def verdict(report: Report) -> None:
    """What came of the file, in one sentence; it belongs where the file was chosen."""
    if report.refused:
        st.error(words.plain(report.summary), icon=":material/block:")
    elif report.records is not None:
        st.success(words.plain(import_words.records(report.records)), icon=":material/task_alt:")
    elif report.already_known:
        state = f" ({report.held_state})" if report.held_state else ""
        number = f" as assessment {report.assessment_id}{state}" if report.assessment_id else ""
        said = f"The same content is held already{number}."
        st.info(words.plain(f"{said} There is nothing to save."), icon=":material/content_copy:")
    else:
        told = (report.file_name, report.mission_code, report.fine_rows, report.warnings)
        st.success(words.plain(import_words.verdict(*told)), icon=":material/task_alt:")


def _problems(title: str, found: tuple, key: str) -> None:
    if found:
        panels.section(f"{title}: {len(found):,}" if key == "errors" else title)
        rows = import_words.problems(found)
        paged.table(rows, import_words.PROBLEMS, key=f"problems_{key}", size=PROBLEM_ROWS)


def _differences(report: Report, viewer: Viewer) -> None:
    """What the file changes: against what counts now, and against what waits for a decision."""
    if report.difference is None:
        return
    panels.section("What it would change")
    against = {"What counts now": report.difference}
    if report.difference_waiting is not None:
        against["What waits for a decision"] = report.difference_waiting
    which = next(iter(against))
    if len(against) > 1:
        which = st.segmented_control(
            "Held against", list(against), default=which, required=True, key="held_against"
        )
    _difference(against[which], viewer)
    _download("the changes", report_csv.difference(against[which]), "unpol_import_changes")


def _difference(found: Difference, viewer: Viewer) -> None:
    panels.table(import_words.counts(found.counts), import_words.COUNTS)
    panels.note(import_words.COUNTED)
    if found.rows.empty:
        return
    rows = change_words.table(found.rows, reads.site_names(viewer))
    paged.table(rows, import_words.CHANGES, key="import_changes", size=PROBLEM_ROWS)
    if found.unlisted:
        count = formats.count(found.unlisted, "further change", "further changes")
        panels.note(f"{count} counted above, not listed.")


def _download(what: str, content: bytes, name: str) -> None:
    st.download_button(
        f"Download {what} as CSV",
        data=content,
        file_name=f"{name}.csv",
        mime="text/csv",
        on_click="ignore",
        icon=":material/download:",
        key=f"download_{name}",
    )
