"""Fetching submissions on the Import page, from a server named in the settings."""

import shutil
from pathlib import Path

import pytest

from pages.ui import fetching
from tests.ingest.servers.conftest import KOBO_FORM, TOKEN, form_server  # noqa: F401


@pytest.fixture
def page(frame, empty_file, tmp_path, monkeypatch, form_server):  # noqa: F811
    """The Import page, where this machine may be asked."""
    monkeypatch.setenv("UNPOL_PULL_HOSTS", "127.0.0.1")
    store = Path(shutil.copy(empty_file, tmp_path / "store.db"))
    app = frame(store, url_path="import")
    app.text_input(key="fetch_url").set_value(form_server.url)
    app.text_input(key="fetch_form").set_value(KOBO_FORM)
    return app


@pytest.fixture
def fetched(page, finished):
    """The page once the fetch is over, and what came of it checked."""

    def with_token(token: str):
        return finished(_asked(page, token))

    return with_token


def _asked(app, token: str):
    app = app.run()
    app.text_input(key="fetch_token").set_value(token)
    return app.button(key="fetch").click().run()


def said(elements) -> str:
    return " ".join(element.value for element in elements).replace("\\", "")


def test_what_was_fetched_is_checked_like_a_file(fetched, form_server):  # noqa: F811
    app = fetched(TOKEN)
    assert not app.exception
    assert "Fetched" in said(app.markdown)
    assert "5 submissions" in said(app.markdown)
    assert f"{KOBO_FORM} (127.0.0.1).json" in said([*app.error, *app.success])
    app.button(key="fetch_aside").click().run()
    assert "5 submissions" not in said(app.markdown)


def test_the_token_is_forgotten_and_in_no_file(fetched, tmp_path):
    app = fetched(TOKEN)
    assert app.text_input(key="fetch_token").value == ""
    for path in tmp_path.rglob("*"):
        assert path.is_dir() or TOKEN.encode() not in path.read_bytes()


def test_a_token_the_server_refuses_is_told_in_words(fetched):
    app = fetched("another-token")
    assert "does not accept the token" in said(app.error)
    assert "another-token" not in said(app.error)


def test_a_server_that_is_not_named_is_not_asked(page, finished):
    app = page.run()
    app.text_input(key="fetch_url").set_value("https://10.0.0.1")
    app = finished(_asked(app, TOKEN))
    assert "127.0.0.1 only, not from 10.0.0.1" in said(app.error)
    assert fetching.FETCHED not in app.session_state
