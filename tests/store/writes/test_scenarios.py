"""Weights are saved in versions; nothing of an earlier one is lost."""

import pytest
from sqlalchemy import select

from unpol_data.store import StoreError, reading
from unpol_data.store.tables import AuditEntry, SavedScenario
from unpol_data.store.writes import retire_scenario, save_scenario

WEIGHTS = {"threat": 70, "mandate": 20, "exposure": 10}
OTHERS = {"threat": 60, "mandate": 30, "exposure": 10}


def save(engine, percentages=WEIGHTS, **more):
    said = {"name": "Threat first", "note": "", "account": "ada"} | more
    return save_scenario(engine, "threat-first", percentages=percentages, **said)


def rows(engine, table):
    with reading(engine) as connection:
        return [dict(row) for row in connection.execute(select(table.__table__)).mappings()]


def test_weights_under_a_new_name_are_version_1(engine):
    assert save(engine).version == 1
    kept = rows(engine, SavedScenario)[0]
    assert (kept["threat_pct"], kept["state"], kept["recorded_by"]) == (70, "in_use", "ada")


def test_other_weights_under_the_name_are_the_next_version_and_the_first_stays(engine):
    save(engine)
    assert save(engine, OTHERS).version == 2
    assert [row["threat_pct"] for row in rows(engine, SavedScenario)] == [70, 60]
    audit = rows(engine, AuditEntry)[1]
    assert audit["before"]["threat_pct"] == 70
    assert (audit["after"]["threat_pct"], audit["after"]["version"]) == (60, 2)


def test_the_same_again_changes_nothing_and_says_so(engine):
    save(engine)
    again = save(engine)
    assert (again.version, again.already_known) == (1, True)
    assert len(rows(engine, AuditEntry)) == 1


def test_retiring_adds_a_version_with_the_same_weights(engine):
    save(engine)
    assert retire_scenario(engine, "threat-first", account="ada").version == 2
    newest = rows(engine, SavedScenario)[1]
    assert (newest["state"], newest["threat_pct"]) == ("retired", 70)
    assert retire_scenario(engine, "threat-first", account="ada").already_known


def test_a_retired_name_may_be_saved_again(engine):
    save(engine)
    retire_scenario(engine, "threat-first", account="ada")
    assert save(engine).version == 3


def test_what_was_never_saved_cannot_be_retired(engine):
    with pytest.raises(StoreError, match="no scenario 'threat-first'"):
        retire_scenario(engine, "threat-first", account="ada")
