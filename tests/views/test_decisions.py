"""What became of decisions, and whether the gap each aimed at has moved since."""

from datetime import date

import pandas as pd
import pytest

from tests import programme_rows
from tests.views.filing import two_rounds
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.kept_figures import KeptFigures, ShownFigure
from unpol_data.queries import summaries
from unpol_data.store import open_store, reading
from unpol_data.store.tables import MissionGap
from unpol_data.store.writes import record_programme
from unpol_data.views import decision_aims, decisions

TODAY = date(2026, 11, 27)
NOW = Filters(as_of=date(2026, 3, 31))
VIEWER = Viewer("ada", None, 2, frozenset({"viewer"}))
NONE = {"option_code": None, "illustrative": False}
FIGURES = KeptFigures((ShownFigure("Gap", "74", "worse"),), ("UNISFA",), 1).to_text()
# Taken on the first round of two, before the second was approved.
TAKEN = {"mission_code": "UNISFA", "area_code": "power", "figures": FIGURES}


@pytest.fixture(scope="module")
def engine(tmp_path_factory):
    """Two rounds of UNISFA, and four decisions."""
    store = open_store(f"sqlite:///{two_rounds(tmp_path_factory.mktemp('decisions'))}")
    with reading(store) as connection:
        # The first round is approved by the fourth act; each takes four.
        assert len(gaps_at(connection, 4))
        assert gaps_at(connection, 3).empty
    rows = programme_rows.rows(
        "decisions",
        TAKEN
        | {"decision_code": "OLD", "link_query": "mission=UNISFA&as_of=2025-12-31"}
        | {"store_revision": 4, "due_on": date(2026, 10, 31), "state": "under_way"}
        | {"decided_on": date(2026, 1, 9)},
        {"decision_code": "ALL", "mission_code": None, "link_query": None, "due_on": None},
        {"decision_code": "OUT", "mission_code": "UNISFA", "state": "done", "outcome": "Came."}
        | {"decided_on": date(2026, 2, 2), "link_query": "area=power&area=communications"}
        | {"store_revision": 8},
        {"decision_code": "HID", "sensitivity": 2, "mission_code": "UNISFA"},
    )
    record_programme(store, {"decisions": rows.assign(**NONE)}, account="ada")
    yield store
    store.dispose()


def gaps_at(connection, revision) -> pd.DataFrame:
    """The gaps of the store as said at a revision."""
    chosen = Filters(as_of=date(2025, 12, 31), revision=revision)
    return summaries.in_force(connection, MissionGap, chosen, VIEWER)


@pytest.fixture
def found(engine):
    """The decisions for filters and a viewer."""

    def seen(chosen=NOW, viewer=VIEWER, **more):
        with reading(engine) as connection:
            return decisions.decisions(connection, chosen, viewer, today=TODAY, **more)

    return seen


def test_what_is_overdue_comes_first_then_what_is_open_then_what_is_closed(found):
    rows = found().rows
    assert rows["decision_code"].tolist()[0] == "OLD"
    assert rows["decision_code"].tolist()[-1] == "OUT"
    # 31 October to 27 November.
    assert rows["days_over"].tolist()[0] == 27
    assert rows["days_over"].notna().sum() == found().overdue == 1


def test_the_gap_aimed_at_is_that_of_the_store_then_beside_that_of_now(found):
    aims = found().aims
    one = aims[aims["decision_code"] == "OLD"].iloc[0]
    assert (one["mission_code"], one["area_code"]) == ("UNISFA", "power")
    assert (one["then_on"], one["now_on"]) == (pd.Timestamp("2025-12-31"), pd.Timestamp(NOW.as_of))
    with_chosen = aims[aims["decision_code"] == "OUT"]
    assert set(with_chosen["area_code"]) == {"power", "communications"}


def test_a_decision_on_no_mission_or_area_aims_at_no_gap(found):
    rows = found().rows.set_index("decision_code")
    assert rows.loc["ALL", "aim_count"] == 0
    assert found().aimed == len(rows) - 1


def test_a_decision_above_the_clearance_is_nowhere(found):
    low = Viewer("bo", None, 1, frozenset({"assessor"}))
    assert "HID" in set(found().rows["decision_code"])
    assert "HID" not in set(found(viewer=low).rows["decision_code"])
    assert "HID" not in set(found(viewer=low).aims["decision_code"])


def test_the_figures_kept_are_those_on_the_screen_then(found):
    row = next(one for one in found().rows.itertuples() if one.decision_code == "OLD")
    assert decisions.shown_then(row) == (ShownFigure("Gap", "74", "worse"),)
    assert decisions.as_it_was(row) == {
        "mission": ["UNISFA"],
        "as_of": ["2025-12-31"],
        "revision": ["4"],
    }


def test_a_decision_without_a_date_in_its_link_is_read_as_of_its_day(found):
    row = next(one for one in found().rows.itertuples() if one.decision_code == "OUT")
    assert decision_aims.taken_on(row).as_of == date(2026, 2, 2)


def test_before_anything_was_recorded_there_is_nothing(found):
    early = found(recorded_by=date(2020, 1, 1))
    assert early.empty
    assert early.aims.empty


def test_the_key_figures_count_what_is_listed(found):
    values = {figure.label: figure.value for figure in found().figures}
    assert values["Open or under way"] == 3
    assert values["Overdue"] == 1
    assert values["Done"] == 1
