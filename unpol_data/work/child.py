"""Do one piece of work in this process, and say how far it is.

    python -m unpol_data.work.child REQUEST.json

The request names the job, its arguments, the settings, the viewer, and where the answer goes. Each
line on standard output is JSON: {"step": words, "share": 0 to 1}. The answer is JSON: {"done":
what the job returned} or {"refused": words, "kind": name of the refusal}. Anything else a
library prints goes to standard error.
"""

import json
import os
import sys
from pathlib import Path
from typing import Any

from unpol_data.access import NotPermitted, Viewer
from unpol_data.reference import ReferenceDataError
from unpol_data.settings import Settings
from unpol_data.store import StoreError, open_store
from unpol_data.work.file_jobs import FILE_JOBS
from unpol_data.work.jobs import JOBS

REFUSALS = (StoreError, NotPermitted, ReferenceDataError)


def work(request: dict[str, Any], tell) -> dict[str, Any]:
    """The answer to a request; what the work refuses is part of the answer."""
    viewer = request["viewer"]
    missions = viewer["missions"]
    doing_it_for = Viewer(
        viewer["account"],
        None if missions is None else tuple(missions),
        viewer["clearance"],
        frozenset(viewer["roles"]),
    )
    engine = None
    try:
        tell("Opening the store", 0.05)
        settings = Settings(**request["settings"])
        engine = open_store(settings.store_url)
        arguments = request["arguments"]
        if request["job"] in FILE_JOBS:
            job = FILE_JOBS[request["job"]]
            return {"done": job(engine, doing_it_for, tell, settings=settings, **arguments)}
        return {"done": JOBS[request["job"]](engine, doing_it_for, tell, **arguments)}
    except REFUSALS as refusal:
        return {"refused": str(refusal), "kind": type(refusal).__name__}
    finally:
        if engine is not None:
            engine.dispose()


def main() -> None:
    """Answer the request named on the command line."""
    request = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    # A library below Python may print to standard output too (HiGHS does): our lines get a
    # descriptor of their own, and descriptor 1 becomes standard error.
    lines = os.fdopen(os.dup(1), "w", encoding="utf-8", buffering=1)
    os.dup2(2, 1)

    def tell(step: str, share: float) -> None:
        """One line for whoever waits; nobody need wait any more."""
        try:
            print(json.dumps({"step": step, "share": share}), file=lines, flush=True)
        except BrokenPipeError:
            os.dup2(os.open(os.devnull, os.O_WRONLY), lines.fileno())

    answer = Path(request["answer"])
    told = json.dumps(work(request, tell), ensure_ascii=False)
    if answer.parent.is_dir():
        answer.write_text(told, encoding="utf-8")


if __name__ == "__main__":
    main()
