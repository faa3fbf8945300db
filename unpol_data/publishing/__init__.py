"""How do approved facts become stored figures?"""

from unpol_data.publishing.comments import comment, resolve
from unpol_data.publishing.life import correct, review, send_back, submit
from unpol_data.publishing.preview import Preview, preview_approval, preview_withdrawal
from unpol_data.publishing.publication import Publication, approve, withdraw
from unpol_data.publishing.signal_search import search_missing
from unpol_data.publishing.signal_states import (
    dismiss_signal,
    mark_signal_seen,
    reopen_signal,
)
from unpol_data.publishing.whole import DraftRefused
from unpol_data.store.writes import BEFORE_WITHDRAWN, LONGEST_REASON

__all__ = [
    "BEFORE_WITHDRAWN",
    "LONGEST_REASON",
    "DraftRefused",
    "Preview",
    "Publication",
    "approve",
    "comment",
    "correct",
    "dismiss_signal",
    "mark_signal_seen",
    "preview_approval",
    "preview_withdrawal",
    "reopen_signal",
    "resolve",
    "review",
    "search_missing",
    "send_back",
    "submit",
    "withdraw",
]
