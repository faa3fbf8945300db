"""What a library prints to standard output does not come between the lines of the work."""

import json
import subprocess
import sys
from dataclasses import asdict, replace

from unpol_data.access import LOCAL
from unpol_data.settings import settings

# Below Python, as the solver prints: no redirecting of sys.stdout would hold it back.
LOUD = """
import os
from unpol_data.work import child
child.JOBS["loud"] = lambda engine, viewer, tell: {"bytes": os.write(1, b"solver says\\n")}
child.main()
"""


def test_what_a_library_prints_goes_to_the_log_and_the_lines_stay_readable(empty_file, tmp_path):
    request = {
        "job": "loud",
        "arguments": {},
        "settings": asdict(replace(settings({}), store_url=f"sqlite:///{empty_file}")),
        "viewer": asdict(LOCAL) | {"roles": sorted(LOCAL.roles)},
        "answer": str(tmp_path / "answer.json"),
    }
    path = tmp_path / "request.json"
    path.write_text(json.dumps(request), encoding="utf-8")
    done = subprocess.run(
        [sys.executable, "-c", LOUD, str(path)], capture_output=True, text=True, check=True
    )
    assert [json.loads(line)["step"] for line in done.stdout.splitlines()] == ["Opening the store"]
    assert "solver says" in done.stderr
    assert json.loads((tmp_path / "answer.json").read_text()) == {"done": {"bytes": 12}}
