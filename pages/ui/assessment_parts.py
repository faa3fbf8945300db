"""What are the blocks of the page of one assessment: its head, its sheets, its history?"""

import streamlit as st

from pages.ui import answer_rows, comment_parts, downloads, paged, panels, reads, states, words
from unpol_data.access import Viewer
from unpol_data.figures import assessment_words, change_words, content_words, life_words
from unpol_data.filters import Filters
from unpol_data.ingest import versions
from unpol_data.views.assessments import Contents
from unpol_data.views.life import Life


def head(row: tuple, contents: Contents, life: Life) -> None:
    """What one must know of the assessment: what it holds, its source, its versions."""
    said = life_words.versions(life.replaces, life.replaced_by)
    if said:
        st.markdown(words.plain(said))
    rows = assessment_words.head(row, contents.counts)
    panels.table(rows, {"what": "About it", "says": assessment_words.label(row)})


def sheets(row: tuple, contents: Contents, life: Life, chosen: Filters, viewer: Viewer) -> None:
    """What it says, the comments on it and its history, one at a time."""
    shown = states.sheets(contents)
    comments = f"Comments {len(life.comments):,}" if len(life.comments) else "Comments"
    panels.section(f"What {row.mission_code} · {assessment_words.label(row)} says")
    # A key of what there is: a sheet's name tells how many rows it has, and may change.
    names = [*shown, comments, "History"]
    places = dict(enumerate(names))
    place = st.segmented_control(
        "Sheet",
        list(places),
        default=0,
        format_func=places.__getitem__,
        required=True,
        label_visibility="collapsed",
        key=f"sheet_{row.assessment_id}",
    )
    if places[place] == comments:
        comment_parts.draw(row, life, contents.answers, viewer)
    elif places[place] == "History":
        panels.table(life_words.history(life.steps), life_words.HISTORY)
        _versions(int(row.assessment_id), chosen, viewer)
    else:
        rows, headings = shown[places[place]]
        key = f"rows_{row.assessment_id}_{places[place]}"
        if headings is content_words.ANSWERS and comment_parts.may_comment(row, viewer):
            answer_rows.draw(rows, contents.answers, life.comments, viewer, key=key)
        else:
            paged.table(rows, headings, key=key)
        downloads.button(f"assessment_{row.assessment_id}", rows, chosen, viewer)


def _versions(assessment_id: int, chosen: Filters, viewer: Viewer) -> None:
    """What each correction in the line of versions changed against the version before it."""
    found = reads.read(versions.versions, chosen, viewer, assessment_id=assessment_id)
    if not found:
        panels.note("There is one version only; a correction would say here what it changes.")
    for version in found:
        panels.section(f"What no. {version.assessment_id} changes against no. {version.corrects}")
        st.markdown(words.plain(change_words.summary(version.changed.counts)))
        rows = change_words.table(version.changed.rows, reads.site_names(viewer), missing="gone")
        if rows.empty:
            continue
        st.markdown("\n".join(f"- {words.plain(line)}" for line in change_words.first(rows)))
        if len(rows) > change_words.MOST_TOLD:
            with st.expander(f"All {len(rows) + version.changed.unlisted:,} changes, in a table"):
                paged.table(rows, change_words.CHANGES, key=f"changed_{version.assessment_id}")
