"""What a draft says of itself is typed and judged as that of a file."""

from dataclasses import replace
from datetime import date

import pandas as pd
import pytest

from tests.ingest.entering import SAID, TODAY, digests
from unpol_data.access import LOCAL, NotPermitted, Viewer
from unpol_data.filters import Filters
from unpol_data.ingest import entry, own_row
from unpol_data.ingest.refusal import Refused
from unpol_data.queries import assessments, drafts
from unpol_data.store import reading
from unpol_data.views import entry as view

TYPED = {name: cell for name, cell in SAID.items() if name != "mission_code"}


def read(engine) -> pd.DataFrame:
    """The row as the page reads it."""
    with reading(engine) as connection:
        return view.own_row(connection, Filters(), LOCAL, assessment_id=1)


def save(engine, *, before=None, viewer=LOCAL, **typed) -> entry.Saved:
    """Save the form with some of its cells typed anew."""
    rows = pd.DataFrame([TYPED | typed], dtype="object")
    before = read(engine) if before is None else before
    said = {"assessment_id": 1, "read": before, "viewer": viewer, "today": TODAY}
    return own_row.save(engine, rows, **said)


def now(engine) -> dict:
    with reading(engine) as connection:
        return drafts.assessment_row(connection, 1).iloc[0].to_dict()


def test_what_is_typed_is_kept_and_the_draft_is_known_by_its_new_content(begun):
    changed = {"assessed_from": date(2026, 11, 10), "modality": "remote", "summary": "By telephone"}
    saved = save(begun, round_label="Second half of 2026", **changed)
    assert (saved.changed, saved.errors, saved.refusal) == (1, (), "")
    said = now(begun)
    assert {name: said[name] for name in changed} == changed
    assert (said["mission_code"], said["round_label"]) == ("UNMISS", "Second half of 2026")
    kept, digest = digests(begun)
    assert kept == digest


def test_what_was_changed_is_a_step_of_its_history(begun):
    save(begun, source="Headquarters")
    with reading(begun) as connection:
        assert list(assessments.steps(connection, LOCAL, assessment_id=1)["step"])[-1] == "change"


def test_what_is_the_same_is_no_change(begun):
    assert save(begun).changed == 0


def test_nothing_is_stored_while_something_is_wrong_and_it_is_told_where(begun):
    before = now(begun)
    saved = save(begun, assessed_from=date(2026, 11, 26), assessed_to="2026-11-20", source=" ")
    assert {one.column for one in saved.errors} == {"assessed_to", "source"}
    assert now(begun) == before
    late = save(begun, assessed_to=date(2026, 12, 24))
    assert [one.rule for one in late.errors] == ["in_the_future"]
    assert not own_row.save(
        begun,
        pd.DataFrame(),
        assessment_id=1,
        read=read(begun),
        viewer=LOCAL,
        today=TODAY,
    ).stored


def test_what_somebody_else_changed_meanwhile_is_shown_and_not_overwritten(begun):
    before = read(begun)
    save(begun, source="Headquarters")
    saved = save(begun, before=before, source="Regional office")
    assert not saved.stored
    assert list(saved.held["source"]) == ["Headquarters"]
    assert now(begun)["source"] == "Headquarters"


def test_nobody_makes_a_draft_more_sensitive_than_they_may_see(begun):
    ada = replace(LOCAL, clearance=1)
    refused = save(begun, viewer=ada, sensitivity="strictly_confidential")
    assert "is above your clearance" in refused.refusal
    assert now(begun)["sensitivity"] == "confidential"
    new = entry.begin(
        begun, SAID | {"round_label": "A"}, viewer=replace(ada, clearance=0), today=TODAY
    )
    assert (new.assessment_id, "above your clearance" in new.refusal) == (None, True)


def test_who_may_not_record_or_see_it_changes_nothing(begun):
    with pytest.raises(NotPermitted):
        save(begun, viewer=Viewer("ada", None, 2, frozenset({"viewer"})), source="X")
    with pytest.raises(Refused, match="no draft 1 that ada may change"):
        save(begun, viewer=Viewer("ada", ("UNISFA",), 2, frozenset({"assessor"})), source="X")
