"""The sample is believable, says that it is invented, and is made anew to the last byte."""

from datetime import date

import pandas as pd
import pytest
from sqlalchemy import Engine

from sample_data import generate
from sample_data.making import inputs, programme, workbook
from unpol_data import queries
from unpol_data.access import LOCAL
from unpol_data.filters import Filters
from unpol_data.store import reading
from unpol_data.views import missions

AS_OF = date(2026, 3, 31)
WITHOUT_FIGURE = {"MINURSO", "UNTMIS"}


@pytest.fixture(scope="module")
def assessments(sample_store: Engine) -> pd.DataFrame:
    """One row per assessment and table of the sample."""
    with reading(sample_store) as connection:
        return queries.assessments.assessments(connection, Filters(), LOCAL)


@pytest.fixture(scope="module")
def pictures(sample_store: Engine) -> pd.DataFrame:
    """One row per mission as the map shows it."""
    with reading(sample_store) as connection:
        return missions.missions(connection, Filters(as_of=AS_OF), LOCAL).set_index("mission_code")


def test_every_workbook_is_made_anew_to_the_last_byte(tmp_path):
    visit = inputs.visits().query("mission_code == 'UNMIK'").iloc[0]
    workbook.write_workbook(tmp_path / "anew.xlsx", generate.sheets_of(visit))
    kept = generate.FOLDER / f"UNMIK-{visit['round']}.xlsx"
    assert (tmp_path / "anew.xlsx").read_bytes() == kept.read_bytes()


def test_every_file_of_the_sample_is_in_the_manifest():
    manifest = pd.read_csv(generate.FOLDER / "manifest.csv")
    files = {path.name for path in generate.FOLDER.glob("*.*") if path.suffix in (".xlsx", ".csv")}
    assert set(manifest["file"]) == files - {"manifest.csv", "scenarios.csv"}


def test_the_programme_is_made_anew_to_the_last_byte(tmp_path):
    sheets = programme.sheets(generate.INVENTED)
    workbook.write_workbook(tmp_path / "anew.xlsx", sheets)
    kept = generate.FOLDER / generate.PROGRAMME
    assert (tmp_path / "anew.xlsx").read_bytes() == kept.read_bytes()


def test_the_programme_is_as_large_as_a_half_year_of_it():
    sheets = programme.sheets(generate.INVENTED)
    counts = {kind: len(rows) for kind, rows in sheets.items()}
    assert counts["visits"] == 6
    assert sheets["budget_lines"]["budgeted_usd"].sum() == 50_000
    assert counts["considerations"] == counts["guidance_documents"] * 13
    assert set(sheets["options"]["mission_code"]) == set(inputs.characters().index)
    assert counts["options"] >= 60
    assert set(sheets["option_gains"]["option_code"]) == set(sheets["options"]["option_code"])


def test_the_programme_of_the_sample_is_in_force(sample_store):
    with reading(sample_store) as connection:
        for kind, rows in programme.sheets(generate.INVENTED).items():
            held = queries.records.records(connection, kind, Filters(), LOCAL)
            assert len(held) == len(rows), kind
            assert held["illustrative"].all()


def test_all_of_it_says_that_it_is_invented(assessments):
    assert assessments["illustrative"].all()


def test_every_active_mission_was_assessed_twice_a_year_apart_and_one_draft_waits(assessments):
    rounds = assessments.query("kind == 'assessment' and state == 'approved'")
    published = rounds.groupby("mission_code")["published_on"].agg(["count", "min", "max"])
    assert len(published) == 11
    assert (published["count"] == 2).all()
    assert (published["max"] - published["min"]).dt.days.between(360, 370).all()
    assert len(assessments.query("state == 'draft'")) == 1


def test_there_are_seventy_sites_or_more_in_places_on_the_globe(sample_store):
    with reading(sample_store) as connection:
        sites = queries.sites.site_profiles(connection, Filters(as_of=AS_OF), LOCAL)
    assert len(sites) >= 70
    assert sites["latitude"].between(-90, 90).all()
    assert sites.groupby("mission_code")["unpol_served"].sum()["MINUSCA"] <= 2_999


def test_measurements_span_eighteen_months(sample_store):
    with reading(sample_store) as connection:
        months = queries.connectivity.monthly_measurements(connection, Filters(as_of=AS_OF), LOCAL)
    assert months["month"].nunique() == 18


def test_missions_differ_and_two_have_too_little_evidence(pictures):
    unknown = set(pictures.index[pictures["gap_points"].isna()])
    assert unknown == WITHOUT_FIGURE
    known = pictures["gap_points"].dropna()
    assert known.nunique() >= 7
    assert {"met", "minor", "moderate", "large"} <= set(pictures["gap_class"])


def test_some_missions_got_better_and_some_worse(pictures):
    changes = pictures["change_points"].dropna()
    assert (changes > 2).any()
    assert (changes < -2).any()
