"""What the approved assessments of the sample have seen, and what a made visit still owes."""

from datetime import date

import pandas as pd
import pytest

from unpol_data.access import LOCAL
from unpol_data.filters import Filters
from unpol_data.queries import records
from unpol_data.store import reading
from unpol_data.views import plan_coverage

ON = date(2026, 11, 16)


@pytest.fixture(scope="module")
def found(sample_store):
    with reading(sample_store) as connection:
        visits = records.records(connection, "visits", Filters(), LOCAL)
        return plan_coverage.coverage(connection, Filters(as_of=ON), LOCAL, visits=visits)


def test_missions_stand_by_when_they_were_last_assessed(found):
    assert found.missions["assessed_to"].is_monotonic_increasing
    assert len(found.missions) == 11
    first = found.missions.iloc[0]
    assert (first["mission_code"], first["modality"]) == ("MINUSCA", "in_person")
    assert first["assessed_to"] == pd.Timestamp("2025-10-24")


def test_sites_seen_are_told_of_the_sites_known(found):
    assert (found.missions["sites_seen"] <= found.missions["sites_known"]).all()
    minusca = found.missions.set_index("mission_code").loc["MINUSCA"]
    assert (minusca["sites_seen"], minusca["sites_known"]) == (14, 15)


def test_what_is_older_than_twelve_months_does_not_count_as_seen(found):
    assert "MINUSCA" not in set(found.recent["mission_code"])
    assert found.missions_seen == 10
    assert found.in_words() == "of 11: 4 in person, 3 hybrid, 3 remote; 59 of 76 sites"


def test_answers_by_grade_and_by_how_obtained_are_the_same_answers(found):
    ways = found.missions.set_index("mission_code")[list(plan_coverage.MODALITIES)].sum(axis=1)
    grades = found.evidence.groupby("mission_code")["answer_count"].sum()
    assert ways.sort_index().to_dict() == grades.sort_index().to_dict()


def test_an_assessment_is_filed_where_its_days_meet_those_of_the_visit():
    visits = pd.DataFrame(
        {
            "visit_code": ["A", "B", "C"],
            "mission_code": ["UNMISS", "UNISFA", "UNMIK"],
            "state": ["made", "made", "planned"],
            "made_from": pd.to_datetime(["2026-07-06", "2026-07-06", None]),
            "made_to": pd.to_datetime(["2026-07-17", "2026-07-17", None]),
        }
    )
    held = pd.DataFrame(
        {
            "mission_code": ["UNMISS", "UNISFA"],
            "state": ["draft", "withdrawn"],
            "kind": "assessment",
            "assessed_from": pd.Timestamp("2026-07-15"),
            "assessed_to": pd.Timestamp("2026-07-20"),
        }
    )
    rows = plan_coverage.filed(visits, held).set_index("visit_code")
    assert rows["filed"].to_dict() == {"A": True, "B": False}
    assert rows.loc["B", "due_on"] == pd.Timestamp("2026-08-16")


def test_each_open_site_says_when_it_was_last_seen_and_how(found):
    assert len(found.by_site) == found.missions["sites_known"].sum()
    assert found.by_site["site_code"].is_unique
    newest = found.by_site.groupby("mission_code")["seen_on"].max()
    assert newest.to_dict() == found.missions.set_index("mission_code")["assessed_to"].to_dict()
    assert found.by_site["seen_on"].isna().sum() > 0
    assert found.by_site["seen_on"].dropna().is_monotonic_increasing


def test_a_site_is_seen_next_by_the_visit_that_names_it(found):
    following = found.by_site.set_index("site_code")["next_modality"]
    assert following["UNSMIL-TRIPOLI"] == "remote"
    assert pd.isna(following["UNISFA-ABYEI"])
