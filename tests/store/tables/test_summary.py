"""The rules that every summary makes, and those of each."""

from datetime import date

import pytest

from unpol_data.store import tables

TIMES = {
    "mission_code": "UNMISS",
    "clearance": 0,
    "from_on": date(2026, 3, 1),
    "to_on": None,
    "revision_from": 1,
    "revision_to": None,
}
VIEW = {"side": "unpol", "horizon": "today"}
GAP = {"area_code": "cyber", "gap": 0.4, "gap_low": 0.3, "gap_high": 0.5}
GAP |= {"coverage_share": 0.8, "confidence": 0.7}
SITE = {"site_code": "UNMISS-BOR"}
COUNTS = {"required": 20, "held": 12, "serviceable": 9, "never_held": 8, "unserviceable": 3}
COUNTS |= {"side": "unpol", "equipment_code": "vhf_handset", "short": 11, "cost_to_close_usd": 1.0}
GOOD = {
    tables.SiteDimensionGap: VIEW | GAP | SITE | {"dimension_code": "software"},
    tables.SiteGap: VIEW | GAP | SITE | {"served": 40},
    tables.MissionDimensionGap: VIEW | GAP | {"dimension_code": "software"},
    tables.MissionGap: VIEW | GAP | {"sites_scored": 2, "sites_total": 3, "exposure_share": 0.1},
    tables.SiteConnectivity: SITE | {"horizon": "today", "gap": 0.2, "served": 40},
    tables.SiteMeasure: SITE | {"horizon": "today", "measure": "uplink_mbps", "value": 2.0},
    tables.MonthlyMeasurement: SITE
    | {
        "measure": "uplink_mbps",
        "month": date(2026, 2, 1),
        "mean_value": 2.0,
        "measurement_count": 4,
    },
    tables.SiteEquipment: SITE | COUNTS,
    tables.MissionEquipment: COUNTS | {"sites_short": 1},
    tables.MissionThreat: {"threat_code": "ieds", "severity_now": 0.75},
    tables.SiteProfile: SITE | {"name": "Bor", "site_kind": "team_site", "closed": False},
    tables.EvidenceCount: {
        "side": "unpol",
        "area_code": "cyber",
        "dimension_code": "software",
        "state": "unknown",
        "answer_count": 2,
    },
    tables.GapDraws: VIEW
    | {"area_code": "cyber", "seed": 1, "draw_count": 2, "gap_draws": b"1", "exposure_draws": b"2"},
    tables.Signal: {
        "rule_code": "gap_rise",
        "side": "any",
        "horizon": "any",
        "subject": "cyber",
        "raised_on": date(2026, 2, 1),
        "holds": True,
        "value": 55.0,
    },
}
ALL = [
    ({"from_on": date(2026, 3, 1), "to_on": date(2026, 3, 1)}, "period_in_order"),
    ({"revision_from": 2, "revision_to": 2}, "revisions_in_order"),
    ({"clearance": 3}, "clearance_in_range"),
]
GAPS = [
    ({"gap": 1.1}, "gap_in_range"),
    ({"gap_low": 0.6}, "gap_bounds_in_order"),
    ({"gap_high": 1.2}, "gap_bounds_in_order"),
    ({"coverage_share": -0.1}, "coverage_share_in_range"),
    ({"confidence": 1.1}, "confidence_in_range"),
    ({"side": "both"}, "known_side"),
    ({"horizon": "later"}, "known_horizon"),
]
HOLDINGS = [
    ({"short": 10}, "short_adds_up"),
    ({"serviceable": 13}, "serviceable_within_held"),
    ({"required": -1}, "counts_not_negative"),
    ({"cost_to_close_usd": -1.0}, "cost_not_negative"),
    ({"side": "both"}, "known_side"),
]
PLACES = [
    ({"latitude": 91.0, "longitude": 0.0}, "latitude_in_range"),
    ({"latitude": 9.0, "longitude": 190.0}, "longitude_in_range"),
    ({"latitude": 9.0}, "place_complete"),
    ({"users": -1}, "people_not_negative"),
]
OWN = {
    tables.SiteDimensionGap: GAPS,
    tables.SiteGap: [
        *GAPS,
        ({"gap_arithmetic": 2.0}, "gap_arithmetic_in_range"),
        ({"gap_harmonic": 2.0}, "gap_harmonic_in_range"),
        ({"served": -1}, "served_not_negative"),
    ],
    tables.MissionDimensionGap: GAPS,
    tables.MissionGap: [
        *GAPS,
        ({"exposure_share": 1.1}, "exposure_share_in_range"),
        ({"served": -1}, "served_not_negative"),
        ({"sites_scored": 4}, "sites_scored_of_total"),
    ],
    tables.SiteConnectivity: [
        ({"gap": 1.1}, "gap_in_range"),
        ({"served": -1}, "served_not_negative"),
        ({"horizon": "later"}, "known_horizon"),
    ],
    tables.SiteMeasure: [
        ({"attainment": 1.1}, "attainment_in_range"),
        ({"value": -1.0}, "value_in_range"),
        ({"horizon": "later"}, "known_horizon"),
    ],
    tables.MonthlyMeasurement: [
        ({"mean_value": -1.0}, "value_in_range"),
        ({"measurement_count": -1}, "count_not_negative"),
    ],
    tables.SiteEquipment: HOLDINGS,
    tables.MissionEquipment: [*HOLDINGS, ({"sites_short": -1}, "sites_not_negative")],
    tables.MissionThreat: [
        ({"severity_now": 1.1}, "severity_now_in_range"),
        ({"severity_emerging": 1.1}, "severity_emerging_in_range"),
    ],
    tables.SiteProfile: PLACES,
    tables.EvidenceCount: [
        ({"side": "both"}, "known_side"),
        ({"state": "maybe"}, "known_state"),
        ({"answer_count": -1}, "count_not_negative"),
    ],
    tables.GapDraws: [
        ({"draw_count": 0}, "draws_counted"),
        ({"side": "both"}, "known_side"),
        ({"horizon": "later"}, "known_horizon"),
    ],
    tables.Signal: [
        ({"side": "both"}, "known_side"),
        ({"horizon": "later"}, "known_horizon"),
        ({"gap_points": 101.0}, "gap_points_in_range"),
        ({"counted": -1}, "figures_not_negative"),
        ({"holds": False, "raised_on": date(2026, 3, 1)}, "resolved_after_raised"),
    ],
}
BROKEN = [
    (table, changed, rule) for table in tables.SUMMARIES for changed, rule in [*ALL, *OWN[table]]
]


@pytest.mark.parametrize("table", tables.SUMMARIES, ids=lambda table: table.__tablename__)
def test_a_sound_figure_is_kept(keep, table):
    keep(table, TIMES | GOOD[table])


@pytest.mark.parametrize(("table", "changed", "rule"), BROKEN)
def test_a_figure_that_breaks_a_rule_is_refused_by_name(refused, table, changed, rule):
    assert f"the rule {rule};" in refused(table, TIMES | GOOD[table] | changed)


def test_every_check_of_every_summary_is_broken_by_a_test():
    for table in tables.SUMMARIES:
        named = {rule for _, rule in [*ALL, *OWN[table]]}
        checks = {
            str(rule.name)
            for rule in table.__table__.constraints
            if rule.__visit_name__ == "check_constraint"
        }
        assert checks <= named, table.__tablename__


def test_a_figure_is_told_once_in_a_revision(keep, refused):
    row = TIMES | GOOD[tables.MissionThreat]
    keep(tables.MissionThreat, row)
    said = refused(tables.MissionThreat, row)
    assert "mission_threats.threat_code" in said or "pk_mission_threats" in said
