"""Weights are kept under a name by those who may, or refused with every reason."""

import pytest

from unpol_data.access import LOCAL, NotPermitted, Viewer
from unpol_data.ingest.refusal import Refused
from unpol_data.ingest.scenarios import save
from unpol_data.queries import revisions
from unpol_data.store import open_store, reading

SOUND = {"threat": 70, "mandate": 20, "exposure": 10}


@pytest.fixture
def engine():
    opened = open_store("sqlite://")
    yield opened
    opened.dispose()


def revision(engine) -> int:
    with reading(engine) as connection:
        return revisions.current_revision(connection)


def test_sound_weights_are_kept_under_the_code_of_their_name(engine):
    kept = save(engine, " Threat first ", "", SOUND, viewer=LOCAL)
    assert (kept.scenario_code, kept.version) == ("threat-first", 1)


def test_what_is_refused_leaves_the_store_as_it_was(engine):
    before = revision(engine)
    with pytest.raises(Refused, match="sum to 99"):
        save(engine, "Threat first", "", SOUND | {"threat": 69}, viewer=LOCAL)
    assert revision(engine) == before


def test_who_only_reads_may_not_save(engine):
    reader = Viewer("eve", None, 0, frozenset({"viewer"}))
    with pytest.raises(NotPermitted, match="save scenario"):
        save(engine, "Threat first", "", SOUND, viewer=reader)
