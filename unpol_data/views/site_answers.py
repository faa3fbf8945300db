"""What was answered at one site about one capability, against what is required?"""

import pandas as pd
from sqlalchemy import Connection

from unpol_data import queries, reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.scoring import confidence
from unpol_data.scoring.attainment import attainment
from unpol_data.scoring.requirement import required_values

REQUIRED = {"today": "required_now", "emerging": "required_emerging"}
ITEM = [
    "item_code",
    "dimension_code",
    "question",
    "answer_type",
    "unit",
    "value_at_none",
    "value_at_full",
    "level_anchors",
    "weight",
]
GIVEN = [
    "item_code",
    "state",
    "value",
    "needed",
    "evidence_grade",
    "answered_on",
    "modality",
    "respondent_role",
    "cause",
    "note",
    "assessment_id",
    "round_label",
    "reference",
]


def site_answers(
    connection: Connection, chosen: Filters, viewer: Viewer, *, site_code: str, area_code: str
) -> pd.DataFrame:
    """One row per question asked at the site about the area, dimension by dimension.

    Columns ITEM, GIVEN, required_now and required_emerging (0-1), value_now and value_emerging
    (the least answer that meets them, on the answer's own scale), attainment (0-1, against the
    requirement of the chosen horizon) and is_stale. A question nobody answered has the state
    unknown and no attainment. Only dimensions in scope. Method note, sections 1 and 5.
    """
    framework = reference.table("framework")
    framework = framework[framework["area_code"] == area_code]
    sites = queries.sites.site_profiles(connection, chosen, viewer)
    kinds = sites.loc[sites["site_code"] == site_code, "site_kind"]
    asked = reference.table("requirements")
    asked = asked[asked["site_kind"].isin(kinds) & (asked["side"] == chosen.side)]
    found = queries.answers.site_answers(
        connection, site_code, area_code, chosen=chosen, viewer=viewer
    )
    rows = framework[ITEM].merge(asked[["item_code", *REQUIRED.values()]], on="item_code")
    rows = rows.merge(found[GIVEN], how="left", on="item_code")
    if chosen.dimensions:
        rows = rows[rows["dimension_code"].isin(chosen.dimensions)]
    order = reference.codes("dimensions")
    rows = rows.sort_values(
        "dimension_code",
        key=lambda codes: codes.map(order.index),
        kind="stable",
        ignore_index=True,
    )
    return _judged(rows.assign(state=rows["state"].fillna("unknown")), chosen)


def earlier_answers(
    connection: Connection, chosen: Filters, viewer: Viewer, *, site_code: str, area_code: str
) -> pd.DataFrame:
    """One row per answer at the site about the area that was replaced by the as-of date.

    In the order of the questions, the newest first; the columns of queries.answers, and ITEM.
    """
    found = queries.answers.earlier_answers(
        connection, site_code, area_code, chosen=chosen, viewer=viewer
    )
    rows = found.merge(reference.table("framework")[ITEM], on="item_code")
    if chosen.dimensions:
        rows = rows[rows["dimension_code"].isin(chosen.dimensions)]
    return rows.reset_index(drop=True)


def _judged(rows: pd.DataFrame, chosen: Filters) -> pd.DataFrame:
    """The same rows against their requirements, and whether each answer is stale."""
    level_top = reference.parameter("item_level_top")
    half_lives = reference.table("dimensions").set_index("dimension_code")["half_life_months"]
    values = {
        f"value_{when}": required_values(
            rows.assign(required=rows[f"required_{when}"]), level_top=level_top
        )
        for when in ("now", "emerging")
    }
    return rows.assign(
        **values,
        attainment=attainment(
            rows.assign(required=rows[REQUIRED[chosen.horizon]]), level_top=level_top
        ),
        is_stale=confidence.is_stale(
            confidence.age_months(rows["answered_on"], chosen.as_of),
            rows["dimension_code"].map(half_lives).astype("float64"),
            after=reference.parameter("stale_after_half_lives"),
        ),
    )
