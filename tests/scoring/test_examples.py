"""Is every worked example of the method note repeated by a test, and every test's in the note?"""

import re
from pathlib import Path

HERE = Path(__file__).parent
NOTE = (HERE.parent.parent / "docs" / "method.md").read_text(encoding="utf-8")
TESTS = "".join(path.read_text(encoding="utf-8") for path in sorted(HERE.glob("test_*.py")))


def test_every_worked_example_is_repeated_by_a_test():
    worked = {int(number) for number in re.findall(r"\*\*Example (\d+)\.\*\*", NOTE)}
    repeated = {int(number) for number in re.findall(r"# Example (\d+):", TESTS)}
    assert worked == repeated == set(range(1, len(worked) + 1))


def test_the_note_has_the_sections_the_program_refers_to():
    sections = {int(number) for number in re.findall(r"^## (\d+)\. ", NOTE, re.MULTILINE)}
    code = "".join(
        path.read_text(encoding="utf-8")
        for folder in ("scoring", "publishing")
        for path in (HERE.parent.parent / "unpol_data" / folder).glob("*.py")
    )
    named = re.findall(r"Method\s+note, sections? (\d+)(?:, (\d+))?(?: (?:and|to) (\d+))?", code)
    assert named
    assert {int(number) for group in named for number in group if number} <= sections
