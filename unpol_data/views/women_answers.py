"""What did each mission answer to the questions about women, and where was nobody asked?"""

import pandas as pd
from sqlalchemy import Connection

from unpol_data import queries, reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.views import gaps

ITEM = ["item_code", "asks", "short_name", "area_code", "question", "answer_type", "unit"]
TOLD = ["answered", "unknown", "low", "high", "value", "needed", "yes", "partly", "no"]
ANSWERED = "answered"


def answers(connection: Connection, chosen: Filters, viewer: Viewer) -> pd.DataFrame:
    """One row per mission in scope and question about women that exists for the chosen side.

    Columns mission_code, ITEM, asked (open sites at which it is asked), answered (sites), unknown
    (sites that were asked and could not say), low and high (least and most that was answered),
    value and needed (sums, of counts), yes, partly and no (sites, of such questions). Figures are
    missing where nobody answered. asked = 0: it is asked nowhere in the mission.
    """
    items = reference.table("women_questions").merge(reference.table("framework"), on="item_code")
    items = items[items["side"].isin((chosen.side, "both"))]
    if chosen.areas:
        items = items[items["area_code"].isin(chosen.areas)]
    in_scope = gaps.missions_in_scope(chosen, viewer)
    missions = pd.DataFrame({"mission_code": pd.Series(in_scope, dtype="str")})
    rows = missions.merge(items[ITEM], how="cross")
    given = queries.answers.item_answers(
        connection, list(items["item_code"]), chosen=chosen, viewer=viewer
    )
    key = ["mission_code", "item_code"]
    asked = _asked(connection, chosen, viewer, items)
    # A site that answered was asked, whatever kind of site it is by now.
    sites = pd.concat([asked, given[[*key, "site_code"]]]).drop_duplicates()
    rows = rows.merge(sites.groupby(key).size().rename("asked").reset_index(), how="left", on=key)
    told = pd.DataFrame([_told(row, given) for row in rows.itertuples(index=False)], columns=TOLD)
    return rows.assign(asked=rows["asked"].fillna(0).astype("int64")).join(told)


def _asked(
    connection: Connection, chosen: Filters, viewer: Viewer, items: pd.DataFrame
) -> pd.DataFrame:
    """One row per open site and question of these that is asked at its kind of site."""
    sites = queries.sites.site_profiles(connection, chosen, viewer)
    sites = sites[~sites["closed"].astype(bool)]
    wanted = reference.table("requirements")
    wanted = wanted[(wanted["side"] == chosen.side) & wanted["item_code"].isin(items["item_code"])]
    pairs = sites[["mission_code", "site_code", "site_kind"]].merge(wanted, on="site_kind")
    return pairs[["mission_code", "item_code", "site_code"]]


def _told(row: tuple, given: pd.DataFrame) -> dict:
    """What the sites of one mission answered to one question."""
    own = given[(given["mission_code"] == row.mission_code) & (given["item_code"] == row.item_code)]
    said = own[own["state"] == ANSWERED]
    values = said["value"].astype("float64")
    is_count, is_choice = row.answer_type == "count", row.answer_type == "yes_partly_no"
    choices = {"yes": 1.0, "partly": 0.5, "no": 0.0}
    return {
        "answered": len(said),
        "unknown": int((own["state"] == "unknown").sum()),
        "low": values.min(),
        "high": values.max(),
        "value": values.sum(min_count=1) if is_count else float("nan"),
        "needed": said["needed"].astype("float64").sum(min_count=1) if is_count else float("nan"),
        **{
            name: int((values == value).sum()) if is_choice else 0
            for name, value in choices.items()
        },
    }
