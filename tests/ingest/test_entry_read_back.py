"""What is typed and saved is what is read back, whatever it is, on each database."""

from datetime import date

import pandas as pd
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.ingest.entering import ABOUT, TODAY, digests, held, read, save
from unpol_data import reference
from unpol_data.views import entry as view

ITEMS = view.asked(site_kind="team_site", side="unpol")
VALUES = {
    "level": st.integers(0, 4),
    "yes_partly_no": st.sampled_from(["yes", "partly", "no"]),
    "count": st.integers(0, 500),
    "measure": st.decimals(0, 24, places=2).map(float),
}
WORDS = {"yes": 1.0, "partly": 0.5, "no": 0.0}


@st.composite
def answers(draw) -> dict:
    """One answer as somebody might type it, in any state."""
    item = draw(st.sampled_from(list(ITEMS.itertuples(index=False))))
    state = draw(st.sampled_from(reference.codes("answer_states")))
    row = {**ABOUT, "item_code": item.item_code, "state": state}
    text = st.text(st.characters(exclude_categories=["C", "Z"]), max_size=20)
    row["note"] = draw(st.none() | text.filter(lambda words: "@" not in words)) or None
    if state == "answered":
        row["value"] = draw(VALUES[item.answer_type])
        row["needed"] = draw(st.integers(1, 500)) if item.answer_type == "count" else None
        row["evidence_grade"] = draw(st.sampled_from(reference.codes("evidence_grades")))
        row["answered_on"] = draw(st.dates(date(2026, 9, 1), TODAY))
        row["modality"] = draw(st.none() | st.sampled_from(["in_person", "remote"]))
        row["cause"] = draw(st.none() | st.sampled_from(reference.codes("causes")))
    return row


@given(st.lists(answers(), max_size=8, unique_by=lambda row: row["item_code"]))
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_what_is_typed_and_saved_is_what_is_read_back(begun, rows):
    saved = save(begun, "answers", *rows, read=read(begun))
    assert saved.errors == ()
    rows_read = held(begun, "answers").set_index("item_code")
    assert set(rows_read.index) == {row["item_code"] for row in rows}
    for row in rows:
        kept = rows_read.loc[row["item_code"]]
        value = WORDS.get(row.get("value"), row.get("value"))
        assert (None if pd.isna(kept["value"]) else kept["value"]) == value
        for name in (
            "state",
            "note",
            "needed",
            "evidence_grade",
            "answered_on",
            "cause",
            "modality",
        ):
            assert (None if pd.isna(kept[name]) else kept[name]) == row.get(name)
    kept, now = digests(begun)
    assert kept == now
