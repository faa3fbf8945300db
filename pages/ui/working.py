"""How far is the work that one waits for?"""

from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from pages.ui import words
from unpol_data.publishing.publication import Tell


@contextmanager
def progress(first: str) -> Iterator[Tell]:
    """A bar with the step under way, for as long as the block runs; the block tells the steps."""
    bar = st.progress(0.0, text=words.plain(f"{first} …"))
    yield lambda step, share: bar.progress(share, text=words.plain(f"{step} …"))
    bar.empty()
