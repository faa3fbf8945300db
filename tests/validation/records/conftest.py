"""Sound records of all kinds, and a way to break some of them."""

from datetime import date

import pandas as pd
import pytest

from tests.programme_rows import SOUND, rows
from unpol_data.validation.records import RecordContext, judge

TODAY = date(2026, 11, 15)
SITES = pd.DataFrame(
    {
        "site_code": ["UNMISS-BOR", "BINUH-GONAIVES"],
        "mission_code": ["UNMISS", "BINUH"],
        "site_kind": ["team_site", "team_site"],
        "name": ["Bor", "Gonaives"],
    }
)


# A revision that the sound records may name.
NEWEST = 1_000


@pytest.fixture
def found():
    """The problems of sound records of all kinds, some kinds with the given changes instead."""

    def problems(held=None, **changed):
        tables = {}
        for kind in SOUND:
            changes = changed.get(kind, [{}])
            table = rows(kind, *changes)
            table = table.assign(sensitivity="confidential", illustrative="yes")
            tables[kind] = table.set_axis(range(2, len(table) + 2))
        context = RecordContext(today=TODAY, known_sites=SITES, held=held or {}, revision=NEWEST)
        return judge(tables, context=context).problems

    return problems


@pytest.fixture
def rules(found):
    """The rules that are broken, without what sound records are warned of."""

    def broken(**changed):
        return sorted({one.rule for one in found(**changed)} - {one.rule for one in found()})

    return broken
