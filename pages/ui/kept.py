"""What has a process of its own computed, and is kept for all who look at the same figures?

In the memory of this process and not in the store: it can be computed again from what the store
holds, it is out of date with the next revision, and reading must never have to write.
"""

from collections.abc import Callable
from typing import Any

import streamlit as st

from pages.ui import words, working
from unpol_data.access import NotPermitted
from unpol_data.publishing.publication import Tell
from unpol_data.store import StoreError

# Answers kept for all sessions together; the oldest go first.
MOST = 100


@st.cache_resource(show_spinner=False)
def _kept() -> dict[tuple, Any]:
    return {}


def answer(key: tuple) -> Any | None:
    """What is kept under the key; None where nothing is."""
    return _kept().get(key)


def keep(key: tuple, found: Any) -> None:
    """Keep an answer under the key, and forget the oldest where there are too many."""
    kept = _kept()
    kept[key] = found
    while len(kept) > MOST:
        del kept[next(iter(kept))]


def computed(key: tuple, work: Callable[[Tell], Any]) -> Any | None:
    """What the work answers, kept from now on; None, and why in a sentence, where it failed."""
    try:
        with working.progress("Opening the store") as tell:
            found = work(tell)
    except (StoreError, NotPermitted) as error:
        st.error(words.plain(error), icon=":material/report:")
        return None
    keep(key, found)
    return found
