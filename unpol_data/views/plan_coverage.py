"""Which missions and sites have been seen, when and how, and which come next?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

import pandas as pd
from sqlalchemy import Connection

from unpol_data import queries, reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.views import gaps

# Of several ways in which a site was seen, the first of these counts.
MODALITIES = ("in_person", "hybrid", "remote")
ROUND = "assessment"
LATEST = ["assessment_id", "assessed_to", "modality"]


@dataclass(frozen=True)
class Coverage:
    """What the approved assessments that count on a day have seen.

    `missions`: one row per mission in scope, those longest unseen first: assessed_to and modality
    of its newest round (missing: none), sites_seen, sites_known, in_person, hybrid, remote
    (answers of that round by how they were obtained), next_on, next_modality, next_code.
    `evidence`: one row per mission and evidence grade that occurs, with answer_count.
    `by_site`: one row per open site in scope, those longest unseen first: site_code, site_name,
    mission_code, seen_on and modality (missing: neither in its mission's newest round nor within
    the months of `seen_within_months`), next_on, next_modality (of a visit that names the site).
    `sites`: sites seen within these months, by modality; `filed`: one row per made visit of the
    plan, with filed and due_on.
    """

    missions: pd.DataFrame
    evidence: pd.DataFrame
    by_site: pd.DataFrame
    sites: dict[str, int]
    filed: pd.DataFrame
    since: date

    @property
    def recent(self) -> pd.DataFrame:
        """The missions whose newest round is recent enough to count as seen."""
        return self.missions[self.missions["assessed_to"] > pd.Timestamp(self.since)]

    @property
    def missions_seen(self) -> float:
        """How many missions were seen recently."""
        return float(len(self.recent))

    def in_words(self) -> str:
        """Of how many, and in which ways: "of 11: 9 in person, 1 hybrid; 40 sites"."""
        counts = self.recent["modality"].value_counts()
        named = [(code, int(counts.get(code, 0))) for code in MODALITIES]
        said = ", ".join(f"{count} {code.replace('_', ' ')}" for code, count in named if count)
        sites = sum(self.sites.values())
        known = int(self.missions["sites_known"].sum())
        return f"of {len(self.missions)}: {said or 'none'}; {sites} of {known} sites"


def coverage(
    connection: Connection, chosen: Filters, viewer: Viewer, *, visits: pd.DataFrame
) -> Coverage:
    """The coverage of the missions in scope on the as-of date; `visits` are all recorded."""
    on = chosen.as_of
    since = pd.Timestamp(on) - pd.DateOffset(months=int(reference.parameter("seen_within_months")))
    rounds = queries.assessments.assessments(connection, chosen, viewer, counting_on=on)
    rounds = rounds[rounds["kind"] == ROUND].sort_values(["assessed_to", "assessment_id"])
    latest = rounds.drop_duplicates("mission_code", keep="last")
    recent = rounds.loc[rounds["assessed_to"] > since, "assessment_id"]
    asked = sorted({*latest["assessment_id"], *recent})
    obtained = queries.seen.answers_obtained(connection, viewer, assessment_ids=asked)
    newest = obtained[obtained["assessment_id"].isin(latest["assessment_id"])]
    missions = _missions(latest, newest, gaps.missions_in_scope(chosen, viewer))
    known = queries.sites.site_profiles(connection, chosen, viewer)
    known = known[~known["closed"].astype(bool)]
    sites = known.groupby("mission_code").size()
    missions["sites_known"] = missions["mission_code"].map(sites).fillna(0).astype("int64")
    missions = missions.merge(_next(visits), on="mission_code", how="left")
    grades = newest.groupby(["mission_code", "evidence_grade"])["answer_count"].sum()
    in_scope = obtained["mission_code"].isin(missions["mission_code"])
    return Coverage(
        missions=missions.sort_values(
            ["assessed_to", "mission_code"], na_position="first", ignore_index=True
        ),
        evidence=grades.reset_index(),
        by_site=_by_site(known, obtained.merge(rounds[["assessment_id", "assessed_to"]]), visits),
        sites=_sites(obtained[in_scope & obtained["assessment_id"].isin(recent)]),
        filed=filed(visits, queries.assessments.assessments(connection, Filters(), viewer)),
        since=since.date(),
    )


def _missions(
    latest: pd.DataFrame, obtained: pd.DataFrame, in_scope: Sequence[str]
) -> pd.DataFrame:
    rows = pd.DataFrame({"mission_code": pd.Series(in_scope, dtype="str")})
    rows = rows.merge(latest[["mission_code", *LATEST]], on="mission_code", how="left")
    seen = obtained.groupby("mission_code")["site_code"].nunique()
    rows["sites_seen"] = rows["mission_code"].map(seen).fillna(0).astype("int64")
    ways = obtained.groupby(["mission_code", "modality"])["answer_count"].sum().unstack()
    for code in MODALITIES:
        counts = ways[code] if code in ways else pd.Series(dtype="float64")
        rows[code] = rows["mission_code"].map(counts).fillna(0).astype("int64")
    return rows


def _next(visits: pd.DataFrame, place: str = "mission_code") -> pd.DataFrame:
    """One row per mission, or other place, with a visit planned or under way: the earliest."""
    still = visits[visits["state"].isin(["planned", "under_way"])].sort_values("planned_from")
    names = {"planned_from": "next_on", "modality": "next_modality", "visit_code": "next_code"}
    first = still.drop_duplicates(place).rename(columns=names)
    return first[[place, *names.values()]]


def _by_site(known: pd.DataFrame, obtained: pd.DataFrame, visits: pd.DataFrame) -> pd.DataFrame:
    """One row per known site; of several ways on its newest day the strongest counts."""
    turn = {code: place for place, code in enumerate(MODALITIES)}
    seen = obtained.assign(turn=obtained["modality"].map(turn))
    seen = seen.sort_values(["assessed_to", "turn"], ascending=[False, True])
    seen = seen.drop_duplicates("site_code").rename(columns={"assessed_to": "seen_on"})
    rows = known.rename(columns={"name": "site_name"})[["site_code", "site_name", "mission_code"]]
    rows = rows.merge(seen[["site_code", "seen_on", "modality"]], on="site_code", how="left")
    each = visits.assign(site_code=visits["site_codes"].fillna("").str.split()).explode("site_code")
    following = _next(each, "site_code").drop(columns="next_code")
    rows = rows.merge(following, on="site_code", how="left")
    order = ["seen_on", "mission_code", "site_name"]
    return rows.sort_values(order, na_position="first", ignore_index=True)


def _sites(obtained: pd.DataFrame) -> dict[str, int]:
    """How many sites were seen in each way; a site counts once, in the strongest."""
    strength = obtained["modality"].map({code: turn for turn, code in enumerate(MODALITIES)})
    strongest = strength.groupby(obtained["site_code"]).min().value_counts()
    return {code: int(strongest.get(turn, 0)) for turn, code in enumerate(MODALITIES)}


def filed(visits: pd.DataFrame, assessments: pd.DataFrame) -> pd.DataFrame:
    """One row per made visit: visit_code, mission_code, made_to, due_on and filed.

    Filed: there is an assessment of the mission, not withdrawn, whose days overlap the visit's.
    To be asked only for a reader cleared for every assessment, to whom none is hidden.
    """
    days = pd.Timedelta(days=reference.parameter("filing_days"))
    made = visits.loc[
        visits["state"] == "made", ["visit_code", "mission_code", "made_from", "made_to"]
    ]
    held = assessments[(assessments["state"] != "withdrawn") & (assessments["kind"] == ROUND)]
    pairs = made.merge(held[["mission_code", "assessed_from", "assessed_to"]], on="mission_code")
    meets = (pairs["assessed_from"] <= pairs["made_to"]) & (
        pairs["assessed_to"] >= pairs["made_from"]
    )
    known = made["visit_code"].isin(pairs.loc[meets, "visit_code"])
    return made.assign(due_on=made["made_to"] + days, filed=known).reset_index(drop=True)
