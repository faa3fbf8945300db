"""Publishing, also against a plain model that keeps a whole copy of each revision."""

from datetime import date, timedelta

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Engine, insert, or_, select

from unpol_data.store import StoreError, open_store, reading, tables, writing
from unpol_data.store.writes import acting, publish

FIRST_DAY = date(2026, 1, 1)
SITES = ("UNMISS-BOR", "UNMISS-JUBA", "UNMISS-WAU")
SITE_TABLE, MISSION_TABLE = "site_connectivity", "mission_threats"


def _day(number: int | None) -> date | None:
    return None if number is None else FIRST_DAY + timedelta(days=number)


def _site_rows(**gaps: float | None) -> pd.DataFrame:
    """One row per site: BOR=0.5 is the gap of UNMISS-BOR."""
    rows = [
        {"site_code": f"UNMISS-{site}", "clearance": 0, "horizon": "today", "gap": gap}
        for site, gap in gaps.items()
    ]
    return pd.DataFrame(rows, columns=["site_code", "clearance", "horizon", "gap"])


def _threat_rows(severity: float) -> pd.DataFrame:
    return pd.DataFrame([{"clearance": 0, "threat_code": "ieds", "severity_now": severity}])


def _store(url: str) -> Engine:
    engine = open_store(url)
    with writing(engine) as connection:
        for site_code in (*SITES, "MINUSCA-BAMBARI"):
            mission_code = site_code.partition("-")[0]
            row = {"site_code": site_code, "mission_code": mission_code}
            connection.execute(insert(tables.Site).values(**row))
    return engine


@pytest.fixture
def store(engine: Engine) -> Engine:
    """A store with sites and no figures."""
    return _store(str(engine.url))


def _publish(engine: Engine, *periods, mission_code="UNMISS", site_codes=None) -> int:
    """Publish periods given as (first day, end day, frames); the revision."""
    dated = [(_day(start), _day(end), frames) for start, end, frames in periods]
    with acting(engine, act="test", subject="", account="ada") as act:
        publish(
            act.connection,
            mission_code=mission_code,
            revision=act.revision,
            periods=dated,
            site_codes=site_codes,
        )
    return act.revision


def _said(engine: Engine, table_name: str, *, revision: int, day: int) -> dict:
    """What the store said at a revision about a day: figure by site or threat."""
    table = tables.Base.metadata.tables[table_name]
    key, figure = (
        ("site_code", "gap")
        if table_name == SITE_TABLE
        else (
            "threat_code",
            "severity_now",
        )
    )
    statement = select(table.c[key], table.c[figure]).where(
        table.c.mission_code == "UNMISS",
        table.c.from_on <= _day(day),
        or_(table.c.to_on.is_(None), table.c.to_on > _day(day)),
        table.c.revision_from <= revision,
        or_(table.c.revision_to.is_(None), table.c.revision_to > revision),
    )
    with reading(engine) as connection:
        rows = connection.execute(statement).all()
    assert len(dict(rows)) == len(rows), "one figure is told twice"
    return dict(rows)


def test_a_figure_holds_from_its_day_on(store):
    _publish(store, (5, None, {SITE_TABLE: _site_rows(BOR=0.5)}))
    assert _said(store, SITE_TABLE, revision=1, day=4) == {}
    assert _said(store, SITE_TABLE, revision=1, day=5) == {"UNMISS-BOR": 0.5}
    assert _said(store, SITE_TABLE, revision=1, day=500) == {"UNMISS-BOR": 0.5}
    assert _said(store, SITE_TABLE, revision=0, day=5) == {}


def test_a_later_figure_ends_the_earlier_and_the_past_stays_as_it_was(store):
    _publish(store, (5, None, {SITE_TABLE: _site_rows(BOR=0.5)}))
    _publish(store, (9, None, {SITE_TABLE: _site_rows(BOR=0.2)}))
    assert _said(store, SITE_TABLE, revision=2, day=8) == {"UNMISS-BOR": 0.5}
    assert _said(store, SITE_TABLE, revision=2, day=9) == {"UNMISS-BOR": 0.2}
    assert _said(store, SITE_TABLE, revision=1, day=9) == {"UNMISS-BOR": 0.5}


def test_a_period_in_the_middle_leaves_what_is_before_and_after(store):
    _publish(store, (0, None, {SITE_TABLE: _site_rows(BOR=0.5)}))
    _publish(store, (3, 6, {SITE_TABLE: _site_rows(BOR=0.9)}))
    days = [_said(store, SITE_TABLE, revision=2, day=day)["UNMISS-BOR"] for day in range(8)]
    assert days == [0.5, 0.5, 0.5, 0.9, 0.9, 0.9, 0.5, 0.5]


def test_a_missing_gap_is_kept_as_a_row_that_says_not_enough_evidence(store):
    _publish(store, (0, None, {SITE_TABLE: _site_rows(BOR=None)}))
    assert _said(store, SITE_TABLE, revision=1, day=0) == {"UNMISS-BOR": None}


def test_an_empty_frame_leaves_nothing_in_the_period(store):
    _publish(store, (0, None, {SITE_TABLE: _site_rows(BOR=0.5)}))
    _publish(store, (2, None, {SITE_TABLE: pd.DataFrame()}))
    assert _said(store, SITE_TABLE, revision=2, day=1) == {"UNMISS-BOR": 0.5}
    assert _said(store, SITE_TABLE, revision=2, day=2) == {}


def test_tables_that_are_not_named_are_left_alone(store):
    _publish(store, (0, None, {MISSION_TABLE: _threat_rows(0.25)}))
    _publish(store, (0, None, {SITE_TABLE: _site_rows(BOR=0.5)}))
    assert _said(store, MISSION_TABLE, revision=2, day=0) == {"ieds": 0.25}


