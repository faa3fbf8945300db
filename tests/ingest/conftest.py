"""The template, filled for one site, and files that mean harm."""

import io
import zipfile
from datetime import date

import openpyxl
import pytest

from tests.ingest import entering
from unpol_data import reference
from unpol_data.exports import template
from unpol_data.settings import settings
from unpol_data.store import open_store

ROWS = {
    "assessment": {
        "mission_code": "UNMISS",
        "round_label": "2026 first round",
        "assessed_from": date(2026, 3, 1),
        "assessed_to": date(2026, 3, 20),
        "modality": "in_person",
        "sensitivity": "confidential",
        "source": "Assessment team report",
        "illustrative": "yes",
    },
    "sites": {
        "site_code": "UNMISS-MALAKAL",
        "name": "Malakal",
        "site_kind": "team_site",
        "latitude": 9.533,
        "longitude": 31.66,
        "unpol_served": 40,
        "users": 60,
        "host_officers_served": 0,
        "closed": "no",
    },
    "answers": {
        "site_code": "UNMISS-MALAKAL",
        "item_code": reference.codes("framework")[0],
        "side": "unpol",
        "state": "unknown",
    },
    "equipment": {
        "site_code": "UNMISS-MALAKAL",
        "side": "unpol",
        "equipment_code": reference.codes("equipment")[0],
        "required": 10,
        "held": 9,
        "serviceable": 7,
        "evidence_grade": "inspected",
        "counted_on": date(2026, 3, 5),
    },
    "connectivity": {
        "site_code": "UNMISS-MALAKAL",
        "measured_on": date(2026, 3, 5),
        "downlink_mbps": 4.5,
        "availability_pct": 97.5,
    },
    "threats": {
        "threat_code": "cattle_raiding",
        "level_now": 3,
        "level_emerging": 4,
        "rated_on": date(2026, 3, 10),
        "source": "JMAC note",
    },
}


@pytest.fixture(scope="session")
def blank() -> bytes:
    """The template as it is handed out."""
    return template.workbook()


@pytest.fixture
def filled(blank):
    """A workbook made from the template; `change` may break it before it is saved."""

    def workbook(change=None) -> bytes:
        book = openpyxl.load_workbook(io.BytesIO(blank))
        for name, values in ROWS.items():
            for cell in book[name][1]:
                book[name].cell(row=2, column=cell.column, value=values.get(cell.value))
        if change:
            change(book)
        return saved(book)

    return workbook


def saved(book: openpyxl.Workbook) -> bytes:
    """The workbook's bytes."""
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


@pytest.fixture
def small() -> bytes:
    """A workbook of one sheet, sites, with one row."""
    book = openpyxl.Workbook()
    book.active.title = "sites"
    book.active.append(["site_code", "name"])
    book.active.append(["UNMISS-BOR", "Bor"])
    return saved(book)


@pytest.fixture
def repacked():
    """A workbook's archive with some parts replaced or added."""

    def archive(content: bytes, parts: dict[str, bytes]) -> bytes:
        target = io.BytesIO()
        with (
            zipfile.ZipFile(io.BytesIO(content)) as source,
            zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as changed,
        ):
            for name in source.namelist():
                if name not in parts:
                    changed.writestr(name, source.read(name))
            for name, part in parts.items():
                changed.writestr(name, part)
        return target.getvalue()

    return archive


@pytest.fixture
def limits():
    """The settings a fresh installation has."""
    return settings({})


@pytest.fixture(params=["sqlite", "postgresql"])
def entered_into(request, tmp_path):
    """An empty store to type into, on each database in turn."""
    if request.param == "sqlite":
        engine = open_store(f"sqlite:///{tmp_path / 'store.db'}")
    else:
        engine = open_store(request.getfixturevalue("postgres_url"))
    yield engine
    engine.dispose()


@pytest.fixture
def begun(entered_into):
    """A store with a draft in which one site is described."""
    entering.begin(entered_into)
    return entered_into
