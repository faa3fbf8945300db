"""How are the steps of an assessment, what it waits for, and comments on it said in words?"""

from collections.abc import Mapping

import pandas as pd

from unpol_data import reference
from unpol_data.access import NOBODY
from unpol_data.figures import formats

NOTHING = "–"
HISTORY = {"when": "When", "what": "What", "who": "Who", "reason": "Why"}
STEPS = {
    "record": "Entered",
    "change": "Changed",
    "submit": "Submitted for review",
    "return": "Sent back",
    "review": "Reviewed",
    "approve": "Approved",
    "supersede": "Replaced by a correction",
    "withdraw": "Withdrawn",
}
ROLES = {
    "viewer": "reader",
    "focal_point": "focal point",
    "assessor": "assessor",
    "reviewer": "reviewer",
    "planner": "planner",
    "administrator": "administrator",
}
# What each state waits for; nothing where it waits for nobody.
NEXT = {
    "draft": "Check what it says below, then submit it for review.",
    "submitted": "It waits for a reviewer: read the answers, comment where something is unclear, "
    "then mark it as reviewed or send it back.",
    "reviewed": "It waits for approval: look at what it would change, then approve it.",
    "approved": "It counts. What is wrong in it is put right by a correction.",
    "superseded": "A correction has taken its place; it counts for earlier dates only.",
    "withdrawn": "It counts no more. Its facts are kept.",
}
WAITS = {
    "draft": ("draft to submit", "drafts to submit"),
    "submitted": ("waits for review", "wait for review"),
    "reviewed": ("waits for approval", "wait for approval"),
}
WHOLE = "The whole assessment"


def waiting(counts: Mapping[str, int]) -> str:
    """What waits for whom: "1 draft to submit, 3 wait for review"; nothing where none waits."""
    said = [formats.count(counts[state], *WAITS[state]) for state in WAITS if counts[state]]
    return ", ".join(said)


def sent_back(steps: pd.DataFrame) -> str:
    """Why a draft is one again: "Sent back by reviewer: ..."; nothing where it never was, or was
    handed in since."""
    taken = steps[steps["step"].isin(("submit", "return"))]
    if taken.empty or taken["step"].iloc[-1] != "return":
        return ""
    last = taken.iloc[-1]
    return f"Sent back by {last['account']}: {last['reason']}"


def history(steps: pd.DataFrame) -> pd.DataFrame:
    """One row per step as text, under the headings HISTORY."""
    return pd.DataFrame(
        [
            {
                "when": moment(row.recorded_at),
                "what": STEPS[row.step],
                "who": who(row.account, row.role),
                "reason": NOTHING if pd.isna(row.reason) else row.reason,
            }
            for row in steps.itertuples(index=False)
        ],
        columns=list(HISTORY),
    )


def versions(replaces: int | None, replaced_by: int | None) -> str:
    """Which version came before and which after: "Corrects no. 3. Corrected by no. 9."."""
    said = []
    if replaces is not None:
        said.append(f"Corrects no. {replaces}.")
    if replaced_by is not None:
        said.append(f"Corrected by no. {replaced_by}.")
    return " ".join(said)


def who(account: str | None, role: str | None) -> str:
    """The account and its role: "ada, reviewer"; a dash where nobody was noted."""
    if pd.isna(account):
        return NOTHING
    # Without sign-in everybody has every role, so the role says nothing.
    if account == NOBODY or pd.isna(role):
        return account
    return f"{account}, {ROLES[role]}"


def moment(at: pd.Timestamp) -> str:
    """Day and minute: "31 Mar 2026, 09:05 UTC"."""
    return f"{formats.day(at)}, {at:%H:%M} UTC"


def place(row: tuple) -> str:
    """What a comment is on: "Bor: How many radios work?", with the side that is not UNPOL's."""
    if pd.isna(row.site_code):
        return WHOLE
    side = "" if row.side == "unpol" else f" ({reference.name('side', row.side)})"
    return f"{row.site}: {row.question}{side}"


def open_comments(count: int) -> str:
    """How many comments are open: "2 comments are open."; nothing where none is."""
    return f"{formats.count(count, 'comment is', 'comments are')} open." if count else ""
