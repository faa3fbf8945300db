"""A form's submissions are fetched by one command, and the token is seen nowhere."""

import shutil

import pytest

from tests.ingest.servers.conftest import KOBO_FORM, TOKEN, form_server  # noqa: F401


@pytest.fixture
def pull(run, form_server, monkeypatch, empty_file, tmp_path):  # noqa: F811
    """The command against the server, with the token where it belongs."""
    store = shutil.copy(empty_file, tmp_path / "store.db")
    monkeypatch.setenv("UNPOL_STORE_URL", f"sqlite:///{store}")
    monkeypatch.setenv("UNPOL_PULL_HOSTS", "127.0.0.1")
    monkeypatch.setenv("UNPOL_PULL_TOKEN", TOKEN)

    def ran(*more: str, url: str = form_server.url):
        form = ("--form", KOBO_FORM)
        return run("pull", "--server", "kobo", "--url", url, *form, *more)

    return ran


def test_what_was_fetched_goes_the_way_of_a_file(pull, form_server, tmp_path):  # noqa: F811
    report = tmp_path / "report.csv"
    ended = pull("--dry-run", "--report", str(report))
    assert len(form_server.asked) == 3
    assert "Fetching submissions, 2 so far" in ended.err
    # These submissions answer no question of ours, so the reader refuses them in words.
    assert ended.code == 1
    assert f"{KOBO_FORM} (127.0.0.1).json" in ended.out
    assert KOBO_FORM in report.read_text(encoding="utf-8-sig")


def test_the_token_is_in_nothing_that_is_said_or_left_behind(pull, form_server, tmp_path):  # noqa: F811
    form_server.faults = [None, (401, {})]
    ended = pull("--json")
    assert ended.code == 1
    assert "does not accept the token" in ended.err
    assert TOKEN not in ended.out + ended.err
    left = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert len(left) >= 2
    assert not [path for path in left if TOKEN.encode() in path.read_bytes()]


def test_without_a_token_nobody_is_asked(pull, form_server, monkeypatch):  # noqa: F811
    monkeypatch.delenv("UNPOL_PULL_TOKEN")
    ended = pull()
    assert "UNPOL_PULL_TOKEN" in ended.err
    assert not form_server.asked


def test_a_server_inside_the_network_is_asked_only_when_named(pull, form_server, monkeypatch):  # noqa: F811
    monkeypatch.delenv("UNPOL_PULL_HOSTS")
    ended = pull()
    assert "inside a private network" in ended.err
    assert not form_server.asked


def test_a_date_that_is_none_is_not_understood(pull):
    assert pull("--since", "yesterday").code == 2
