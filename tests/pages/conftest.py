"""Pages without a browser: Streamlit's own test runner on the frame."""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest
from streamlit.util import calc_hash

from pages.ui import menu

FRAME = menu.PAGES / "frame.py"


@pytest.fixture
def frame(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., AppTest]]:
    """Runs the frame on a store, at a page, with the parameters of a URL."""

    def run(store: Path, *, url_path: str = "", **query: str | list[str]) -> AppTest:
        monkeypatch.setenv("UNPOL_STORE_URL", f"sqlite:///{store}")
        st.cache_resource.clear()
        st.cache_data.clear()
        app = AppTest.from_file(str(FRAME), default_timeout=60)
        for name, values in query.items():
            app.query_params[name] = values
        if url_path and menu.entry(url_path) != menu.entries()[0]:
            # switch_page would guess the path from the file's name before the first run.
            app._page_hash = calc_hash(url_path)
        return app.run()

    yield run
    st.cache_resource.clear()
    st.cache_data.clear()


@pytest.fixture
def finished() -> Callable[[AppTest], AppTest]:
    """The page once the work under way on it has ended; the browser would look again by itself."""

    def waited(app: AppTest, *, seconds: float = 60) -> AppTest:
        until = time.monotonic() + seconds
        while "stop_work" in [button.key for button in app.button]:
            assert time.monotonic() < until, "the work does not end"
            time.sleep(0.2)
            app.run()
        return app

    return waited
