"""A mapping is told once, and used for the next table with the same headings."""

from dataclasses import replace
from datetime import date

import pytest

from unpol_data.access import LOCAL, NotPermitted
from unpol_data.ingest import mappings_kept
from unpol_data.ingest.importing import import_file
from unpol_data.ingest.mapping import said_by_person
from unpol_data.ingest.read import Asked, Read
from unpol_data.store import open_store, reading

TODAY = date(2026, 4, 1)
TABLE = "Place;Date of test;Download (kbit/s);Ping\nJuba;14/03/2026;12,300;640\n"
SAID = said_by_person(
    "measurements",
    [
        "Place=site_code",
        "Date of test=measured_on",
        "Download (kbit/s)=downlink_mbps:kbit/s",
        "Ping=latency_ms",
    ],
    [],
).as_plain()
SITES = (
    "site_code,name,site_kind,unpol_served,users,latitude,longitude\n"
    "UNMISS-JUBA,Juba,mission_hq,200,900,4.852,31.582\n"
)


@pytest.fixture
def engine():
    """A store in memory that knows one site."""
    engine = open_store("sqlite://")
    yield engine
    engine.dispose()


@pytest.fixture
def brought(engine, limits):
    """The report of a table brought in."""
    given = {"engine": engine, "viewer": LOCAL, "settings": limits, "today": TODAY}

    def report(text: str = TABLE, **more):
        return import_file(text.encode(), "links.csv", **{**given, **more})

    report(SITES)
    return report


def test_a_table_of_others_is_asked_about_then_kept_then_known(brought):
    asked = brought()
    assert asked.refused
    assert asked.to_map["columns"]["Date of test"] == ["measured_on", ""]
    kept = brought(mapping=SAID)
    assert kept.summary.startswith("links.csv was imported as assessment 2 of UNMISS (draft): 1 ro")
    again = brought(TABLE.replace("14/03", "15/03"))
    assert not again.refused
    assert any("mapping used again" in one.words for one in again.warnings)


def test_a_dry_run_remembers_nothing(brought, engine):
    assert not brought(mapping=SAID, dry_run=True).refused
    with reading(engine) as connection:
        assert mappings_kept.known(connection, LOCAL) == {}


def test_a_refused_table_remembers_nothing(brought):
    assert brought(TABLE.replace("Juba", "Nowhere"), mapping=SAID, mission="UNMISS").errors
    assert brought().to_map


def test_a_mapping_that_is_none_is_refused(brought):
    assert "not a kind of table" in brought(mapping={**SAID, "kind": "assessment"}).refusal


def test_who_may_not_record_may_not_teach_a_mapping(engine):
    reader = replace(LOCAL, roles=frozenset({"viewer"}))
    told = said_by_person("sites", ["Place=name"], [])
    found = Read("sites", {}, "x", headings=("Place",))
    with pytest.raises(NotPermitted):
        mappings_kept.remember(engine, Asked(TODAY, mapping=told), found, reader)