def test_only_the_given_sites_are_replaced_and_the_mission_is_whole(store):
    both = {SITE_TABLE: _site_rows(BOR=0.5, JUBA=0.6), MISSION_TABLE: _threat_rows(0.25)}
    _publish(store, (0, None, both))
    only = {SITE_TABLE: _site_rows(BOR=0.1), MISSION_TABLE: _threat_rows(0.75)}
    _publish(store, (0, None, only), site_codes=["UNMISS-BOR"])
    sites = {"UNMISS-BOR": 0.1, "UNMISS-JUBA": 0.6}
    assert _said(store, SITE_TABLE, revision=2, day=0) == sites
    assert _said(store, MISSION_TABLE, revision=2, day=0) == {"ieds": 0.75}


def test_another_mission_is_left_alone(store):
    _publish(store, (0, None, {SITE_TABLE: _site_rows(BOR=0.5)}))
    other = pd.DataFrame([{"site_code": "MINUSCA-BAMBARI", "clearance": 0, "horizon": "today"}])
    _publish(store, (0, None, {SITE_TABLE: other}), mission_code="MINUSCA")
    assert _said(store, SITE_TABLE, revision=2, day=0) == {"UNMISS-BOR": 0.5}


def test_publishing_twice_in_one_act_leaves_the_second(store):
    with acting(store, act="test", subject="", account="ada") as act:
        for gap in (0.5, 0.7):
            publish(
                act.connection,
                mission_code="UNMISS",
                revision=act.revision,
                periods=[(_day(0), None, {SITE_TABLE: _site_rows(BOR=gap)})],
            )
    assert _said(store, SITE_TABLE, revision=1, day=0) == {"UNMISS-BOR": 0.7}


def test_evidence_is_split_like_any_other_figure(store):
    row = {"clearance": 0, "side": "unpol", "area_code": "cyber", "dimension_code": "software"}
    row |= {"state": "unknown", "answer_count": 3}
    _publish(store, (0, None, {"evidence_counts": pd.DataFrame([row])}))
    _publish(store, (2, 4, {"evidence_counts": pd.DataFrame([row | {"answer_count": 5}])}))
    table = tables.EvidenceCount
    statement = (
        select(table.from_on, table.to_on, table.answer_count)
        .where(table.revision_to.is_(None))
        .order_by(table.from_on)
    )
    with reading(store) as connection:
        current = connection.execute(statement).all()
    assert current == [(_day(0), _day(2), 3), (_day(2), _day(4), 5), (_day(4), None, 3)]


def test_periods_that_overlap_are_refused(store):
    rows = {SITE_TABLE: _site_rows(BOR=0.5)}
    with pytest.raises(StoreError, match="overlaps the one before"):
        _publish(store, (0, 5, rows), (4, None, rows))


def test_a_period_that_ends_before_it_begins_is_refused(store):
    with pytest.raises(StoreError, match="before it begins"):
        _publish(store, (5, 5, {SITE_TABLE: _site_rows(BOR=0.5)}))


def test_a_summary_that_does_not_exist_is_refused(store):
    with pytest.raises(StoreError, match="no summary called guesses; known are site_dimension"):
        _publish(store, (0, None, {"guesses": _site_rows(BOR=0.5)}))


def test_figures_of_a_site_that_is_not_being_published_are_refused(store):
    rows = {SITE_TABLE: _site_rows(JUBA=0.5)}
    with pytest.raises(StoreError, match="UNMISS-JUBA, which is not among the sites"):
        _publish(store, (0, None, rows), site_codes=["UNMISS-BOR"])


LAST = 8
GAPS = st.sampled_from([None, 0.0, 0.25, 0.5, 0.75, 1.0])


@st.composite
def publications(draw):
    """Some periods that do not overlap, with figures for some sites, and the sites in scope."""
    scope = draw(st.none() | st.sets(st.sampled_from(SITES)))
    cuts = sorted(draw(st.sets(st.integers(0, LAST), min_size=1, max_size=5)))
    ends = [*cuts[1:], draw(st.sampled_from([None, LAST + 1]))]
    periods = []
    for start, end in zip(cuts, ends, strict=True):
        if draw(st.booleans()):
            allowed = SITES if scope is None else sorted(scope)
            told = draw(st.dictionaries(st.sampled_from(allowed), GAPS)) if allowed else {}
            periods.append((start, end, told))
    return scope, periods


@given(st.lists(st.lists(publications(), min_size=1, max_size=2), min_size=1, max_size=6))
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_was_said_at_any_revision_about_any_day_can_be_read_again(acts):
    store = _store("sqlite://")
    told_now: dict[int, dict] = {day: {} for day in range(LAST + 3)}
    told_at = {}
    for publications_of_act in acts:
        with acting(store, act="test", subject="", account="ada") as act:
            for scope, periods in publications_of_act:
                _publish_and_follow(act, scope, periods, told_now)
        told_at[act.revision] = {day: dict(told) for day, told in told_now.items()}
    for revision, told in told_at.items():
        for day, expected in told.items():
            assert _said(store, SITE_TABLE, revision=revision, day=day) == expected
    store.dispose()


def _publish_and_follow(act, scope, periods, told_now) -> None:
    framed = []
    for start, end, told in periods:
        rows = _site_rows(**{site.removeprefix("UNMISS-"): gap for site, gap in told.items()})
        framed.append((_day(start), _day(end), {SITE_TABLE: rows}))
        for day, now in told_now.items():
            if start <= day and (end is None or day < end):
                for site in SITES if scope is None else scope:
                    now.pop(site, None)
                now.update(told)
    publish(
        act.connection,
        mission_code="UNMISS",
        revision=act.revision,
        periods=framed,
        site_codes=None if scope is None else sorted(scope),
    )
