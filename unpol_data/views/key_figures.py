"""What does a key figure say, against what, and is a rise good or bad?"""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class KeyFigure:
    """One figure at the head of a page.

    `value` is a number, a word, or None where nothing is known. `unit` is "" for a count,
    "%" for a share of 0-1, "points" for a gap of 0-100, "usd" for money, "word" for a name.
    `of` is the whole the value is part of. `change` is in the unit of the value (in points
    for "%"), None where there is nothing to compare with; `since` is the date compared with;
    `rising_is` says "worse", "better" or "" where neither. `note` replaces these words, `chip`
    the change.
    """

    label: str
    value: float | str | None
    unit: str = ""
    of: float | None = None
    change: float | None = None
    since: date | None = None
    rising_is: str = ""
    note: str = ""
    chip: str = ""
    help: str = ""

    def verdict(self) -> str:
        """How to read the change: "worse", "better", "unchanged", or "" where none is known."""
        if self.change is None or not self.rising_is:
            return ""
        if round(self.change) == 0:
            return "unchanged"
        falling_is = "better" if self.rising_is == "worse" else "worse"
        return self.rising_is if self.change > 0 else falling_is
