"""What are the blocks of the page Guidance and training?"""

from dataclasses import replace

import pandas as pd
import streamlit as st

from pages.ui import (
    choice,
    filters,
    gap_panels,
    guidance_acts,
    navigate,
    panels,
    record_form,
    screen,
    words,
)
from unpol_data import reference
from unpol_data.access import Viewer
from unpol_data.figures import formats, guidance_matrix, guidance_words
from unpol_data.filters import Filters
from unpol_data.views.guidance import Guidance

SHOWN, SHOWN_ON_PHONE = 10, 5
IN_FORCE = (
    "A document under review counts as in force where it was issued or a review of it was due, "
    "until it is superseded. Shown is what was recorded by {day}."
)
CLEARED = (
    "A draft may be called cleared once the gender adviser, the legal adviser and the human rights "
    "focal point have each cleared it. The longest wait comes first."
)


def matrix(found: Guidance) -> None:
    """Documents by area with a letter in every cell; on a phone the areas as a list."""
    panels.section("How guidance treats the technology of each area")
    if screen.is_phone():
        panels.table(guidance_words.areas(found.areas), guidance_words.AREAS)
    else:
        st.markdown(guidance_words.LEGEND)
        cells = guidance_words.matrix(found.cells, found.areas)
        drawn = guidance_matrix.guidance_matrix(cells, screen.palette())
        screen.chart(drawn, alt=guidance_matrix.guidance_matrix_alt(cells))
    panels.note(IN_FORCE.format(day=formats.day(found.on)))
    with st.expander("Every reading, as a table"):
        panels.long_table(guidance_words.readings(found.cells), guidance_words.READINGS)


def one_cell(found: Guidance, viewer: Viewer) -> None:
    """One document on one area: what it says and where; to be changed by those who may."""
    titles = found.cells.drop_duplicates("document_code").set_index("document_code")["title"]
    if titles.empty:
        return
    names = found.areas.set_index("area_code")["area_name"]
    left, right = st.columns(2)
    with left:
        document = choice.one("document", "Document", titles.to_dict())
    with right:
        area = choice.one("about", "Capability area", names.to_dict())
    rows = found.cells
    rows = rows[(rows["document_code"] == document) & (rows["area_code"] == area)]
    with st.container(border=True):
        told = guidance_words.readings(rows).iloc[0].to_dict()
        lines = [
            f"{words.plain(guidance_words.READINGS[name])}: {words.plain(told[name])}"
            for name in ("state", "passage", "assessed", "source", "note")
        ]
        st.markdown(f"**{words.plain(told['document'])}**  \n" + "  \n".join(lines))
        guidance_acts.change(
            "considerations",
            (document, area),
            "this reading",
            viewer,
            names=("document_code", "area_code"),
        )


def unanswered(found: Guidance, chosen: Filters) -> None:
    """Large and critical gaps in areas that no document in force treats, sharpest first."""
    panels.section("Gaps that no guidance answers")
    if not found.anything_approved:
        return
    rows = found.unanswered
    if rows.empty:
        panels.note("None. Large and critical gaps in areas that were read are at least mentioned.")
    else:
        first = SHOWN_ON_PHONE if screen.is_phone() else SHOWN
        _gaps(rows.head(first))
        if len(rows) > first:
            with st.expander(f"{len(rows) - first} more"):
                _gaps(rows.iloc[first:])
        missions = tuple(dict.fromkeys(rows["mission_code"]))
        areas = tuple(dict.fromkeys(rows["area_code"]))
        wanted = replace(filters.asked(), missions=missions, areas=areas)
        navigate.page_link("capability_gaps", "These gaps on Capability gaps", chosen=wanted)
    if found.only_mentioned:
        count = formats.count(found.only_mentioned, "more gap is", "more gaps are")
        panels.note(f"{count} in areas that guidance mentions and none treats adequately.")
    if found.unread:
        unread = [reference.short_name("area", code) for code in found.unread]
        panels.not_enough_evidence(
            f"No document in force has been read for {formats.listed(unread)}: read them first."
        )


