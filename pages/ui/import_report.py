"""What does the report on a file look like: fine rows, problems, warnings?"""

import streamlit as st

from pages.ui import downloads, paged, panels, words
from unpol_data.figures import formats, import_words
from unpol_data.ingest.report import Report

PROBLEM_ROWS = 15


def draw(report: Report) -> None:
    """The verdict in one sentence, then the file row by row."""
    _verdict(report)
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
        _download(report)


def _verdict(report: Report) -> None:
    if report.refused:
        st.error(words.plain(report.summary), icon=":material/block:")
    elif report.already_known:
        state = f" ({report.held_state})" if report.held_state else ""
        said = f"The same content is held already as assessment {report.assessment_id}{state}."
        st.info(words.plain(f"{said} There is nothing to save."), icon=":material/content_copy:")
    else:
        told = (report.file_name, report.mission_code, report.fine_rows, report.warnings)
        st.success(words.plain(import_words.verdict(*told)), icon=":material/task_alt:")


def _problems(title: str, found: tuple, key: str) -> None:
    if found:
        panels.section(f"{title}: {len(found):,}" if key == "errors" else title)
        rows = import_words.problems(found)
        paged.table(rows, import_words.PROBLEMS, key=f"problems_{key}", size=PROBLEM_ROWS)


def _download(report: Report) -> None:
    rows = import_words.problems(report.problems).map(downloads.inert)
    st.download_button(
        "Download the report as CSV",
        data=rows.to_csv(index=False).encode("utf-8-sig"),
        file_name="unpol_import_report.csv",
        mime="text/csv",
        on_click="ignore",
        icon=":material/download:",
        key="download_import_report",
    )
