"""May the server start, and where? `python -m web.start` asks, then starts it.

Each refusal is one sentence and exit code 1, before Streamlit has opened the port.
"""

import argparse
import errno
import os
import socket
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

from unpol_data import publishing
from unpol_data.access import LOCAL
from unpol_data.settings import Settings, SettingsError, settings
from unpol_data.store.engine import StoreError, open_store
from web.local_only import is_loopback

APP = Path(__file__).parent.parent / "app.py"


class StartRefused(RuntimeError):
    """The server may not or cannot start; the message is one sentence with what to do."""


def check_address(address: str | None) -> None:
    """Refuse every address but this computer's own."""
    if not is_loopback(address):
        raise StartRefused(
            f"The dashboard does not start on {address or 'all addresses'}: until people can "
            "sign in it answers only this computer; use 127.0.0.1."
        )


PORT_ADVICE = {
    errno.EADDRINUSE: "stop the program that holds it, or choose another with UNPOL_PORT",
    errno.EACCES: "ports under 1024 need special rights, so choose a higher one with UNPOL_PORT",
    errno.EADDRNOTAVAIL: "this computer has no such address, so set UNPOL_ADDRESS to 127.0.0.1",
}


def check_port(address: str, port: int) -> None:
    """Refuse a port that another program holds."""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((address, port))
        except OSError as error:
            what_to_do = PORT_ADVICE.get(error.errno, "choose another with UNPOL_PORT")
            raise StartRefused(
                f"Port {port} on {address} cannot be used ({error.strerror}): {what_to_do}."
            ) from error


def check_store(store_url: str) -> None:
    """Refuse a store that cannot be opened, with the store's own sentence.

    What was approved before there were signals is searched for them now.
    """
    engine = open_store(store_url)
    try:
        searched = publishing.search_missing(engine, account=LOCAL.account)
    finally:
        engine.dispose()
    if searched:
        sys.stdout.write(f"Searched for signals: {', '.join(searched)}.\n")
        sys.stdout.flush()


def make_sample(store_url: str) -> None:
    """Make a store with the illustrative sample where there is none yet.

    It is filled beside its place and moved there when complete, so that a start that was
    broken off leaves no half-filled store behind.
    """
    place = Path(store_url.removeprefix("sqlite:///"))
    if place.exists() or not place.name:
        return
    being_made = place.with_name(f"{place.name}.being-made")
    for end in ("", "-wal", "-shm"):
        left_behind = Path(f"{being_made}{end}")
        if left_behind.exists():
            left_behind.unlink()
    if not _made(being_made, place):
        raise StartRefused("The dashboard does not start: the sample store could not be made.")
    being_made.rename(place)
    Path(f"{being_made}.lock").unlink(missing_ok=True)


def _made(being_made: Path, place: Path) -> bool:
    """Whether the sample went in; what the command tells is passed on with the final place."""
    environ = {"UNPOL_STORE_URL": f"sqlite:///{being_made}", "PYTHONUNBUFFERED": "1"}
    init = subprocess.Popen(
        [sys.executable, "-m", "unpol_data", "init", "--sample"],
        env={**os.environ, **environ},
        stdout=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    with init:
        for line in init.stdout:
            sys.stdout.write(line.replace(being_made.name, place.name))
            sys.stdout.flush()
    return init.returncode == 0


def command(chosen: Settings) -> list[str]:
    """The command line that serves the dashboard at the chosen address and port."""
    streamlit = [sys.executable, "-m", "streamlit", "run", str(APP)]
    return [*streamlit, f"--server.address={chosen.address}", f"--server.port={chosen.port}"]


def main(arguments: Sequence[str]) -> None:
    """Check, then become the server. Exits with one sentence where it may not start."""
    parser = argparse.ArgumentParser(prog="python -m web.start", description=__doc__)
    parser.add_argument("--sample", action="store_true", help="with the sample if no store exists")
    asked = parser.parse_args(arguments)
    try:
        chosen = settings()
        check_address(chosen.address)
        check_port(chosen.address, chosen.port)
        if asked.sample:
            make_sample(chosen.store_url)
        check_store(chosen.store_url)
    except (SettingsError, StartRefused, StoreError) as refusal:
        sys.exit(str(refusal))
    os.execv(sys.executable, command(chosen))


if __name__ == "__main__":
    main(sys.argv[1:])
