"""Who is looking, and what may they see and do?"""

from collections.abc import Iterable
from dataclasses import dataclass

ROLES = ("viewer", "focal_point", "assessor", "reviewer", "planner", "administrator")
# Those who look after missions' figures, so also after what these warn of.
SIGNAL_ROLES = frozenset({"reviewer", "planner", "focal_point", "administrator"})

ACTS = {
    "read": frozenset(ROLES),
    "record_assessment": frozenset({"focal_point", "assessor", "administrator"}),
    "keep_mapping": frozenset({"focal_point", "assessor", "administrator"}),
    "approve_assessment": frozenset({"reviewer", "administrator"}),
    "save_scenario": frozenset({"planner", "reviewer", "administrator"}),
    "withdraw_assessment": frozenset({"reviewer", "administrator"}),
    "mark_signal_seen": SIGNAL_ROLES,
    "dismiss_signal": SIGNAL_ROLES,
    "reopen_signal": SIGNAL_ROLES,
}


class NotPermitted(PermissionError):
    """The viewer's roles do not allow the act; the message names both."""


@dataclass(frozen=True)
class Viewer:
    """One person at the screen or the terminal.

    `missions` is None where all missions may be seen; `clearance` is the highest
    sensitivity that may be seen: 0 Unclassified, 1 Confidential, 2 Strictly
    Confidential (ST/SGB/2007/6).
    """

    account: str
    missions: tuple[str, ...] | None
    clearance: int
    roles: frozenset[str]

    def may(self, act: str) -> bool:
        """Whether one of this viewer's roles allows the act (one of ACTS)."""
        if act not in ACTS:
            raise ValueError(f"{act!r} is not an act; known are {', '.join(ACTS)}.")
        return bool(self.roles & ACTS[act])

    def must(self, act: str) -> None:
        """Refuse the act with NotPermitted where no role of this viewer allows it."""
        if not self.may(act):
            words = act.replace("_", " ")
            raise NotPermitted(
                f"{self.account} may not {words}; this needs one of the roles "
                f"{', '.join(sorted(ACTS[act]))}."
            )

    def missions_of(self, codes: Iterable[str]) -> tuple[str, ...]:
        """Those of the given mission codes this viewer may see, in the given order."""
        if self.missions is None:
            return tuple(codes)
        return tuple(code for code in codes if code in self.missions)


LOCAL = Viewer("local", None, 2, frozenset(ROLES))
