"""What did the count or rating say that was replaced by the one that counts now?"""

from datetime import date

import pandas as pd

from unpol_data.queries import earlier
from unpol_data.store import reading

FIRST, SECOND, THIRD = date(2025, 1, 1), date(2025, 6, 1), date(2026, 1, 1)


def rated(level: int, on: date, threat: str = "extortion") -> dict:
    rows = {"threat_code": [threat], "level_now": [level], "level_emerging": [4]}
    return {"threat_ratings": pd.DataFrame(rows | {"rated_on": [on], "source": ["test"]})}


def levels(store, on: date, *, clearance: int = 2) -> dict:
    """The level now and before of each threat rated."""
    with reading(store) as connection:
        rows = earlier.threat_ratings(connection, "UNMISS", on=on, clearance=clearance)
    pairs = zip(rows["level_now"], rows["level_now_before"], strict=True)
    return dict(zip(rows["threat_code"], pairs, strict=True))


def test_the_newest_two_ratings_are_compared_each_threat_for_itself(record, store):
    record(published_on=FIRST, facts=rated(1, FIRST))
    record(published_on=SECOND, facts=rated(2, SECOND))
    record(published_on=THIRD, facts=rated(3, THIRD, threat="ieds"))
    assert levels(store, THIRD)["extortion"] == (2, 1)
    now, before = levels(store, THIRD)["ieds"]
    assert now == 3
    assert pd.isna(before)


def test_on_an_earlier_day_the_ratings_of_then_are_compared(record, store):
    record(published_on=FIRST, facts=rated(1, FIRST))
    record(published_on=SECOND, facts=rated(2, SECOND))
    record(published_on=THIRD, facts=rated(3, THIRD))
    assert levels(store, SECOND)["extortion"] == (2, 1)
    assert levels(store, date(2024, 1, 1)) == {}


def test_a_rating_one_may_not_see_is_neither_the_newest_nor_the_one_before(record, store):
    record(published_on=FIRST, facts=rated(1, FIRST))
    record(published_on=SECOND, facts=rated(4, SECOND), sensitivity=2)
    record(published_on=THIRD, facts=rated(2, THIRD))
    assert levels(store, THIRD, clearance=1)["extortion"] == (2, 1)
    assert levels(store, THIRD, clearance=2)["extortion"] == (2, 4)


def test_equipment_comes_with_the_count_before(record, store):
    for serviceable, on in ((9, FIRST), (4, SECOND)):
        line = {"site_code": ["UNMISS-BOR"], "side": ["unpol"], "equipment_code": ["vhf_handheld"]}
        counts = {"required": [10], "held": [10], "serviceable": [serviceable]}
        site = {"site_code": ["UNMISS-BOR"], "name": ["Bor"], "site_kind": ["team_site"]}
        sites = pd.DataFrame(site | {"closed": [False]})
        lines = pd.DataFrame(line | counts | {"counted_on": [on]})
        record(published_on=on, facts={"site_facts": sites, "equipment_lines": lines})
    with reading(store) as connection:
        row = earlier.equipment_counts(connection, "UNMISS", on=SECOND, clearance=2).iloc[0]
    assert (row["serviceable"], row["serviceable_before"]) == (4, 9)
    assert (row["counted_on"], row["counted_before"]) == (
        pd.Timestamp(SECOND),
        pd.Timestamp(FIRST),
    )
