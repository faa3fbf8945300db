"""A real server for the tests, as a user starts it."""

import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO

ROOT = Path(__file__).parent.parent.parent
STARTS_WITHIN_SECONDS = 60


def free_port() -> int:
    """A port nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def streamlit(*options: str, store: Path, log: IO[str], root: Path = ROOT) -> subprocess.Popen:
    """`streamlit run app.py` with these options on a store of its own; it says all in `log`."""
    return subprocess.Popen(
        [sys.executable, "-m", "streamlit", "run", "app.py", *options],
        cwd=root,
        env={**os.environ, "UNPOL_STORE_URL": f"sqlite:///{store}"},
        stdout=log,
        stderr=subprocess.STDOUT,
    )


def said(log: IO[str]) -> str:
    """What a server has written so far."""
    log.seek(0)
    return log.read()


@contextmanager
def serving(store: Path, *, root: Path = ROOT) -> Iterator[str]:
    """The address of a server on this store, for as long as the block runs."""
    port = free_port()
    url = f"http://127.0.0.1:{port}"
    with TemporaryFile("w+") as log:
        server = streamlit(f"--server.port={port}", store=store, log=log, root=root)
        try:
            _wait_for(url, server, log)
            yield url
        finally:
            server.terminate()
            server.wait(timeout=20)


def refusal(*options: str, store: Path) -> tuple[int, str]:
    """Exit code and words of a server that does not start."""
    with TemporaryFile("w+") as log:
        server = streamlit(*options, store=store, log=log)
        try:
            return server.wait(timeout=STARTS_WITHIN_SECONDS), said(log)
        finally:
            server.kill()


def _wait_for(url: str, server: subprocess.Popen, log: IO[str]) -> None:
    until = time.monotonic() + STARTS_WITHIN_SECONDS
    while time.monotonic() < until and server.poll() is None:
        try:
            with urllib.request.urlopen(f"{url}/healthz", timeout=1) as answer:
                if answer.read() == b'{"status":"ok"}':
                    return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError(f"The server does not answer: {said(log)}")
