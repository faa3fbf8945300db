"""How do approved facts become stored figures?"""

from unpol_data.publishing.publication import Publication, approve, withdraw
from unpol_data.publishing.signal_search import search_missing
from unpol_data.publishing.signal_states import dismiss_signal, mark_signal_seen, reopen_signal

__all__ = [
    "Publication",
    "approve",
    "dismiss_signal",
    "mark_signal_seen",
    "reopen_signal",
    "search_missing",
    "withdraw",
]
