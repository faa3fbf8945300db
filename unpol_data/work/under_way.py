"""How is work in a process of its own followed, stopped or left?"""

import json
import os
import queue
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from unpol_data.access import NotPermitted, Viewer
from unpol_data.settings import Settings
from unpol_data.store import StoreError

PACKAGE_PARENT = Path(__file__).resolve().parents[2]
KINDS: Mapping[str, type[Exception]] = {"NotPermitted": NotPermitted, "StoreError": StoreError}
LOOKS_EVERY_SECONDS = 0.2
ENDED = (
    "The work ended before it could answer; the log of the server says why. What it was about is "
    "changed as a whole or not at all: look at its state, and try again where it is unchanged."
)


class Stopped(StoreError):
    """The work was stopped because somebody asked for it, or nobody waited any more."""


class UnderWay:
    """One piece of work in a process of its own, and how far it is.

    `step` and `share` are what it told last; `content` is a file it works on, `brought` one it
    made where it `brings` one. With `left_seconds` the work is stopped when
    nobody has asked how far it is for so long. A `secret` goes to the process by its standard
    input, so that it is in no file, no environment and no list of processes.
    """

    def __init__(
        self,
        job: str,
        arguments: Mapping[str, Any],
        *,
        viewer: Viewer,
        settings: Settings,
        content: bytes | None = None,
        secret: str | None = None,
        brings: bool = False,
        left_seconds: float | None = None,
    ):
        self.step, self.share = "", 0.0
        self.brought: bytes | None = None
        self._why_stopped: str | None = None
        self._answer: dict[str, Any] | None = None
        self._told: queue.SimpleQueue = queue.SimpleQueue()
        self._over = threading.Event()
        self._looked_at = time.monotonic()
        self._left_seconds = left_seconds
        self._folder = Path(tempfile.mkdtemp(prefix="unpol-work-"))
        given = dict(arguments)
        if content is not None:
            given["path"] = str(self._folder / "file")
            Path(given["path"]).write_bytes(content)
        if brings:
            given["brought"] = str(self._folder / "brought")
        request = _request(self._folder, job, given, viewer, settings)
        self._process = _started(request, secret)
        for task in (self._follow, self._watch):
            threading.Thread(target=task, args=(settings.work_seconds,), daemon=True).start()

    @property
    def process_group(self) -> int:
        """The number of the group of its processes, where the system knows groups."""
        return self._process.pid

    @property
    def over(self) -> bool:
        """Whether it has ended, in whatever way; asking counts as waiting for it."""
        self._looked_at = time.monotonic()
        return self._over.is_set()

    def told(self) -> Iterator[tuple[str, float]]:
        """Each step and share as it is told, until the work is over."""
        while (said := self._told.get()) is not None:
            self._looked_at = time.monotonic()
            yield said

    def stop(self, why: str = "The work was stopped; nothing of it was kept.") -> None:
        """End it and every process it started, and wait until they are gone."""
        if not self._over.is_set():
            self._why_stopped = why
            _kill(self._process)
            self._over.wait(10)

    def result(self) -> dict[str, Any]:
        """What the job returned; waits for it. Raises what it refused, or that it has ended."""
        self._over.wait()
        if self._answer is None:
            raise Stopped(self._why_stopped) if self._why_stopped else StoreError(ENDED)
        if "refused" in self._answer:
            kind = KINDS.get(self._answer["kind"], StoreError)
            raise kind(self._answer["refused"])
        return self._answer["done"]

    def _follow(self, _seconds: int) -> None:
        """Hear what the process tells until it is gone, then take its answer."""
        for line in self._process.stdout:
            said = json.loads(line)
            self.step, self.share = said["step"], said["share"]
            self._told.put((self.step, self.share))
        self._process.wait()
        self._process.stdout.close()
        answer = self._folder / "answer.json"
        if answer.is_file() and self._process.returncode == 0:
            self._answer = json.loads(answer.read_text(encoding="utf-8"))
            brought = self._folder / "brought"
            self.brought = brought.read_bytes() if brought.is_file() else None
        shutil.rmtree(self._folder, ignore_errors=True)
        self._over.set()
        self._told.put(None)

    def _watch(self, seconds: int) -> None:
        """Stop it when it takes too long, or when it was left."""
        until = time.monotonic() + seconds
        while not self._over.wait(LOOKS_EVERY_SECONDS):
            now = time.monotonic()
            if now > until:
                self.stop(
                    f"The work took longer than {seconds} seconds (UNPOL_WORK_SECONDS) and was "
                    "stopped; nothing of it was kept."
                )
            elif self._left_seconds and now - self._looked_at > self._left_seconds:
                self.stop("Nobody waited for the work any more, so it was stopped.")


def _request(
    folder: Path, job: str, arguments: Mapping[str, Any], viewer: Viewer, settings: Settings
) -> Path:
    """The file that tells the process what to do."""
    request = {
        "job": job,
        "arguments": arguments,
        "settings": asdict(settings),
        "viewer": asdict(viewer) | {"roles": sorted(viewer.roles)},
        "answer": str(folder / "answer.json"),
    }
    path = folder / "request.json"
    path.write_text(json.dumps(request), encoding="utf-8")
    return path


def _started(request: Path, secret: str | None) -> subprocess.Popen:
    """The process, in a group of its own: what it starts ends with it."""
    process = subprocess.Popen(
        [sys.executable, "-m", "unpol_data.work.child", str(request)],
        cwd=PACKAGE_PARENT,
        env={**os.environ, "PYTHONPATH": str(PACKAGE_PARENT)},
        stdin=subprocess.DEVNULL if secret is None else subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        start_new_session=True,
    )
    if secret is not None:
        with process.stdin:
            process.stdin.write(secret)
    return process


def _kill(process: subprocess.Popen) -> None:
    if process.returncode is not None:
        return
    if hasattr(os, "killpg"):
        try:
            # The group has the number of its first process, which is not yet waited for.
            os.killpg(process.pid, signal.SIGKILL)
        except ProcessLookupError:
            return
    else:
        process.kill()