def _gaps(rows: pd.DataFrame) -> None:
    shown = guidance_words.unanswered(rows)
    gap_panels.table(shown, guidance_words.UNANSWERED, stacked=True)


def trainings(found: Guidance, chosen: Filters, viewer: Viewer) -> None:
    """Documents nobody was trained on lately, and what each mission was trained on."""
    told = found.trainings
    left, right = st.columns([2, 3], gap="medium")
    with left:
        panels.section("Guidance no mission has trained on")
        panels.note(f"In force, without a training in the last {told.months} months.")
        if told.untrained.empty:
            panels.note("None: each document in force was taught.")
        else:
            panels.table(guidance_words.untrained(told.untrained), guidance_words.UNTRAINED)
    with right:
        panels.section(f"What each mission was trained on in {told.months} months")
        rows = guidance_words.trained(told.missions)
        if len(rows):
            gap_panels.wide_table(rows, guidance_words.TRAINED)
        untrained = guidance_words.not_trained(told.missions)
        if untrained:
            panels.note(untrained)
    _training_acts(found, chosen, viewer)


def _training_acts(found: Guidance, chosen: Filters, viewer: Viewer) -> None:
    mission_code = next(iter(chosen.missions or viewer.missions or ()), None)
    mission = {"mission_code": mission_code} if mission_code else {}
    guidance_acts.new(
        "trainings", "Add a training", viewer, mission_code=mission_code, defaults=mission
    )
    rows = found.trainings.rows
    if len(rows):
        with st.expander(f"Every training ({len(rows)})"):
            names = {
                row.training_code: f"{formats.day(row.held_on)} · {row.title}"
                for row in rows.itertuples(index=False)
            }
            code = choice.one("training", "Training", names)
            guidance_acts.change(
                "trainings", (code,), "this training", viewer, names=("training_code",)
            )
            record_form.history("trainings", (code,), viewer)


def reviews(found: Guidance, viewer: Viewer) -> None:
    """What waits for which reviewer, and what is missing; a review can be recorded."""
    panels.section("Review queue")
    rows = guidance_words.queue(found.reviews.queue)
    if rows.empty:
        panels.note("No document waits for a review.")
    else:
        gap_panels.wide_table(rows, guidance_words.review_headings())
        panels.note(CLEARED)
    if not record_form.may_edit("document_reviews", viewer):
        return
    current = found.documents[found.documents["state"] != "superseded"]
    titles = dict(zip(current["document_code"], current["title"], strict=True))
    with st.expander("Record a review"):
        if not titles:
            panels.note("Every document is superseded; nothing waits.")
            return
        left, right = st.columns(2)
        with left:
            document = choice.one("reviewed", "Document under review", titles)
        with right:
            reviewer = choice.one("reviewer", "Reviewer", _reviewers())
        guidance_acts.change(
            "document_reviews",
            (document, reviewer),
            "this review",
            viewer,
            names=("document_code", "reviewer"),
        )


def _reviewers() -> dict[str, str]:
    column = reference.records.column("document_reviews", "reviewer")
    return {code: column.name(code) for code in column.codes}


def documents(found: Guidance, viewer: Viewer) -> None:
    """Every document with series, kind and dates; one of them to be changed, and its versions."""
    panels.section("Documents on record")
    rows = guidance_words.documents(found.documents)
    if screen.is_phone():
        with st.expander(f"All documents ({len(rows)})"):
            gap_panels.stack(rows, guidance_words.DOCUMENT_HEADINGS)
    else:
        panels.table(rows, guidance_words.DOCUMENT_HEADINGS)
    guidance_acts.new_document(viewer)
    with st.expander("One document: change it, see its versions"):
        rows = found.documents
        code = choice.one(
            "record", "Which document", dict(zip(rows["document_code"], rows["title"], strict=True))
        )
        guidance_acts.change(
            "guidance_documents", (code,), "this document", viewer, names=("document_code",)
        )
        record_form.history("guidance_documents", (code,), viewer)
