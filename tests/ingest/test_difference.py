"""What a file would change is told fact by fact, as the person would see it."""

import json
from datetime import date, timedelta

import pandas as pd
import pytest

from unpol_data.ingest import difference as module
from unpol_data.ingest.difference import difference, of_json

DAY = date(2026, 3, 5)


def answers(*rows, on: date = DAY) -> pd.DataFrame:
    """Answers of UNPOL at a site: (site, item, value) or (site, item, value, cause)."""
    return pd.DataFrame(
        [
            {
                "site_code": f"UNMISS-{site}",
                "item_code": item,
                "side": "unpol",
                "state": "answered" if value is not None else "unknown",
                "value": value,
                "cause": more[0] if more else None,
                "answered_on": on,
            }
            for site, item, value, *more in rows
        ]
    ).astype({"value": "float64"})


def stored(rows: pd.DataFrame) -> pd.DataFrame:
    """The same as the store gives it back."""
    return rows.assign(answered_on=pd.to_datetime(rows["answered_on"]), assessment_id=1)


def counts(found, sheet: str = "answers") -> tuple[int, ...]:
    """New, changed, the same, missing."""
    row = found.counts.set_index("sheet").loc[sheet]
    return tuple(int(row[change]) for change in ("new", "changed", "same", "missing"))


def test_what_is_new_changed_the_same_and_missing_is_counted():
    before = answers(("BOR", "A", 1), ("BOR", "B", 2), ("BOR", "C", 3))
    now = answers(("BOR", "A", 1), ("BOR", "B", 4, "training"), ("BOR", "D", 2))
    found = difference(
        {"answers": now}, {"answers": stored(before)}, last_round={"answers": before}
    )
    assert counts(found) == (1, 1, 1, 1)
    assert found.rows.to_dict("records") == [
        {
            "sheet": "answers",
            "change": "changed",
            "site_code": "UNMISS-BOR",
            "about": "B, unpol",
            "before": "value 2, cause nothing",
            "after": "value 4, cause training",
            "cells": [["value", "2", "4"], ["cause", "", "training"]],
        },
        {
            "sheet": "answers",
            "change": "missing",
            "site_code": "UNMISS-BOR",
            "about": "C, unpol",
            "before": "state answered, value 3",
            "after": "",
            "cells": [["state", "answered", ""], ["value", "3", ""]],
        },
        {
            "sheet": "answers",
            "change": "new",
            "site_code": "UNMISS-BOR",
            "about": "D, unpol",
            "before": "",
            "after": "state answered, value 2",
            "cells": [["state", "", "answered"], ["value", "", "2"]],
        },
    ]


def test_the_same_said_of_a_later_day_is_the_same():
    before, now = answers(("BOR", "A", 1)), answers(("BOR", "A", 1), on=DAY + timedelta(days=90))
    assert counts(difference({"answers": now}, {"answers": stored(before)})) == (0, 0, 1, 0)


def test_an_answer_that_became_unknown_is_changed():
    found = difference(
        {"answers": answers(("BOR", "A", None))}, {"answers": stored(answers(("BOR", "A", 1)))}
    )
    assert found.rows["before"].tolist() == ["state answered, value 1"]
    assert found.rows["after"].tolist() == ["state unknown, value nothing"]


def test_only_sites_the_file_speaks_of_can_miss_answers():
    before = answers(("BOR", "A", 1), ("TORIT", "A", 1))
    found = difference({"answers": answers(("BOR", "B", 1))}, {}, last_round={"answers": before})
    assert counts(found) == (1, 0, 0, 1)
    assert found.rows.query("change == 'missing'")["site_code"].tolist() == ["UNMISS-BOR"]


def test_a_site_left_out_altogether_is_missing_once_among_the_sites():
    sites = pd.DataFrame({"site_code": ["UNMISS-BOR", "UNMISS-TORIT"], "name": ["Bor", "Torit"]})
    found = difference(
        {"site_facts": sites.head(1)}, {"site_facts": sites}, last_round={"site_facts": sites}
    )
    assert counts(found, "sites") == (0, 0, 1, 1)
    assert found.rows["before"].tolist() == ["name Torit"]


def test_a_sheet_left_out_is_missing_row_by_row():
    lines = pd.DataFrame(
        {"site_code": ["UNMISS-BOR"], "side": "unpol", "equipment_code": "vhf", "held": [3]}
    )
    given = {"answers": answers(("BOR", "A", 1))}
    found = difference(given, {}, last_round={"equipment_lines": lines})
    assert counts(found, "equipment") == (0, 0, 0, 1)


def test_a_measurement_of_another_day_is_new_and_the_older_one_not_missing():
    def measured(on: date) -> pd.DataFrame:
        return pd.DataFrame(
            {
                "site_code": ["UNMISS-BOR"],
                "measure": "latency_ms",
                "measured_on": [on],
                "value": [3.0],
            }
        )

    before, now = measured(DAY), measured(DAY + timedelta(days=1))
    given = {"measurements": now}
    found = difference(given, {"measurements": before}, last_round={"measurements": before})
    assert counts(found, "connectivity") == (1, 0, 0, 0)


def test_a_number_kept_with_fewer_places_is_the_same():
    before = stored(answers(("BOR", "A", 0.123456789012)))
    now = answers(("BOR", "A", 0.12345678901249))
    assert counts(difference({"answers": now}, {"answers": before})) == (0, 0, 1, 0)


def test_two_long_notes_that_end_differently_differ():
    before = answers(("BOR", "A", 1)).assign(note="x" * 100 + "a")
    now = answers(("BOR", "A", 1)).assign(note="x" * 100 + "b")
    assert counts(difference({"answers": now}, {"answers": before})) == (0, 1, 0, 0)


def test_an_empty_store_makes_everything_new():
    found = difference({"answers": answers(("BOR", "A", 1), ("BOR", "B", 1))}, {})
    assert counts(found) == (2, 0, 0, 0)
    assert found.unlisted == 0


def test_more_than_anybody_reads_is_counted(monkeypatch):
    monkeypatch.setattr(module, "MOST_LISTED", 1)
    found = difference({"answers": answers(("BOR", "A", 1), ("BOR", "B", 1))}, {})
    assert (len(found.rows), found.unlisted) == (1, 1)
    assert list(found.lines()) == ["answers: 2 new, 0 changed, 0 the same, 0 missing this time"]


@pytest.mark.parametrize("given", [{}, {"answers": answers(("BOR", "A", 1))}])
def test_it_goes_through_json_unchanged(given):
    found = difference(given, {})
    back = of_json(json.loads(json.dumps(found.as_json())))
    assert back.counts.to_dict() == found.counts.to_dict()
    assert back.rows.to_dict() == found.rows.to_dict()
