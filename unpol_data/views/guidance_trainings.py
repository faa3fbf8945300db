"""On which guidance were officers trained lately, in which missions, and how many women and men?"""

from dataclasses import dataclass
from datetime import date

import pandas as pd
from sqlalchemy import Connection

from unpol_data import queries, reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.views import gaps

KIND = "trainings"
SEVERAL = "several"
PEOPLE = ["women_trained", "men_trained"]


@dataclass(frozen=True)
class Trainings:
    """`untrained`: one row per document in force without a training in the last `months` months.

    Columns document_code, title, document_kind, last_held_on (any earlier training, missing
    where there was none). `missions`: one row per mission in scope, and one of trainings for
    several missions where there are some: mission_code ("several"), trainings, titles (of the
    documents trained on, a tuple), women_trained, men_trained (missing where nobody counted),
    counted (trainings with both counts). `rows`: one row per training up to the day, newest
    first, with title and is_recent.
    """

    rows: pd.DataFrame
    untrained: pd.DataFrame
    missions: pd.DataFrame
    months: int


def trainings(
    connection: Connection,
    chosen: Filters,
    viewer: Viewer,
    *,
    documents: pd.DataFrame,
    on: date,
    recorded_by: date | None = None,
) -> Trainings:
    """Trainings of the chosen missions, and of several, on these documents."""
    months = int(reference.parameter("training_recent_months"))
    rows = queries.records.records(connection, KIND, chosen, viewer, as_of=recorded_by)
    held_on = pd.to_datetime(rows["held_on"])
    titles = dict(zip(documents["document_code"], documents["title"], strict=True))
    rows = rows.assign(
        held_on=held_on,
        title=[titles.get(code, code) for code in rows["document_code"]],
        is_recent=held_on > pd.Timestamp(on) - pd.DateOffset(months=months),
    )
    rows = rows[rows["held_on"] <= pd.Timestamp(on)]
    rows = rows.sort_values("held_on", ascending=False, kind="stable", ignore_index=True)
    recent = rows[rows["is_recent"].astype(bool)]
    return Trainings(
        rows=rows,
        untrained=_untrained(documents, rows, recent),
        missions=_missions(recent, gaps.missions_in_scope(chosen, viewer)),
        months=months,
    )


def _untrained(documents: pd.DataFrame, rows: pd.DataFrame, recent: pd.DataFrame) -> pd.DataFrame:
    taught = documents["document_code"].isin(recent["document_code"])
    left = documents.loc[
        documents["in_force"] & ~taught, ["document_code", "title", "document_kind"]
    ]
    last = rows.groupby("document_code")["held_on"].max().rename("last_held_on")
    return left.merge(last.reset_index(), how="left", on="document_code")


def _missions(recent: pd.DataFrame, missions: tuple[str, ...]) -> pd.DataFrame:
    of_mission = recent["mission_code"].where(recent["mission_code"].notna(), SEVERAL)
    several = [SEVERAL] if (of_mission == SEVERAL).any() else []
    return pd.DataFrame(
        [
            {"mission_code": code, **_told(recent[of_mission == code])}
            for code in (*missions, *several)
        ],
        columns=["mission_code", "trainings", "titles", *PEOPLE, "counted"],
    )


def _told(rows: pd.DataFrame) -> dict:
    counts = rows[PEOPLE].apply(pd.to_numeric)
    return {
        "trainings": len(rows),
        "titles": tuple(dict.fromkeys(rows["title"])),
        **{name: counts[name].sum(min_count=1) for name in PEOPLE},
        "counted": int(counts.notna().all(axis=1).sum()),
    }
