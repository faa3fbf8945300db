"""The rows of the brief as README tells them: on which page, by which clicks, by what words."""

import re
from dataclasses import dataclass
from pathlib import Path

README = Path(__file__).parent.parent / "README.md"
HEADING = "### The brief's rows"
PARTS = ("Outcome", "Output", "Activity", "Timeline", "A4P+", "Gender", "Risk", "Budget")


@dataclass(frozen=True)
class Row:
    """One row of the brief; `clicks` are what is clicked from Overview, `shown` stands there."""

    part: str
    name: str
    page: str
    clicks: tuple[str, ...]
    shown: str


def rows() -> tuple[Row, ...]:
    """The rows of the table under the heading, in order."""
    _, _, after = README.read_text(encoding="utf-8").partition(HEADING)
    found = re.findall(r"^\| (.+?) \| (.+?) \| (.+?) \| (.+?) \| (.+?) \|$", after, re.MULTILINE)
    return tuple(
        Row(part, name, page, () if way == "none" else tuple(way.split(" > ")), shown)
        for part, name, page, way, shown in found
        if part in PARTS
    )
