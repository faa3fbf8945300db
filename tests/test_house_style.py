"""Files and functions stay small enough to be read at one sitting."""

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
CODE = ("app.py", "pages", "web", "unpol_data", "sample_data", "scripts", "tests")
MODULE_LINES, PAGE_LINES, TABLE_LINES, FUNCTION_LINES = 250, 80, 120, 40


def modules() -> Iterator[Path]:
    """Every Python file of the project."""
    for name in CODE:
        place = ROOT / name
        yield from [place] if place.is_file() else sorted(place.rglob("*.py"))


def lines_of(path: Path) -> int:
    """How many lines a file has."""
    return len(path.read_text(encoding="utf-8").splitlines())


def most_lines(path: Path) -> int:
    """How many lines a file may have, by the part of the product it belongs to."""
    parts = path.relative_to(ROOT).parts
    if parts[0] == "pages" and parts[1] != "ui":
        return PAGE_LINES
    if parts[:3] == ("unpol_data", "store", "tables"):
        return TABLE_LINES
    return MODULE_LINES


def test_no_file_is_longer_than_its_kind_may_be():
    too_long = {
        str(path.relative_to(ROOT)): lines_of(path)
        for path in modules()
        if lines_of(path) > most_lines(path)
    }
    assert too_long == {}


def test_no_function_is_longer_than_a_screen():
    too_long = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.name}"
        for path in modules()
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)
        and node.end_lineno - node.lineno + 1 > FUNCTION_LINES
        and "migrations" not in path.parts
    ]
    assert too_long == []


def test_every_module_says_which_question_it_answers():
    silent = [
        str(path.relative_to(ROOT))
        for path in modules()
        if lines_of(path) and not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert silent == []


def test_there_is_no_room_called_utils():
    assert [path.name for path in modules() if path.stem in ("utils", "helpers", "misc")] == []
