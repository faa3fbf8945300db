"""Which promises do several tables make, and what are they called?

Only lists that the schema itself rests on are spelled out here. Lists of the profession
(causes, evidence grades, threats, items) live in reference data and may grow.
"""

from sqlalchemy import CheckConstraint

SIDES = ("unpol", "host_state")
HORIZONS = ("today", "emerging")
ANSWER_STATES = ("answered", "unknown", "not_applicable", "not_provided")
ANSWER_MODALITIES = ("in_person", "remote")
ASSESSMENT_STEPS = (
    "record",
    "change",
    "submit",
    "return",
    "review",
    "approve",
    "supersede",
    "withdraw",
)
SIGNAL_STATES = ("new", "seen", "dismissed")
ASSESSMENT_STATES = ("draft", "submitted", "reviewed", "approved", "superseded", "withdrawn")
ASSESSMENT_KINDS = ("assessment", "measurements", "equipment", "threats", "answers", "sites")


def one_of(column: str, values: tuple[str, ...]) -> CheckConstraint:
    """The column holds one of these words; named known_<column>."""
    listed = ", ".join(f"'{value}'" for value in values)
    return CheckConstraint(f"{column} IN ({listed})", name=f"known_{column}")


def share(column: str) -> CheckConstraint:
    """The column is missing or between 0 and 1; named <column>_in_range."""
    return between(column, 0, 1)


def between(column: str, low: float, high: float) -> CheckConstraint:
    """The column is missing or between the two limits; named <column>_in_range."""
    return CheckConstraint(f"{column} BETWEEN {low} AND {high}", name=f"{column}_in_range")


def not_negative(*columns: str, name: str) -> CheckConstraint:
    """None of the columns is below 0; missing is allowed where the column allows it."""
    return CheckConstraint(" AND ".join(f"{column} >= 0" for column in columns), name=name)
