"""How many women serve and are trained, what was answered about women, and what was not asked?"""

from dataclasses import dataclass
from datetime import date

import pandas as pd
from sqlalchemy import Connection

from unpol_data import queries, reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.views import gaps, guidance_reviews, women_answers
from unpol_data.views.guidance_trainings import PEOPLE, SEVERAL
from unpol_data.views.key_figures import KeyFigure

GENDER_ADVISER = "gender_adviser"
CHECK = ["option_code", "title", "mission_code", "gender_check", "state"]
REVIEW = ["document_code", "title", "document_state", "state", "state_on"]


@dataclass(frozen=True)
class Women:
    """Women, peace and security in the missions chosen. What is not counted is missing, never 0.

    `missions`: one row per mission in scope, and one (several) of what is for no mission alone:
    mission_code, women and men (officers with special expertise on record there), women_share,
    women_trained and men_trained (in the last `months` months, of trainings that counted both),
    trained_share, trainings, counted (trainings that counted both). `questions`: see
    women_answers.answers. `checks`: one row per option in use, with CHECK. `reviews`: one row per
    document in use with the state of the gender adviser's review (not_asked where there is none),
    with REVIEW.
    """

    missions: pd.DataFrame
    questions: pd.DataFrame
    checks: pd.DataFrame
    reviews: pd.DataFrame
    figures: tuple[KeyFigure, ...]
    months: int
    on: date
    anything_approved: bool

    @property
    def empty(self) -> bool:
        """Whether nothing at all is on record."""
        counted = self.missions[["women", "women_trained"]].notna().to_numpy().any()
        return not (counted or len(self.checks) or len(self.reviews) or self.anything_approved)


def women(
    connection: Connection,
    chosen: Filters,
    viewer: Viewer,
    *,
    today: date,
    recorded_by: date | None = None,
) -> Women:
    """Personnel, training, answers and checks, as recorded up to `recorded_by` or until now."""
    on = recorded_by or today
    months = int(reference.parameter("training_recent_months"))

    def records(kind: str) -> pd.DataFrame:
        return queries.records.records(connection, kind, chosen, viewer, as_of=recorded_by)

    in_scope = gaps.missions_in_scope(chosen, viewer)
    recent = _recent(records("trainings"), on, months)
    missions = _missions(records("expertise"), recent, in_scope)
    questions = women_answers.answers(connection, chosen, viewer)
    options = records("options")
    checks = options.loc[options["state"] != "retired", CHECK].reset_index(drop=True)
    documents = records("guidance_documents")
    reviews = _reviews(documents, records(guidance_reviews.KIND))
    return Women(
        missions=missions,
        questions=questions,
        checks=checks,
        reviews=reviews,
        figures=_figures(missions, questions, checks, reviews),
        months=months,
        on=on,
        anything_approved=bool(len(gaps.rounds(connection, chosen, viewer))),
    )


def _recent(rows: pd.DataFrame, on: date, months: int) -> pd.DataFrame:
    held_on = pd.to_datetime(rows["held_on"])
    day = pd.Timestamp(on)
    return rows[(held_on <= day) & (held_on > day - pd.DateOffset(months=months))]


def _missions(
    expertise: pd.DataFrame, trainings: pd.DataFrame, in_scope: tuple[str, ...]
) -> pd.DataFrame:
    officers, taught = (
        rows.assign(mission_code=rows["mission_code"].fillna(SEVERAL).astype("object"))
        for rows in (expertise, trainings)
    )
    known = {*officers["mission_code"], *taught["mission_code"]}
    codes = [*in_scope, *([SEVERAL] if SEVERAL in known else [])]
    rows = pd.DataFrame(
        [
            _told(
                code,
                officers[officers["mission_code"] == code],
                taught[taught["mission_code"] == code],
            )
            for code in codes
        ]
    )
    return rows.assign(
        women_share=rows["women"] / (rows["women"] + rows["men"]),
        trained_share=rows["women_trained"] / (rows["women_trained"] + rows["men_trained"]),
    )


def _told(mission_code: str, officers: pd.DataFrame, trainings: pd.DataFrame) -> dict:
    counts = trainings[PEOPLE].apply(pd.to_numeric)
    counted = counts[counts.notna().all(axis=1)]
    people = officers[["women", "men"]].apply(pd.to_numeric)
    return {
        "mission_code": mission_code,
        **{name: people[name].astype("float64").sum(min_count=1) for name in people},
        **{name: counted[name].astype("float64").sum(min_count=1) for name in PEOPLE},
        "trainings": len(trainings),
        "counted": len(counted),
    }


def _reviews(documents: pd.DataFrame, reviews: pd.DataFrame) -> pd.DataFrame:
    """The gender adviser's review of each document in use."""
    used = documents[documents["state"] != "superseded"]
    used = used.rename(columns={"state": "document_state"})
    own = reviews.loc[reviews["reviewer"] == GENDER_ADVISER, ["document_code", "state", "state_on"]]
    rows = used.merge(own, how="left", on="document_code")
    return rows.assign(state=rows["state"].fillna(guidance_reviews.NOT_ASKED))[REVIEW]


def _share(rows: pd.DataFrame, women: str, men: str) -> tuple[float | None, str]:
    """The share of women among all counted, and of how many in words; None where nobody counted."""
    both = rows[[women, men]].sum()
    everybody = both.sum()
    if not everybody:
        return None, "nobody was counted"
    return float(both[women] / everybody), f"{both[women]:,.0f} of {everybody:,.0f} people"


def _figures(
    missions: pd.DataFrame, questions: pd.DataFrame, checks: pd.DataFrame, reviews: pd.DataFrame
) -> tuple[KeyFigure, ...]:
    serving, of_officers = _share(missions, "women", "men")
    trained, of_trained = _share(missions, *PEOPLE)
    unchecked = int((checks["gender_check"] != "checked").sum())
    uncleared = int((reviews["state"] != guidance_reviews.CLEARED).sum())
    return (
        KeyFigure("Women among officers with expertise", serving, "%", note=of_officers),
        KeyFigure("Women among those trained", trained, "%", note=of_trained),
        KeyFigure(
            "Options without a gender check passed",
            float(unchecked) if len(checks) else None,
            note=f"of {len(checks)}",
        ),
        KeyFigure(
            "Documents the gender adviser has not cleared",
            float(uncleared) if len(reviews) else None,
            note=f"of {len(reviews)}",
        ),
    )
