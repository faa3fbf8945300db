"""What does a reader see when something fails?

One sentence and a number. The traceback goes to the server's log under the same number.
"""

import logging
import secrets
from collections.abc import Iterator
from contextlib import contextmanager

import streamlit as st

from unpol_data.access import NotPermitted
from unpol_data.store.engine import StoreError

LOG = logging.getLogger("unpol")
FOR_READERS = (NotPermitted, StoreError)


def shown(error: Exception) -> bool:
    """Log the error, show its sentence and number; True: Streamlit need not show it again."""
    number = secrets.token_hex(3).upper()
    LOG.error("reference %s: %s", number, type(error).__name__, exc_info=error)
    sentence = "This page could not be drawn; try again, or tell the administrator."
    if isinstance(error, FOR_READERS):
        sentence = str(error)
    st.error(f"{sentence} Reference number {number}.", icon=":material/report:")
    return True


@contextmanager
def caught() -> Iterator[None]:
    """Whatever fails in the block is shown as above, and what follows the block still runs.

    Streamlit's own stops and reruns are no failures and pass through.
    """
    try:
        yield
    except Exception as error:
        shown(error)
