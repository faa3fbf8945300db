"""The workbook of one mission, with its sites and a line for all that is asked there."""

import io
from datetime import date

import openpyxl
import pandas as pd
import pytest

from unpol_data import reference
from unpol_data.access import LOCAL
from unpol_data.exports import template
from unpol_data.exports.template_mission import Mission
from unpol_data.filters import Filters
from unpol_data.ingest.importing import import_file
from unpol_data.queries import held
from unpol_data.settings import settings
from unpol_data.store import open_store, reading
from unpol_data.views import mission_sites

TODAY = date(2026, 4, 1)
ASSESSED = {
    "round_label": "Apr 2026",
    "assessed_from": TODAY,
    "assessed_to": TODAY,
    "modality": "remote",
    "source": "Assessment team",
    "illustrative": "yes",
}


@pytest.fixture(scope="module")
def mission(sample_store) -> Mission:
    chosen = Filters(missions=("UNMISS",), as_of=TODAY)
    with reading(sample_store) as connection:
        return Mission(
            "UNMISS",
            mission_sites.open_sites(connection, chosen, LOCAL),
            mission_sites.equipment_lines(connection, chosen, LOCAL),
        )


@pytest.fixture
def book(mission) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(template.workbook(mission=mission)))


@pytest.fixture
def store(sample_copy):
    engine = open_store(f"sqlite:///{sample_copy}")
    yield engine
    engine.dispose()


def put(book: openpyxl.Workbook, sheet: str, row: int, **cells: object) -> None:
    """Fill cells of one row by their heading."""
    places = {cell.value: cell.column for cell in book[sheet][1]}
    for column, value in cells.items():
        book[sheet].cell(row=row, column=places[column], value=value)


def imported(book: openpyxl.Workbook, store, *, dry_run: bool = False):
    content = io.BytesIO()
    book.save(content)
    return import_file(
        content.getvalue(),
        "unmiss.xlsx",
        engine=store,
        viewer=LOCAL,
        settings=settings(),
        today=TODAY,
        dry_run=dry_run,
    )


def lines(book: openpyxl.Workbook, sheet: str) -> pd.DataFrame:
    headings, *rows = book[sheet].iter_rows(values_only=True)
    return pd.DataFrame(rows, columns=headings)


def test_the_sites_stand_there_as_last_approved(book, mission):
    sites = lines(book, "sites")
    assert list(sites["site_code"]) == list(mission.sites["site_code"])
    assert list(sites["unpol_served"]) == list(mission.sites["unpol_served"])
    assert set(sites["closed"]) == {"no"}


def test_every_question_asked_at_each_site_has_a_line_with_its_words(book, mission):
    answers = lines(book, "answers")
    required = reference.table("requirements")
    for site in mission.sites.itertuples():
        asked = required[required["site_kind"] == site.site_kind]
        of_site = answers[answers["site_code"] == site.site_code]
        assert set(zip(of_site["item_code"], of_site["side"], strict=True)) == set(
            zip(asked["item_code"], asked["side"], strict=True)
        )
    questions = reference.table("framework").set_index("item_code")["question"]
    assert list(answers["question"]) == list(answers["item_code"].map(questions))
    assert answers["state"].isna().all()


def test_equipment_and_links_have_their_lines(book, mission):
    equipment, links = lines(book, "equipment"), lines(book, "connectivity")
    assert set(equipment["site_code"]) == set(links["site_code"])
    assert len(equipment) >= len(mission.equipment) > 0
    assert equipment["held"].isna().all()
    assert list(links["site_name"]) == list(mission.sites["name"])


def test_the_same_mission_gives_the_same_file(mission):
    assert template.workbook(mission=mission) == template.workbook(mission=mission)


def test_left_as_it_is_only_the_visit_is_missing(book, store):
    report = imported(book, store)
    assert report.refused
    assert {(one.sheet, one.row) for one in report.problems} == {("assessment", 2)}
    assert {one.column for one in report.problems} == {
        *("round_label", "assessed_from", "assessed_to", "modality", "source")
    }


def test_with_the_visit_alone_nothing_is_said_but_the_sites(book, store, mission):
    put(book, "assessment", 2, **ASSESSED)
    report = imported(book, store, dry_run=True)
    assert not report.refused
    counts = {sheet: count for sheet, count in report.fine_rows.items() if count}
    assert counts == {"assessment": 1, "sites": len(mission.sites)}


def test_only_what_was_filled_in_comes_back(book, store):
    put(book, "assessment", 2, **ASSESSED)
    put(book, "answers", 3, state="unknown")
    put(book, "connectivity", 2, measured_on=TODAY, downlink_mbps=4.5)
    put(book, "equipment", 2, required=10, held=8, serviceable=5)
    put(book, "equipment", 2, evidence_grade="inspected", counted_on=TODAY)
    report = imported(book, store)
    assert not report.refused, report.problems
    counts = {sheet: count for sheet, count in report.fine_rows.items() if count}
    assert (counts["answers"], counts["connectivity"], counts["equipment"]) == (1, 1, 1)
    with reading(store) as connection:
        assert "UNMISS" in set(held.sites(connection, LOCAL)["mission_code"])


def test_a_prepared_line_filled_in_by_half_is_told_with_its_row(book, store):
    put(book, "assessment", 2, **ASSESSED)
    put(book, "answers", 5, value=3)
    report = imported(book, store)
    problem = next(one for one in report.problems if one.severity == "error")
    assert (problem.sheet, problem.row, problem.column) == ("answers", 5, "state")


def test_a_mission_without_sites_has_a_blank_list(mission):
    nothing = Mission("UNTMIS", mission.sites.iloc[:0], mission.equipment.iloc[:0])
    book = openpyxl.load_workbook(io.BytesIO(template.workbook(mission=nothing)))
    assert book["assessment"]["A2"].value == "UNTMIS"
    assert lines(book, "answers").empty
