"""Which early-warning signals hold, what did people make of them, and where were they sought?"""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, PrimaryKeyConstraint
from sqlalchemy.orm import Mapped, mapped_column

from unpol_data.store.tables.base import Base, Revision, Site
from unpol_data.store.tables.constraints import (
    HORIZONS,
    SIDES,
    SIGNAL_STATES,
    between,
    not_negative,
    one_of,
)
from unpol_data.store.tables.summary import Summary

ANY = "any"
IDENTITY = ("rule_code", "side", "horizon", "subject", "raised_on")


class Signal(Summary, Base):
    """One signal over a period: it holds from `raised_on`, or has just been resolved.

    A row with `holds` tells what raised the signal; `raised_on` may lie in the period, where
    evidence grows stale by the mere passing of time. A row without holds begins on the day the
    signal was resolved and tells the figures of that day. Side and horizon are `any` where a
    rule makes no difference between them.
    """

    __tablename__ = "signals"
    __table_args__ = (
        PrimaryKeyConstraint("mission_code", "clearance", *IDENTITY, "from_on", "revision_from"),
        CheckConstraint("from_on < to_on", name="period_in_order"),
        CheckConstraint("revision_from < revision_to", name="revisions_in_order"),
        CheckConstraint("holds OR raised_on < from_on", name="resolved_after_raised"),
        between("clearance", 0, 2),
        one_of("side", (*SIDES, ANY)),
        one_of("horizon", (*HORIZONS, ANY)),
        between("gap_points", 0, 100),
        not_negative("value", "counted", name="figures_not_negative"),
        {"sqlite_with_rowid": False},
    )

    rule_code: Mapped[str]
    side: Mapped[str]
    horizon: Mapped[str]
    subject: Mapped[str]
    raised_on: Mapped[date]
    holds: Mapped[bool]
    basis_on: Mapped[date | None]
    compared_on: Mapped[date | None]
    site_code: Mapped[Site | None]
    threat_code: Mapped[str | None]
    area_code: Mapped[str | None]
    area_codes: Mapped[str | None]
    value: Mapped[float | None]
    value_before: Mapped[float | None]
    limit_value: Mapped[float | None]
    gap_points: Mapped[float | None]
    counted: Mapped[int | None]
    run_values: Mapped[str | None]


class SignalState(Base):
    """What one person made of one signal; the newest row of a signal counts, all are kept.

    `clearance` is that of the person: a reader with less must not learn of the reason.
    """

    __tablename__ = "signal_states"
    __table_args__ = (
        one_of("state", SIGNAL_STATES),
        between("clearance", 0, 2),
        CheckConstraint(
            "state <> 'dismissed' OR (reason IS NOT NULL AND length(trim(reason)) > 0)",
            name="dismissed_with_a_reason",
        ),
        Index("ix_signal_states_mission_code", "mission_code", "clearance"),
    )

    signal_state_id: Mapped[int] = mapped_column(primary_key=True)
    mission_code: Mapped[str]
    rule_code: Mapped[str]
    side: Mapped[str]
    horizon: Mapped[str]
    subject: Mapped[str]
    raised_on: Mapped[date]
    state: Mapped[str]
    reason: Mapped[str | None]
    clearance: Mapped[int]
    account: Mapped[str]
    recorded_at: Mapped[datetime]
    recorded_revision: Mapped[int] = mapped_column(ForeignKey("revisions.revision"))


class SignalSearch(Base):
    """A mission of which all days have been searched for signals; the others still have to be."""

    __tablename__ = "signal_searches"

    mission_code: Mapped[str] = mapped_column(primary_key=True)
    searched_revision: Mapped[Revision]
