"""What needs a look now: which signals a reader sees, in which order, through which filters?"""

from datetime import date

import pandas as pd
import pytest

from unpol_data import reference
from unpol_data.access import Viewer
from unpol_data.filters import Filters
from unpol_data.store import reading
from unpol_data.views import signal_rows, signals

AS_OF = date(2026, 3, 31)
# The mandate dates are public facts and none of them has passed on the sample's own date.
AT_DEFAULT_DATE = set(reference.codes("signal_rules")) - {"mandate_passed"}


@pytest.fixture
def seen(sample_store):
    def found(*, own=None, clearance: int = 2, **fields) -> signals.Signals:
        viewer = Viewer("reader", own, clearance, frozenset({"viewer"}))
        with reading(sample_store) as connection:
            return signals.signals(connection, Filters(**{"as_of": AS_OF} | fields), viewer)

    return found


def test_the_sample_shows_every_rule_that_public_dates_allow(seen):
    assert set(seen().of("new")["rule_code"]) == AT_DEFAULT_DATE


def test_from_the_day_after_the_first_mandate_date_every_rule_shows(seen):
    shown = set(seen(as_of=date(2026, 5, 1)).of("new")["rule_code"])
    assert "mandate_passed" in shown
    assert "mandate_passed" not in set(seen(as_of=date(2026, 4, 30)).rows["rule_code"])


def test_the_sample_has_resolved_signals_with_the_figures_that_resolved_them(seen):
    resolved = seen().of("resolved")
    assert len(resolved)
    assert resolved["resolved_run_values"].notna().any()


def test_the_columns_are_the_same_with_and_without_signals(seen):
    assert list(seen().rows.columns) == signal_rows.COLUMNS
    none = seen(as_of=date(2020, 1, 1))
    assert none.empty
    assert list(none.rows.columns) == signal_rows.COLUMNS


def test_every_signal_has_a_code_of_its_own(seen):
    assert seen().rows["signal_code"].is_unique


def test_the_most_urgent_come_first_and_among_these_the_newest(seen):
    rows = seen().of("new")
    keys = list(zip(rows["urgency"], -rows["raised_on"].astype("int64"), strict=True))
    assert keys == sorted(keys)


def test_a_mission_filter_leaves_its_signals_only(seen):
    assert set(seen(missions=("UNMISS",)).rows["mission_code"]) == {"UNMISS"}
    assert set(seen().rows["mission_code"]) > {"UNMISS"}


def test_a_viewer_sees_signals_of_own_missions_only(seen):
    assert set(seen(own=("BINUH",)).rows["mission_code"]) == {"BINUH"}


def test_a_viewer_without_clearance_sees_no_figure_of_confidential_assessments(seen):
    assert set(seen(clearance=0).rows["rule_code"]) <= {"mandate_due", "mandate_passed"}


def test_an_area_filter_leaves_signals_about_it_and_about_whole_missions(seen):
    rows = seen(areas=("borders",)).rows
    about = rows["area_codes"].fillna("borders").str.split()
    assert all("borders" in codes for codes in about)
    assert {"stale_evidence", "gap_rise", "mandate_due"} <= set(rows["rule_code"])


def test_a_threat_filter_leaves_its_own_signals_and_those_of_areas_decisive_against_it(seen):
    rows = seen(threats=("cyber_dependent",)).rows
    assert set(rows["threat_code"].dropna()) == {"cyber_dependent"}
    relevance = reference.table("threat_relevance")
    decisive = relevance.query("threat_code == 'cyber_dependent' and relevance_thirds == 3")
    others = rows[rows["threat_code"].isna() & rows["area_code"].notna()]
    assert set(others["area_code"]) <= set(decisive["area_code"])
    assert len(rows) < len(seen().rows)


def test_each_side_and_horizon_has_signals_of_its_own(seen):
    for side in ("unpol", "host_state"):
        assert set(seen(side=side).rows["side"]) <= {side, "any"}
    for horizon in ("today", "emerging"):
        assert set(seen(horizon=horizon).rows["horizon"]) <= {horizon, "any"}


def test_dimensions_change_nothing(seen):
    assert seen(dimensions=("software",)).rows.equals(seen().rows)


def test_a_mission_of_which_too_little_is_known_is_named(seen):
    assert "MINURSO" in seen().too_little_known
    assert "UNMISS" not in seen().too_little_known


def test_the_sharpest_are_of_different_missions_and_rules(seen):
    sharpest = signals.sharpest(seen().rows, most=3)
    assert len(sharpest) == 3
    assert sharpest["mission_code"].is_unique
    assert sharpest["rule_code"].is_unique


def test_counts_add_up_to_all_open_signals(seen):
    found = seen()
    for column in ("rule_code", "mission_code"):
        counts = found.counts(column)
        assert counts[["new", "seen"]].to_numpy().sum() == len(found.of("new", "seen"))


def test_key_figures_count_what_is_open(seen):
    found = seen()
    new, urgent, missions, _ = (figure.value for figure in found.figures)
    rows = found.of("new", "seen")
    assert (new, missions) == (len(rows), rows["mission_code"].nunique())
    assert urgent == (rows["urgency"] == 1).sum()


def test_a_resolved_signal_is_listed_for_a_year(seen):
    resolved = seen().of("resolved")
    last = resolved["resolved_on"].max().date()
    later = seen(as_of=last + pd.Timedelta(days=364)).of("resolved")
    assert set(resolved["signal_code"]) <= set(later["signal_code"])
    much_later = seen(as_of=last + pd.Timedelta(days=367)).of("resolved")
    assert not set(resolved["signal_code"]) & set(much_later["signal_code"])


def test_an_empty_store_has_mandate_dates_only(empty_store):
    viewer = Viewer("reader", None, 2, frozenset({"viewer"}))
    with reading(empty_store) as connection:
        found = signals.signals(connection, Filters(as_of=date(2026, 11, 1)), viewer)
    assert set(found.rows["rule_code"]) == {"mandate_passed", "mandate_due"}
    assert not found.anything_approved
