"""Files of several missions."""

import io
from datetime import date

import openpyxl
import pytest
from sqlalchemy import select

from unpol_data.access import LOCAL
from unpol_data.ingest.several import import_missions
from unpol_data.store import open_store, reading
from unpol_data.store.tables import Assessment, ThreatRating


@pytest.fixture
def index() -> bytes:
    """A workbook in the shape of the Organized Crime Index; its scores are invented."""
    book = openpyxl.Workbook()
    book.active.append(["The index is a tool"])
    sheet = book.create_sheet("2023_dataset")
    sheet.append(["Country", "Human trafficking,", "Arms trafficking,", "Heroin trade,"])
    sheet.append(["South Sudan", 7.5, 9, 1])
    sheet.append(["Congo, Dem. Rep.", 6.5, 10, 2])
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


@pytest.fixture
def engine():
    """An empty store in memory."""
    engine = open_store("sqlite://")
    yield engine
    engine.dispose()


@pytest.fixture
def brought(engine, index, limits):
    """The reports of the index brought in for the chosen missions."""
    given = {"engine": engine, "viewer": LOCAL, "settings": limits, "today": date(2026, 4, 1)}
    return lambda *missions: import_missions(index, "index.xlsx", missions=missions, **given)


def test_each_mission_the_index_covers_gets_a_draft_of_its_own(brought, engine):
    assert [report.mission_code for report in brought()] == ["UNMISS", "MONUSCO"]
    with reading(engine) as connection:
        kinds = connection.execute(select(Assessment.kind, Assessment.state)).all()
        levels = dict(
            connection.execute(
                select(ThreatRating.threat_code, ThreatRating.level_now).where(
                    ThreatRating.mission_code == "UNMISS"
                )
            ).all()
        )
    assert kinds == [("threats", "draft")] * 2
    # 4 x (7.5 - 1)/9, not rounded to a level.
    assert levels["human_trafficking"] == pytest.approx(26 / 9, abs=1e-12)


def test_only_the_chosen_missions_are_read(brought):
    assert [report.mission_code for report in brought("MONUSCO")] == ["MONUSCO"]
    (refused,) = brought("MINURSO")
    assert "no row for Western Sahara" in refused.refusal


def test_a_file_of_one_mission_has_one_report(engine, limits):
    table = b"threat_code,level_now,rated_on,source\nieds,3,2026-03-02,JMAC\n"
    given = {"engine": engine, "viewer": LOCAL, "settings": limits, "today": date(2026, 4, 1)}
    (report,) = import_missions(table, "ratings.csv", missions=["UNMISS"], **given)
    assert report.assessment_id == 1
