"""What was said, by whom in what role, and does it count yet?"""

from collections.abc import Callable
from dataclasses import dataclass

import pandas as pd
from sqlalchemy import Connection

from unpol_data import queries, reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.queries import contents as rows_of
from unpol_data.queries.assessments import WAITING
from unpol_data.views import gaps
from unpol_data.views.effects import effects
from unpol_data.views.key_figures import KeyFigure

ROUND = "assessment"
# States in which somebody has something to do, in the order of an assessment's life.
ITEM = [
    "item_code",
    "area_code",
    "dimension_code",
    "question",
    "answer_type",
    "unit",
    "level_anchors",
]


@dataclass(frozen=True)
class Assessments:
    """`listed`: one row per assessment of the chosen missions, what waits for somebody first.

    The columns of queries.assessments.assessments, sensitivity as its name, answer_count
    (both sides; 0 where it holds none) and open_comments. `waiting`: how many wait, by state.
    """

    listed: pd.DataFrame
    waiting: dict[str, int]
    figures: tuple[KeyFigure, ...]

    @property
    def empty(self) -> bool:
        """Whether nothing has been imported for the chosen missions."""
        return self.listed.empty


@dataclass(frozen=True)
class Contents:
    """What one assessment says, for the chosen side, areas, dimensions and threats.

    `answers`: one row per site and item, with site, area_code, dimension_code, question,
    answer_type, unit and level_anchors beside the stored columns. `replaced`: the same of answers
    that a later visit replaced, with turn, 1 for the newest of each. `equipment`: one row per
    site and item of equipment, with site and name. `measurements`: one row per site, measure
    and day, with site. `threats`: one row per crime threat. `counts`: rows of the whole
    assessment by table, both sides and all areas.
    """

    answers: pd.DataFrame
    replaced: pd.DataFrame
    equipment: pd.DataFrame
    measurements: pd.DataFrame
    threats: pd.DataFrame
    counts: dict[str, int]


def assessments(connection: Connection, chosen: Filters, viewer: Viewer) -> Assessments:
    """Every assessment of the chosen missions: what waits first, then the newest publication.

    The as-of date does not matter: drafts and later rounds are shown too.
    """
    listed = queries.assessments.assessments(connection, chosen, viewer)
    listed = listed.merge(rows_of.answer_counts(connection, viewer), how="left")
    listed = listed.merge(queries.comments.open_counts(connection, viewer), how="left")
    levels = reference.table("sensitivities").set_index("level")["name"]
    counts = ("answer_count", "open_comments")
    listed = listed.assign(
        **{name: listed[name].fillna(0).astype("int64") for name in counts},
        sensitivity=listed["sensitivity"].map(levels),
        waits=listed["state"].isin(WAITING),
    )
    listed = listed.sort_values(
        ["waits", "published_on", "assessment_id"], ascending=False, ignore_index=True
    )
    waiting = {state: int((listed["state"] == state).sum()) for state in WAITING}
    return Assessments(listed=listed, waiting=waiting, figures=_figures(listed))


def contents(
    connection: Connection, chosen: Filters, viewer: Viewer, *, assessment_id: int
) -> Contents:
    """What one assessment says; everything is empty where the viewer may not see it."""
    asked = (connection, assessment_id, viewer)
    names = _site_names(connection, chosen, viewer, assessment_id)
    equipment = rows_of.equipment_lines(*asked, side=chosen.side).merge(
        reference.table("equipment")[["equipment_code", "name", "area_code"]], on="equipment_code"
    )
    equipment = equipment[equipment["area_code"].isin(gaps.areas_in_scope(chosen))]
    threats = rows_of.threat_ratings(*asked)
    if chosen.threats:
        threats = threats[threats["threat_code"].isin(chosen.threats)]
    return Contents(
        answers=_placed(_asked(rows_of.answers, asked, chosen), names),
        replaced=_placed(_asked(rows_of.replaced_answers, asked, chosen), names),
        equipment=_placed(equipment, names),
        measurements=_placed(rows_of.measurements(*asked), names),
        threats=threats.reset_index(drop=True),
        counts=_counts(connection, assessment_id, viewer),
    )


