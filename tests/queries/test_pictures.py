"""Each frame of stored figures: what one row is, and what the filters do to it."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from unpol_data import reference
from unpol_data.filters import Filters
from unpol_data.queries import connectivity, equipment, evidence, gaps, sites, threats
from unpol_data.store import reading

SITES = ("UNMISS-BOR", "UNMISS-JUBA")
VIEWS = [
    {"side": s, "horizon": h} for s, h in product(("unpol", "host_state"), ("today", "emerging"))
]
AREAS = [{"area_code": area} for area in ("cyber", "power")]
DIMENSIONS = [{"dimension_code": dimension} for dimension in ("personnel", "software")]
EACH_SITE = [{"site_code": site} for site in SITES]
HORIZONS = [{"horizon": horizon} for horizon in ("today", "emerging")]
SIDES = [{"side": side} for side in ("unpol", "host_state")]
COUNTS = {"required": 2, "held": 1, "serviceable": 1, "never_held": 1, "unserviceable": 0}
COUNTS |= {"short": 1}
SITE = {"name": "a site", "site_kind": "team_site", "closed": False}
MEASURES = [{"measure": measure} for measure in ("uplink_mbps", "latency_ms")]
MONTH = {"month": date(2026, 2, 1), "mean_value": 2, "measurement_count": 4}


def _equipment() -> list[dict]:
    catalogue = reference.table("equipment")
    codes = [
        catalogue.loc[catalogue["area_code"] == area, "equipment_code"].iloc[0]
        for area in ("communications", "power")
    ]
    return [{"equipment_code": code} | COUNTS for code in codes]


def _crossed(*lists: list[dict]) -> list[dict]:
    """Every combination of one row of each list."""
    rows = []
    for parts in product(*lists):
        row = {"clearance": 2}
        for part in parts:
            row |= part
        rows.append(row)
    return rows


FRAMES = {
    gaps.mission_gaps: lambda: _crossed(VIEWS, AREAS, [{"sites_scored": 1, "sites_total": 2}]),
    gaps.mission_dimension_gaps: lambda: _crossed(VIEWS, AREAS, DIMENSIONS),
    gaps.site_gaps: lambda: _crossed(VIEWS, EACH_SITE, AREAS),
    gaps.site_dimension_gaps: lambda: _crossed(VIEWS, EACH_SITE, AREAS, DIMENSIONS),
    connectivity.site_connectivity: lambda: _crossed(HORIZONS, EACH_SITE),
    connectivity.site_measures: lambda: _crossed(HORIZONS, EACH_SITE, MEASURES),
    connectivity.monthly_measurements: lambda: _crossed(EACH_SITE, MEASURES, [MONTH]),
    equipment.site_equipment: lambda: _crossed(SIDES, EACH_SITE, _equipment()),
    equipment.mission_equipment: lambda: _crossed(SIDES, _equipment(), [{"sites_short": 1}]),
    threats.mission_threats: lambda: _crossed(
        [{"threat_code": code} for code in ("ieds", "heroin")]
    ),
    sites.site_profiles: lambda: _crossed(EACH_SITE, [SITE]),
    evidence.evidence_counts: lambda: _crossed(
        SIDES, AREAS, DIMENSIONS, [{"state": "unknown", "answer_count": 2}]
    ),
}
READS = pytest.mark.parametrize("read", FRAMES, ids=lambda read: read.__name__)


@pytest.fixture
def filled(store, record, tell):
    """A function that stores the rows of one frame."""
    record(facts={"site_facts": [SITE | one for one in EACH_SITE]})

    def fill(read) -> None:
        tell(read.__name__, FRAMES[read]())

    return fill


def _rows(store, read, chosen, viewer, **more):
    with reading(store) as connection:
        return read(connection, chosen, viewer, **more)


@READS
def test_rows_are_those_of_the_chosen_side_and_horizon(store, filled, chosen, viewer, read):
    filled(read)
    for side, horizon in product(("unpol", "host_state"), ("today", "emerging")):
        rows = _rows(store, read, chosen(side=side, horizon=horizon), viewer())
        kept = [
            row
            for row in FRAMES[read]()
            if row.get("side", side) == side and row.get("horizon", horizon) == horizon
        ]
        assert len(rows) == len(kept) > 0
        assert not rows.duplicated(list(set(kept[0]) - {"clearance"})).any()


@READS
def test_the_area_filter_keeps_what_belongs_to_the_area(store, filled, chosen, viewer, read):
    filled(read)
    rows = _rows(store, read, chosen(areas=("power",)), viewer())
    if "area_code" in rows:
        assert set(rows["area_code"]) == {"power"}
    if "equipment_code" in rows:
        assert set(rows["equipment_code"]) == {_equipment()[1]["equipment_code"]}
    assert len(rows) > 0


@READS
def test_the_dimension_filter_selects_rows_of_dimensions_only(store, filled, chosen, viewer, read):
    filled(read)
    everything = _rows(store, read, chosen(), viewer())
    shown = _rows(store, read, chosen(dimensions=("software",)), viewer())
    if "dimension_code" in everything:
        assert set(shown["dimension_code"]) == {"software"}
        everything = everything[everything["dimension_code"] == "software"].reset_index(drop=True)
    assert shown.equals(everything)


@READS
def test_nothing_is_read_above_the_clearance_or_outside_the_missions(
    store, filled, chosen, viewer, read
):
    filled(read)
    assert _rows(store, read, chosen(), viewer(clearance=1)).empty
    assert _rows(store, read, chosen(), viewer("MINUSCA")).empty


@READS
def test_an_empty_store_gives_an_empty_frame_with_the_same_columns(
    store, filled, chosen, viewer, read
):
    empty = _rows(store, read, chosen(), viewer())
    filled(read)
    full = _rows(store, read, chosen(), viewer())
    assert empty.empty
    assert list(empty.columns) == list(full.columns)
    assert full.columns[0] == "mission_code"


@READS
def test_earlier_dates_and_revisions_can_be_asked_for(store, filled, chosen, viewer, read):
    filled(read)
    assert _rows(store, read, chosen(), viewer(), on={"UNMISS": date(2026, 2, 28)}).empty
    assert _rows(store, read, chosen(), viewer(), revision=1).empty


def test_the_threat_filter_keeps_the_chosen_threats(store, filled, chosen, viewer):
    filled(threats.mission_threats)
    rows = _rows(store, threats.mission_threats, chosen(threats=("heroin",)), viewer())
    assert list(rows["threat_code"]) == ["heroin"]


def test_answers_are_added_up_by_what_is_asked_for(sample_store, viewer):
    chosen = Filters(as_of=date(2026, 3, 31), areas=("power", "cyber"), dimensions=("software",))
    by = ["mission_code", "state", "evidence_grade"]
    every = replace(chosen, dimensions=())
    with reading(sample_store) as connection:
        rows = evidence.evidence_counts(connection, every, viewer())
        sums = evidence.answer_counts(connection, chosen, viewer(), by=by[1:])
    expected = rows.groupby(by, dropna=False)["answer_count"].sum()
    assert sums.set_index(by)["answer_count"].sort_index().tolist() == expected.tolist()
    assert sums["answer_count"].dtype == "int64"
    assert list(sums.columns) == [*by, "answer_count"]
