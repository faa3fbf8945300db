"""What does a planner ask of the choice of options, besides the budget?"""

from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from unpol_data import reference


def running_years() -> int:
    """Years of running cost that are counted where nothing else is asked for."""
    return int(reference.parameter("portfolio_running_years"))


@dataclass(frozen=True)
class Wanted:
    """The conditions; the default sets none.

    `years` of running cost are counted. `must` and `must_not` are option codes, `at_least` pairs
    of a mission and how many options it is to have; with `priorities`, A4P+ codes, only options
    that serve one of them may be chosen. Options are those recorded by the end of the day
    `recorded_on`; without it, those in force now.
    """

    years: int = field(default_factory=running_years)
    must: tuple[str, ...] = ()
    must_not: tuple[str, ...] = ()
    at_least: tuple[tuple[str, int], ...] = ()
    priorities: tuple[str, ...] = ()
    recorded_on: date | None = None

    def to_plain(self) -> dict[str, Any]:
        """The same as JSON takes it."""
        day = None if self.recorded_on is None else self.recorded_on.isoformat()
        return asdict(self) | {"recorded_on": day}

    @property
    def is_default(self) -> bool:
        """Whether no condition is set."""
        return self == Wanted()


def from_plain(plain: dict[str, Any]) -> Wanted:
    """The conditions that `to_plain` wrote."""
    lists = {name: tuple(plain[name]) for name in ("must", "must_not", "priorities")}
    needed = tuple((code, int(count)) for code, count in plain["at_least"])
    day = plain["recorded_on"]
    day = None if day is None else date.fromisoformat(day)
    return Wanted(years=int(plain["years"]), at_least=needed, recorded_on=day, **lists)
