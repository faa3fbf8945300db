"""The assessment that submissions make together, and their sites."""

import pandas as pd

from tests.ingest.submissions.conftest import messages, read_json, small

KNOWN = pd.DataFrame(
    [("UNMISS-BOR", "UNMISS", "team_site", "Bor")],
    columns=["site_code", "mission_code", "site_kind", "name"],
)


def row(*entries: dict) -> pd.Series:
    return read_json(*entries).tables["assessment"].iloc[0]


def test_period_sensitivity_and_modality_are_those_of_all_submissions():
    second = small(
        uuid="u2",
        site_code="UNMISS-YEI",
        assessed_on="2026-03-02",
        sensitivity="strictly_confidential",
        modality="remote",
    )
    found = row(small(), second)
    assert (found["assessed_from"], found["assessed_to"]) == ("2026-03-02", "2026-03-09")
    assert (found["sensitivity"], found["modality"]) == ("strictly_confidential", "hybrid")
    assert found["source"] == "KoboToolbox, form unpol_form"


def test_a_modality_all_share_is_that_of_the_assessment():
    assert row(small())["modality"] == "in_person"
    assert row(small(modality="hybrid"))["modality"] == "hybrid"


def test_of_several_rounds_the_most_frequent_is_taken_and_told():
    entries = [small(uuid=f"u{n}", site_code=f"UNMISS-{n}", site_name=f"{n}") for n in range(2)]
    found = read_json(*entries, small(uuid="x", site_code="UNMISS-X", round_label="spring"))
    assert found.tables["assessment"]["round_label"].tolist() == ["2026-03"]
    (message,) = messages(found)
    assert message == (
        "row 3, column about/round_label: the submissions name 2 rounds: 2026-03 (2), spring (1); "
        "all are taken in as 2026-03"
    )


def test_what_is_missing_of_the_visit_is_told_at_its_heading():
    found = messages(read_json(small(sensitivity="secret")))
    assert found[0].startswith("row 1, column about/sensitivity: 'secret' was found")


def test_a_new_site_is_described_by_the_form():
    rows = read_json(small(location="6.2 31.5 0 0")).tables["sites"]
    assert rows[["name", "site_kind", "latitude", "users"]].iloc[0].tolist() == [
        "Bor",
        "team_site",
        "6.2",
        "20",
    ]


def test_a_new_site_without_its_facts_is_an_error_at_its_place():
    found = messages(read_json(small(users=None)))
    assert found == ["row 1, column users: nothing stands here, a value is needed"]


def test_a_known_site_keeps_its_facts_where_not_all_are_given():
    bare = small(site_name=None, users=None, unpol_served=None)
    assert "sites" not in read_json(bare, known_sites=KNOWN).tables
    partly = read_json(small(users=None), known_sites=KNOWN)
    assert "sites" not in partly.tables
    assert "described only in part here (site_name, unpol_served)" in partly.notes[0].words


def test_another_kind_than_the_one_held_is_pointed_out():
    found = read_json(small(site_kind="fpu_camp"), known_sites=KNOWN)
    assert "is called a fpu_camp here, but is held as a team_site" in found.notes[0].words
