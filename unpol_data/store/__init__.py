"""The store keeps what was assessed, measured and computed; nothing else writes to it."""

from unpol_data.store.engine import open_store, place, reading, rehearsing, writing
from unpol_data.store.errors import StoreError

__all__ = ["StoreError", "open_store", "place", "reading", "rehearsing", "writing"]
