"""How is heavy work asked for, followed and answered?

The work goes on when nobody waits for it any more (a browser that left, a page that was drawn
anew): it is one transaction, so the store holds all of it or nothing, and the next read shows
which.
"""

import json
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

import pandas as pd

from unpol_data.access import NotPermitted, Viewer
from unpol_data.filters import Filters
from unpol_data.publishing.preview import RANKED, Preview
from unpol_data.publishing.publication import FIGURE, Publication, Tell, quiet
from unpol_data.settings import Settings
from unpol_data.store import StoreError

PACKAGE_PARENT = Path(__file__).resolve().parents[2]
KINDS: Mapping[str, type[Exception]] = {"NotPermitted": NotPermitted, "StoreError": StoreError}


def approve(
    assessment_id: int,
    *,
    viewer: Viewer,
    published_on: date,
    settings: Settings,
    tell: Tell = quiet,
) -> Publication:
    """Approve in a process of its own; as publishing.approve. Raises what that raises."""
    arguments = {"assessment_id": int(assessment_id), "published_on": published_on.isoformat()}
    return _publication(done("approve", arguments, viewer=viewer, settings=settings, tell=tell))


def withdraw(
    assessment_id: int, *, reason: str, viewer: Viewer, settings: Settings, tell: Tell = quiet
) -> Publication:
    """Withdraw in a process of its own; as publishing.withdraw. Raises what that raises."""
    arguments = {"assessment_id": int(assessment_id), "reason": reason}
    return _publication(done("withdraw", arguments, viewer=viewer, settings=settings, tell=tell))


def preview_approval(
    assessment_id: int,
    *,
    viewer: Viewer,
    published_on: date,
    settings: Settings,
    tell: Tell = quiet,
) -> Preview:
    """What approving would change; as publishing.preview_approval. Raises what that raises."""
    arguments = {"assessment_id": int(assessment_id), "published_on": published_on.isoformat()}
    said = {"viewer": viewer, "settings": settings, "tell": tell}
    return _preview(done("preview_approval", arguments, **said))


def preview_withdrawal(
    assessment_id: int, *, reason: str, viewer: Viewer, settings: Settings, tell: Tell = quiet
) -> Preview:
    """What withdrawing would change; as publishing.preview_withdrawal. Raises what that raises."""
    arguments = {"assessment_id": int(assessment_id), "reason": reason}
    said = {"viewer": viewer, "settings": settings, "tell": tell}
    return _preview(done("preview_withdrawal", arguments, **said))


def assumption_shares(
    chosen: Filters, *, viewer: Viewer, settings: Settings, tell: Tell = quiet
) -> pd.DataFrame:
    """One row per group of assumptions, the weightiest first; see scoring.sensitivity."""
    scenario = None if chosen.scenario is None else asdict(chosen.scenario)
    arguments = {"query": chosen.to_query(), "scenario": scenario}
    found = done("assumptions", arguments, viewer=viewer, settings=settings, tell=tell)
    columns = ["assumption", "total_order", "total_order_low", "total_order_high"]
    return pd.DataFrame(found["shares"], columns=columns)


def done(
    job: str, arguments: Mapping[str, Any], *, viewer: Viewer, settings: Settings, tell: Tell
) -> dict[str, Any]:
    """What a job of work.jobs returned, done in a process of its own.

    Raises StoreError or NotPermitted as the work does, and StoreError where the process ended
    or took longer than UNPOL_WORK_SECONDS before it could answer.
    """
    with tempfile.TemporaryDirectory(prefix="unpol-work-") as folder:
        answer = Path(folder) / "answer.json"
        request = {
            "job": job,
            "arguments": dict(arguments),
            "store_url": settings.store_url,
            "viewer": asdict(viewer) | {"roles": sorted(viewer.roles)},
            "answer": str(answer),
        }
        path = Path(folder) / "request.json"
        path.write_text(json.dumps(request), encoding="utf-8")
        _worked(path, settings.work_seconds, tell)
        if not answer.is_file():
            raise StoreError(
                "The work ended before it could answer. What it was about is changed as a whole "
                "or not at all: look at its state, and try again where it is unchanged."
            )
        found = json.loads(answer.read_text(encoding="utf-8"))
    if "refused" in found:
        raise KINDS.get(found["kind"], StoreError)(found["refused"])
    return found["done"]


def _worked(request: Path, seconds: int, tell: Callable[[str, float], None]) -> None:
    """Start the process and follow it to its end."""
    process = subprocess.Popen(
        [sys.executable, "-m", "unpol_data.work.child", str(request)],
        cwd=PACKAGE_PARENT,
        env={**os.environ, "PYTHONPATH": str(PACKAGE_PARENT)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        encoding="utf-8",
    )
    late = threading.Event()
    clock = threading.Timer(seconds, lambda: (late.set(), process.kill()))
    clock.start()
    try:
        for line in process.stdout:
            said = json.loads(line)
            tell(said["step"], said["share"])
        process.wait()
    finally:
        clock.cancel()
        process.stdout.close()
    if late.is_set():
        raise StoreError(
            f"The work took longer than {seconds} seconds (UNPOL_WORK_SECONDS) and was stopped; "
            "nothing of it was kept."
        )


def _publication(found: dict[str, Any]) -> Publication:
    from_on = found["from_on"]
    return Publication(
        assessment_id=found["assessment_id"],
        mission_code=found["mission_code"],
        state=found["state"],
        revision=found["revision"],
        from_on=None if from_on is None else date.fromisoformat(from_on),
        site_codes=tuple(found["site_codes"]),
        changes=pd.DataFrame(found["changes"], columns=[*FIGURE, "gap_before", "gap_after"]).astype(
            {"gap_before": "float64", "gap_after": "float64"}
        ),
    )


def _preview(found: dict[str, Any]) -> Preview:
    kinds = {"rank": "Int64", "rank_before": "Int64", "priority": "float64"}
    first = pd.DataFrame(found["first"], columns=RANKED).astype(kinds)
    return Preview(_publication(found["publication"]), first)
