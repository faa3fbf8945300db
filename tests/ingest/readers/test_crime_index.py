"""The workbook of the Global Organized Crime Index; the countries' scores here are invented."""

from datetime import date

import pytest

from unpol_data import reference
from unpol_data.ingest.readers import crime_index
from unpol_data.ingest.refusal import Refused, SeveralMissions

SHEETS = {
    "About": "The index is a tool\nScores go from 1 to 10",
    "2021_dataset": "Continent|Country|Human trafficking,|Arms trafficking,|Heroin,\n"
    "Africa|Congo, Dem, Rep,|6|8|2",
    "2023_dataset": "Continent|Country|Criminality avg,|Human trafficking,|Arms trafficking,"
    "|Heroin trade,|Cyber-dependent crimes,|Financial crimes,\n"
    "Africa|Congo, Dem. Rep.|7.1|6.5|10|1|3|8\n"
    "Africa|South Sudan|6.1|7,5|x||1|11",
}


@pytest.fixture
def index(workbook):
    return workbook(SHEETS)


def test_it_is_known_by_its_countries_and_markets(index, table):
    assert crime_index.recognises(index)
    assert not crime_index.recognises(table("Country|Human trafficking\nMali|4"))


def test_severities_of_the_newest_edition_are_kept_between_the_levels(index, asked, told):
    found = crime_index.read(index, asked(mission="MONUSCO"))
    rows = found.tables["threats"].set_index("threat_code")
    # 4 x (6.5 - 1)/9 = 2.444...
    assert rows.at["human_trafficking", "level_now"] == pytest.approx(22 / 9)
    assert rows.at["arms_trafficking", "level_now"] == 4
    assert rows.at["heroin", "level_now"] == 0
    assert set(rows["source"]) == {"Global Organized Crime Index 2023"}
    assert set(rows["rated_on"]) == {date(2023, 9, 26)}
    assert {one.severity for one in told(found, "MONUSCO")} == {"warning"}


def test_what_the_index_does_not_hold_is_said(index, asked):
    notes = {one.rule: one.words for one in crime_index.read(index, asked(mission="UNMISS")).notes}
    for name in ("Western Sahara (MINURSO)", "Abyei", "Kosovo"):
        assert name in notes["absent_from_index"]
    assert "Cattle raiding" in notes["not_rated_by_index"]
    assert notes["one_edition"] == (
        "the edition of 2023 was read, the newest; the file also holds 2021: say if that is wanted"
    )


def test_an_earlier_edition_is_read_where_it_is_asked_for(index, asked, told):
    found = crime_index.read(index, asked(mission="MONUSCO", edition=2021))
    rows = found.tables["threats"].set_index("threat_code")
    # 4 x (6 - 1)/9 = 2.222...; heroin 2 of 10 is 4/9.
    assert rows.at["human_trafficking", "level_now"] == pytest.approx(20 / 9)
    assert rows.at["heroin", "level_now"] == pytest.approx(4 / 9)
    assert set(rows["source"]) == {"Global Organized Crime Index 2021"}
    assert set(rows["rated_on"]) == {date(2021, 9, 28)}
    assert found.editions == (2023, 2021)
    words = " ".join(one.words for one in told(found, "MONUSCO"))
    assert "the edition of 2021 was read; the file also holds 2023" in words


def test_an_edition_the_file_does_not_hold_is_refused_with_those_it_does(index, asked):
    with pytest.raises(Refused, match="no edition 2025 of the .*; it holds 2023, 2021"):
        crime_index.read(index, asked(mission="MONUSCO", edition=2025))


def test_a_score_that_cannot_be_is_told_at_its_country_and_market(index, asked, told):
    problems = [
        one
        for one in told(crime_index.read(index, asked(mission="UNMISS")))
        if one.severity == "error"
    ]
    places = [(one.sheet, one.row, one.column) for one in problems]
    assert places == [
        ("2023_dataset", 3, "Arms trafficking,"),
        ("2023_dataset", 3, "Financial crimes,"),
    ]
    assert problems[0].expected == "a score from 1 to 10"


def test_a_market_without_a_score_is_not_rated(index, asked):
    codes = crime_index.read(index, asked(mission="UNMISS")).tables["threats"]["threat_code"]
    assert "heroin" not in set(codes)


def test_the_mission_is_to_be_chosen_among_those_it_covers(index, asked):
    with pytest.raises(SeveralMissions) as several:
        crime_index.read(index, asked())
    assert several.value.missions == ("UNMISS", "MONUSCO")
    assert several.value.asks["editions"] == (2023, 2021)


def test_a_mission_whose_host_is_not_in_it_is_told_so(index, asked):
    with pytest.raises(Refused, match="no row for Western Sahara"):
        crime_index.read(index, asked(mission="MINURSO"))
    with pytest.raises(Refused, match="it holds threats, not sites"):
        crime_index.read(index, asked(mission="UNMISS", kind="sites"))


def test_an_edition_nobody_knows_is_refused(workbook, asked):
    raw = workbook({"Data": SHEETS["2023_dataset"]})
    with pytest.raises(Refused, match="which edition"):
        crime_index.read(raw, asked(mission="UNMISS"))


def test_every_market_makes_a_threat_and_says_why():
    rows = reference.table("index_markets")
    assert set(rows["threat_code"]) <= set(reference.codes("threats"))
    assert rows["reason"].str.len().min() > 20
