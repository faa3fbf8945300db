"""Which Chromium do the browser tests use? Writes its path, or one sentence and exit code 1.

UNPOL_CHROMIUM, else chromium on PATH, else Playwright's own, else a download of that,
else the system's package where this account may install one. Tests are never skipped.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import Error, sync_playwright

ON_PATH = ("chromium", "chromium-browser")
FLAGS = (
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--ignore-gpu-blocklist",
)
NONE_FOUND = (
    "No Chromium for the browser tests: name one in UNPOL_CHROMIUM, put chromium on PATH, "
    "or run `python -m playwright install --with-deps chromium`."
)


def works(path: str) -> bool:
    """Whether the browser at this path starts."""
    if not Path(path).is_file():
        return False
    try:
        with sync_playwright() as playwright:
            playwright.chromium.launch(executable_path=path, args=list(FLAGS)).close()
    except Error:
        return False
    return True


def own() -> str:
    """Where Playwright keeps its own Chromium, whether or not it is there."""
    with sync_playwright() as playwright:
        return playwright.chromium.executable_path


def done(*command: str) -> bool:
    """Whether the command can be run and succeeds; what it says goes to standard error."""
    if shutil.which(command[0]) is None:
        return False
    return subprocess.run(command, stdout=sys.stderr, check=False).returncode == 0


def candidates() -> Iterator[str]:
    """Paths to try, in order; each step is only taken when those before did not work."""
    for name in ON_PATH:
        yield shutil.which(name) or ""
    yield own()
    if done(sys.executable, "-m", "playwright", "install", "chromium"):
        yield own()
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        done("apt-get", "update", "-qq")
        done("apt-get", "install", "-y", "-qq", "chromium")
        yield shutil.which("chromium") or ""


def browser() -> str:
    """The path of a Chromium that starts; exits with one sentence where there is none."""
    named = os.environ.get("UNPOL_CHROMIUM", "").strip()
    if named:
        if works(named):
            return named
        sys.exit(f"UNPOL_CHROMIUM names {named!r}, which does not start as a browser.")
    for path in candidates():
        if path and works(path):
            return path
    sys.exit(NONE_FOUND)


if __name__ == "__main__":
    sys.stdout.write(f"{browser()}\n")
