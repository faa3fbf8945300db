"""What people say of signals: by whom, kept beside what was said before, and with its audit."""

from datetime import UTC, date, datetime

import pytest
from sqlalchemy import select

from unpol_data import publishing
from unpol_data.access import LOCAL, NotPermitted, Viewer
from unpol_data.store import StoreError, reading
from unpol_data.store.tables import AuditEntry, SignalState

FIRST, SECOND, THIRD = date(2024, 10, 31), date(2025, 10, 31), date(2026, 3, 31)
NOON = datetime(2026, 4, 1, 12, tzinfo=UTC)
CODE = "UNISFA~gap_rise~unpol~today~cyber~2025-10-31"
PLANNER = Viewer("planner", None, 1, frozenset({"planner"}))


@pytest.fixture
def risen(desk):
    """A desk at which the gaps of UNISFA rose at its second round."""
    desk.approved(1.0, FIRST)
    desk.approved(0.0, SECOND)
    return desk


def said(desk, as_of: date = THIRD, *, code: str = CODE, **more):
    """The signal's row."""
    rows = desk.signals(as_of, **more)
    return rows[rows["signal_code"] == code].iloc[0]


def dismiss(desk, *, reason: str = "Known and planned for", viewer: Viewer = LOCAL) -> None:
    act = {"reason": reason, "viewer": viewer, "as_of": THIRD, "now": NOON}
    publishing.dismiss_signal(desk.engine, CODE, **act)


def seen(desk, *, code: str = CODE, viewer: Viewer = LOCAL, as_of: date = THIRD) -> None:
    publishing.mark_signal_seen(desk.engine, code, viewer=viewer, as_of=as_of)


def test_a_signal_is_new_until_somebody_says_it_was_seen(risen):
    assert said(risen)["state"] == "new"
    seen(risen, viewer=PLANNER)
    assert (said(risen)["state"], said(risen)["state_by"]) == ("seen", "planner")


def test_a_dismissal_is_kept_with_its_reason(risen):
    dismiss(risen, reason="  Known and \n planned for ")
    row = said(risen)
    assert (row["state"], row["reason"]) == ("dismissed", "Known and planned for")
    assert row["state_on"] == NOON


def test_a_reopened_signal_is_new_again_and_all_that_was_said_is_kept(risen):
    seen(risen)
    dismiss(risen)
    publishing.reopen_signal(risen.engine, CODE, viewer=LOCAL, as_of=THIRD)
    assert said(risen)["state"] == "new"
    with reading(risen.engine) as connection:
        states = connection.scalars(select(SignalState.state).order_by(SignalState.signal_state_id))
        assert list(states) == ["seen", "dismissed", "new"]


def test_every_change_is_audited_with_what_was_before(risen):
    seen(risen)
    dismiss(risen)
    with reading(risen.engine) as connection:
        newest = select(AuditEntry).order_by(AuditEntry.revision.desc()).limit(1)
        entry = connection.execute(newest).one()
    assert (entry.act, entry.subject, entry.before) == ("dismiss_signal", CODE, {"state": "seen"})
    assert entry.after["reason"] == "Known and planned for"


def test_a_dismissal_survives_an_approval_that_does_not_change_the_signal(risen):
    dismiss(risen)
    risen.measured({date(2026, 3, 5): 99.9}, THIRD)
    assert said(risen)["state"] == "dismissed"


def test_a_signal_raised_anew_later_is_new_again(desk):
    for reached, on in ((1.0, FIRST), (0.5, SECOND), (0.0, THIRD)):
        desk.approved(reached, on)
    publishing.dismiss_signal(
        desk.engine, CODE, reason="No concern", viewer=LOCAL, as_of=THIRD.replace(day=30)
    )
    assert said(desk)["state"] == "resolved"
    assert said(desk, code=CODE.replace("2025-10-31", "2026-03-31"))["state"] == "new"


def test_a_reader_with_less_clearance_does_not_learn_what_others_said(risen):
    dismiss(risen, reason="Named source says so")
    assert said(risen, clearance=1)["state"] == "new"
    assert said(risen, clearance=2)["state"] == "dismissed"


def test_those_with_more_clearance_see_what_was_said_with_less(risen):
    dismiss(risen, viewer=PLANNER)
    assert said(risen, clearance=2)["state"] == "dismissed"


@pytest.mark.parametrize("role", ["viewer", "assessor"])
def test_others_may_not_say_anything(risen, role):
    other = Viewer("other", None, 2, frozenset({role}))
    with pytest.raises(NotPermitted, match="other may not dismiss signal"):
        dismiss(risen, viewer=other)
    with pytest.raises(NotPermitted, match="may not mark signal seen"):
        seen(risen, viewer=other)
    with pytest.raises(NotPermitted, match="may not reopen signal"):
        publishing.reopen_signal(risen.engine, CODE, viewer=other, as_of=THIRD)


@pytest.mark.parametrize("reason", ["", "  \n "])
def test_a_dismissal_without_a_reason_is_refused(risen, reason):
    with pytest.raises(StoreError, match="dismissed with a reason"):
        dismiss(risen, reason=reason)
    assert said(risen)["state"] == "new"


def test_a_reason_that_is_too_long_is_refused(risen):
    with pytest.raises(StoreError, match="has 501 characters; at most 500"):
        dismiss(risen, reason="x" * 501)


@pytest.mark.parametrize(
    "code",
    [
        CODE.replace("cyber", "cooking"),
        CODE.replace("2025-10-31", "2025-10-30"),
        CODE.replace("2025-10-31", "soon"),
        "nonsense",
        "",
    ],
)
def test_a_signal_that_is_not_there_is_refused_by_name(risen, code):
    before = risen.current()
    with pytest.raises(StoreError, match="There is no signal"):
        seen(risen, code=code)
    assert risen.current() == before


def test_a_signal_of_a_mission_one_may_not_see_is_not_there(risen):
    focal_point = Viewer("unmik", ("UNMIK",), 2, frozenset({"focal_point"}))
    with pytest.raises(StoreError, match="There is no signal"):
        seen(risen, viewer=focal_point)


def test_what_is_resolved_cannot_be_dismissed(desk):
    for reached, on in ((1.0, FIRST), (0.0, SECOND), (1.0, THIRD)):
        desk.approved(reached, on)
    with pytest.raises(StoreError, match="is resolved; only one that is new or seen"):
        dismiss(desk)


def test_what_was_seen_is_not_seen_twice(risen):
    seen(risen)
    with pytest.raises(StoreError, match="is seen; only one that is new can become seen"):
        seen(risen)


def test_a_mandate_date_can_be_said_to_have_been_seen(desk):
    code = "UNMISS~mandate_passed~any~any~mandate~2026-05-01"
    on = date(2026, 5, 1)
    seen(desk, code=code, as_of=on)
    assert said(desk, on, code=code, missions=("UNMISS",))["state"] == "seen"
    with pytest.raises(StoreError, match="There is no signal"):
        seen(desk, code=code, as_of=date(2026, 4, 30))
