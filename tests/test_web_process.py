"""What the web process loads, and what it must not."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent
WEB = """
import importlib, pkgutil, sys
import unpol_data.queries, unpol_data.views, unpol_data.figures, unpol_data.publishing, pages, web
import unpol_data.exports
parts = (unpol_data.queries, unpol_data.views, unpol_data.figures, unpol_data.exports)
for package in (*parts, pages.ui, web):
    for module in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
        importlib.import_module(module.name)
heavy = {"SALib", "scipy", "matplotlib", "pyxform"}
print(sorted({name.split(".")[0] for name in sys.modules} & heavy))
"""


def test_no_part_of_the_web_process_loads_salib_scipy_or_pyxform():
    code = WEB.replace("pages, web", "pages.ui, web")
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ran.stdout.strip().endswith("[]"), ran.stdout + ran.stderr[-2000:]