def _asked(
    rows: Callable[..., pd.DataFrame], asked: tuple[Connection, int, Viewer], chosen: Filters
) -> pd.DataFrame:
    """The answers in scope, each with its question and how it was obtained."""
    found = rows(*asked, side=chosen.side).merge(reference.table("framework")[ITEM], on="item_code")
    return _in_scope(_with_modality(found, *asked), chosen)


def _with_modality(
    answers: pd.DataFrame, connection: Connection, assessment_id: int, viewer: Viewer
) -> pd.DataFrame:
    """The answers; one that does not say how it was obtained was as the assessment says."""
    described = queries.assessments.assessment(connection, assessment_id, viewer)
    told = answers["modality"].astype(object)
    for modality in described["modality"].dropna():
        told = told.fillna(modality)
    return answers.assign(modality=told)


def _in_scope(answers: pd.DataFrame, chosen: Filters) -> pd.DataFrame:
    """Answers in the chosen areas and dimensions, by site, then in the profession's order."""
    areas = {code: turn for turn, code in enumerate(gaps.areas_in_scope(chosen))}
    dimensions = {code: turn for turn, code in enumerate(gaps.dimensions_in_scope(chosen))}
    rows = answers.assign(
        area=answers["area_code"].map(areas), dimension=answers["dimension_code"].map(dimensions)
    )
    rows = rows.dropna(subset=["area", "dimension"])
    rows = rows.sort_values(["site_code", "area", "dimension", "item_code"])
    return rows.drop(columns=["area", "dimension"])


def moved(changes: pd.DataFrame, chosen: Filters) -> pd.DataFrame:
    """One row per area whose printed gap an approval or withdrawal has changed.

    `changes` has side, horizon, area_code, gap_before and gap_after (0-1); of these the chosen
    side and horizon. Columns area_code, points_before, points_after (0-100, missing: no
    figure), largest change first, areas with a first or a lost figure last.
    """
    found = effects(changes)
    rows = found[(found["side"] == chosen.side) & (found["horizon"] == chosen.horizon)]
    return rows[["area_code", "points_before", "points_after"]].reset_index(drop=True)


def _site_names(
    connection: Connection, chosen: Filters, viewer: Viewer, assessment_id: int
) -> dict[str, str]:
    """Site names by code: as the assessment says, else as in force on the as-of date."""
    every = Filters(as_of=chosen.as_of)
    known = [
        queries.sites.site_profiles(connection, every, viewer),
        rows_of.site_facts(connection, assessment_id, viewer),
    ]
    return {
        site_code: name
        for sites in known
        for site_code, name in zip(sites["site_code"], sites["name"], strict=True)
    }


def _placed(rows: pd.DataFrame, names: dict[str, str]) -> pd.DataFrame:
    sites = [names.get(code, code) for code in rows["site_code"]]
    return rows.assign(site=sites).reset_index(drop=True)


def _counts(connection: Connection, assessment_id: int, viewer: Viewer) -> dict[str, int]:
    found = queries.assessments.assessment(connection, assessment_id, viewer)
    tables = ("site_facts", "answers", "equipment_lines", "measurements", "threat_ratings")
    return {name: int(found[name].sum()) for name in tables}


def _figures(listed: pd.DataFrame) -> tuple[KeyFigure, ...]:
    approved = listed[listed["state"] == "approved"]
    rounds = approved[approved["kind"] == ROUND]
    missions = rounds["mission_code"].nunique()
    waiting = listed[listed["waits"]]
    newest = approved["published_on"].max()
    return (
        KeyFigure(
            "Approved rounds",
            len(rounds),
            note=f"in {missions} mission{'' if missions == 1 else 's'}",
        ),
        KeyFigure(
            "Not approved yet",
            len(waiting),
            note=", ".join(dict.fromkeys(waiting["mission_code"])) or "nothing waits",
        ),
        KeyFigure(
            "Answers in approved assessments",
            int(approved["answer_count"].sum()),
            note="all rounds, both sides",
        ),
        KeyFigure(
            "Newest publication",
            None if approved.empty else f"{newest:%b %Y}",
            unit="word",
            note="" if approved.empty else _publication(approved.iloc[0]),
        ),
    )


def _publication(newest: pd.Series) -> str:
    """Which mission, and the day: "MINUSCA, 24 Nov 2026"."""
    on = newest["published_on"]
    return f"{newest['mission_code']}, {on.day} {on:%b %Y}"
