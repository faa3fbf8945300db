"""Files that went wrong on their way: whatever is refused leaves the store as it was, to the byte.

Each base is a file that is taken as it stands; 2,100 changed ones are handed in.
"""

import dataclasses
import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.ingest.foreign_files import digest
from tests.ingest.mutating import ODD, mutated
from tests.ingest.submissions import shapes
from tests.ingest.submissions.conftest import small
from unpol_data.access import LOCAL
from unpol_data.ingest import isolated
from unpol_data.ingest.importing import import_file
from unpol_data.ingest.raw import Raw
from unpol_data.settings import settings as environment
from unpol_data.store import open_store

TODAY = date(2026, 4, 1)
LIMITS = environment({})
PLACED = {"location": "6.209 31.559 0 0"}
SENT = [small(**PLACED), small(uuid="u2", site_code="UNMISS-YEI", site_name="Yei", **PLACED)]
MEASURED = (
    b"site_code,measured_on,downlink_mbps,uplink_mbps,availability_pct\n"
    b"UNMISS-BOR,2026-03-01,4.5,1.2,97.5\nUNMISS-BOR,2026-03-02,4.1,1.1,96\n"
)
ANSWERED = (
    b"site_code;item_code;side;state;value;evidence_grade;answered_on\n"
    b"UNMISS-BOR;COM-PER-3;unpol;answered;3;inspected;2026-03-09\n"
    b"UNMISS-BOR;COM-FAC-1;unpol;unknown;;;\n"
)
TAGGED = (
    b"Monthly return\nPlace,Day,Receiving\n#loc+code,#date,#indicator+download+mbps\n"
    b"UNMISS-BOR,2026-03-01,4.5\n"
)
CASES = {
    "workbook": 250,
    "measurements": 400,
    "answers": 350,
    "tagged": 150,
    "kobo_json": 400,
    "odk_zip": 150,
    "odata": 300,
    "ona_csv": 100,
}


@pytest.fixture
def store(tmp_path: Path, filled) -> Path:
    """A store that knows the site UNMISS-BOR."""
    path = tmp_path / "unpol.db"
    engine = open_store(f"sqlite:///{path}")
    report = handed_in(isolated.raw(shapes.kobo_json(SENT[:1]), settings=LIMITS), engine)
    engine.dispose()
    assert report.assessment_id is not None, report.summary
    return path


@pytest.fixture
def bases(filled) -> dict[str, bytes]:
    """A right file of each kind."""
    later = [small(uuid="u3", assessed_on="2026-03-12", **PLACED), *SENT[1:]]
    made = {name: getattr(shapes, name)(later) for name in list(CASES)[4:]}
    tables = {"measurements": MEASURED, "answers": ANSWERED, "tagged": TAGGED}
    return {"workbook": filled(), **tables, **made}


def handed_in(raw: Raw, engine):
    return import_file(
        raw, "a file", engine=engine, viewer=LOCAL, settings=LIMITS, today=TODAY, source="Tests"
    )


@pytest.mark.parametrize("base", CASES)
def test_a_refused_file_leaves_the_store_as_it_was(base, bases, store):
    raw = isolated.raw(bases[base], settings=LIMITS)
    engine = open_store(f"sqlite:///{store}")
    refused = []

    @settings(
        max_examples=CASES[base],
        deadline=None,
        database=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(seed=st.integers(0, 2**32), times=st.integers(1, 4))
    def hand_in(seed, times):
        before = digest(store)
        report = handed_in(mutated(raw, seed, times=times), engine)
        if report.refused:
            refused.append(report)
            assert digest(store) == before, report.summary
            assert report.refusal or all(one.message for one in report.errors)
        json.dumps(dataclasses.asdict(report), default=str)

    hand_in()
    engine.dispose()
    assert len(refused) > CASES[base] / 10


@pytest.mark.parametrize("base", CASES)
def test_each_base_is_taken_as_it_stands(base, bases, store):
    engine = open_store(f"sqlite:///{store}")
    report = handed_in(isolated.raw(bases[base], settings=LIMITS), engine)
    engine.dispose()
    assert not report.refused, "\n".join(report.lines())


def test_cells_longer_than_anybody_writes_are_among_the_changes():
    assert sum(len(text) > 10_000 for text in ODD) >= 2


def test_there_are_two_thousand_cases_and_more():
    assert sum(CASES.values()) >= 2_000
