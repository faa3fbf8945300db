"""The server refuses to start, in one sentence, where it must not or cannot."""

import os
import socket
import sqlite3
import subprocess
import sys

import pytest

from tests.browser.serving import ROOT, free_port, refusal


def started(*options: str, **environ: str) -> subprocess.CompletedProcess:
    """`python -m web.start`, which `make run` calls, until it ends."""
    return subprocess.run(
        [sys.executable, "-m", "web.start", *options],
        cwd=ROOT,
        env={**os.environ, **environ},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def one_sentence(answer: subprocess.CompletedProcess) -> str:
    """What a refused start says; it is one line and the exit code is 1."""
    assert answer.returncode == 1
    assert len(answer.stderr.strip().splitlines()) == 1
    return answer.stderr


def test_no_address_but_this_computers_own_is_served(empty_file):
    code, said = refusal(
        "--server.address=0.0.0.0", f"--server.port={free_port()}", store=empty_file
    )
    assert code != 0
    assert "does not start on 0.0.0.0: until people can sign in" in said
    assert "Traceback" not in said


def test_another_address_in_the_settings_is_refused_before_the_start():
    said = one_sentence(started(UNPOL_ADDRESS="192.0.2.1"))
    assert "does not start on 192.0.2.1" in said


def test_a_taken_port_is_named(empty_file):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        said = one_sentence(
            started(UNPOL_PORT=str(port), UNPOL_STORE_URL=f"sqlite:///{empty_file}")
        )
        assert f"Port {port} on 127.0.0.1 cannot be used" in said
        code, words = refusal(f"--server.port={port}", store=empty_file)
        assert code != 0
        assert f"Port {port} is not available" in words


def test_a_wrong_setting_is_named():
    assert "UNPOL_PORT is 'eighty'" in one_sentence(started(UNPOL_PORT="eighty"))


@pytest.mark.parametrize("start", ["make run", "streamlit run"])
def test_a_damaged_store_says_what_to_do(tmp_path, start):
    store = tmp_path / "damaged.db"
    store.write_bytes(b"this was never a store" * 100)
    if start == "make run":
        url = f"sqlite:///{store}"
        said = one_sentence(started(UNPOL_STORE_URL=url, UNPOL_PORT=str(free_port())))
    else:
        code, said = refusal(f"--server.port={free_port()}", store=store)
        assert code != 0
    assert "is not a store or is damaged; restore it from a backup" in said
    assert "Traceback" not in said


def test_a_store_from_a_newer_version_says_what_to_do(empty_file, tmp_path):
    store = tmp_path / "newer.db"
    with sqlite3.connect(empty_file) as old, sqlite3.connect(store) as new:
        old.backup(new)
        new.execute("UPDATE alembic_version SET version_num = '9999'")
    new.close()
    old.close()
    said = one_sentence(started(UNPOL_STORE_URL=f"sqlite:///{store}", UNPOL_PORT=str(free_port())))
    assert "was written by a newer version of the dashboard" in said


def test_a_sample_broken_off_halfway_leaves_no_store(tmp_path):
    store = tmp_path / "no" / "folder" / "x.db"
    (tmp_path / "no").write_text("a file where the folder should be")
    answer = started("--sample", UNPOL_STORE_URL=f"sqlite:///{store}", UNPOL_PORT=str(free_port()))
    assert answer.returncode == 1
    assert "The dashboard does not start: the sample store could not be made." in answer.stderr
    assert not store.exists()
