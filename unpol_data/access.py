"""Who is looking, and what may they see and do?"""

from collections.abc import Iterable
from dataclasses import dataclass

ROLES = ("viewer", "focal_point", "assessor", "reviewer", "planner", "administrator")
# Those who bring what missions say, and those who judge it.
ENTERING = frozenset({"focal_point", "assessor", "administrator"})
JUDGING = frozenset({"reviewer", "administrator"})
# Those who look after missions' figures, so also after what these warn of.
SIGNAL_ROLES = frozenset({"reviewer", "planner", "focal_point", "administrator"})

ACTS = {
    "read": frozenset(ROLES),
    "record_assessment": ENTERING,
    "keep_mapping": ENTERING,
    "submit_assessment": ENTERING,
    "return_assessment": JUDGING,
    "review_assessment": JUDGING,
    "approve_assessment": JUDGING,
    "withdraw_assessment": JUDGING,
    "comment_on_answer": ENTERING | JUDGING,
    "save_scenario": frozenset({"planner", "reviewer", "administrator"}),
    "mark_signal_seen": SIGNAL_ROLES,
    "dismiss_signal": SIGNAL_ROLES,
    "reopen_signal": SIGNAL_ROLES,
    "edit_programme": frozenset({"planner", "administrator"}),
    # Of the viewer's own missions only; see ingest.programme.
    "edit_mission_programme": frozenset({"focal_point", "planner", "administrator"}),
    "record_decision": frozenset({"reviewer", "planner", "focal_point", "administrator"}),
}


# The account of everybody where there is no sign-in: nobody in particular.
NOBODY = "local"


class NotPermitted(PermissionError):
    """The viewer may not do this; the message says why, and who may."""


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

    @property
    def is_nobody(self) -> bool:
        """Whether this is everybody who comes without sign-in, so that persons look alike."""
        return self.account == NOBODY

    def brought(self, accounts: Iterable[str | None]) -> bool:
        """Whether this person is among those accounts; nobody in particular never is."""
        return not self.is_nobody and self.account in accounts

    def must_judge_others(self, act: str, accounts: Iterable[str | None]) -> None:
        """Refuse the act with NotPermitted where one of these accounts is the viewer's own.

        `accounts`: those that imported, entered or submitted what is to be judged. A role that
        is missing is refused first.
        """
        self.must(act)
        if self.brought(accounts):
            words = act.replace("_", " ")
            raise NotPermitted(
                f"{self.account} may not {words}s that came from {self.account}; somebody else "
                f"with one of the roles {', '.join(sorted(ACTS[act]))} has to."
            )

    def role_for(self, act: str) -> str:
        """In which of the viewer's roles the act is done: the first of ROLES that allows it."""
        return next(role for role in ROLES if role in self.roles & ACTS[act])

    def missions_of(self, codes: Iterable[str]) -> tuple[str, ...]:
        """Those of the given mission codes this viewer may see, in the given order."""
        if self.missions is None:
            return tuple(codes)
        return tuple(code for code in codes if code in self.missions)


LOCAL = Viewer(NOBODY, None, 2, frozenset(ROLES))
