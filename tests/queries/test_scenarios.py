"""Which saved weights links may name."""

import pytest

from unpol_data.access import LOCAL, NotPermitted, Viewer
from unpol_data.queries import scenarios
from unpol_data.store import reading
from unpol_data.store.writes import retire_scenario, save_scenario


def known(store):
    with reading(store) as connection:
        return scenarios.by_code(scenarios.scenarios(connection, LOCAL))


def save(store, threat):
    weights = {"threat": threat, "mandate": 90 - threat, "exposure": 10}
    save_scenario(
        store, "threat-first", name="Threat first", note="", percentages=weights, account="ada"
    )


def test_each_version_is_known_and_the_newest_by_the_bare_code(store):
    save(store, 60)
    save(store, 70)
    found = known(store)
    assert set(found) == {"threat-first", "threat-first.1", "threat-first.2"}
    assert found["threat-first"].threat == 70
    assert found["threat-first.1"].threat == 60


def test_retired_weights_are_known_by_their_versions_only(store):
    save(store, 60)
    retire_scenario(store, "threat-first", account="ada")
    assert set(known(store)) == {"threat-first.1", "threat-first.2"}


def test_nothing_saved_is_nothing_known(store):
    assert known(store) == {}


def test_who_may_not_read_reads_no_weights(store):
    nobody = Viewer("eve", None, 0, frozenset())
    with reading(store) as connection, pytest.raises(NotPermitted):
        scenarios.scenarios(connection, nobody)
