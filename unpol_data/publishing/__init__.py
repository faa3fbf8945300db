"""How do approved facts become stored figures?"""

from unpol_data.publishing.publication import Publication, approve, withdraw
from unpol_data.publishing.signal_search import search_missing
from unpol_data.publishing.signal_states import (
    LONGEST_REASON,
    dismiss_signal,
    mark_signal_seen,
    reopen_signal,
)

__all__ = [
    "LONGEST_REASON",
    "Publication",
    "approve",
    "dismiss_signal",
    "mark_signal_seen",
    "reopen_signal",
    "search_missing",
    "withdraw",
]
