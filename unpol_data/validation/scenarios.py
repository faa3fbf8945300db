"""May these weights be saved under this name?"""

import hashlib
import re
import unicodedata
from collections.abc import Mapping

from unpol_data.weighing import DEFAULT, PARTS, UNSAVED, WHOLE

LONGEST_NAME, LONGEST_NOTE = 40, 300
DIGEST = 8


def problems(name: str, note: str, percentages: Mapping[str, object]) -> list[str]:
    """Everything that is wrong, each in one sentence; empty where the scenario may be saved."""
    found = []
    if not name.strip():
        found.append("A scenario needs a name.")
    if len(name) > LONGEST_NAME:
        found.append(f"The name has {len(name)} characters; at most {LONGEST_NAME} fit a page.")
    if not name.isprintable():
        found.append("The name holds a character that cannot be printed.")
    if name.strip().casefold() == DEFAULT:
        found.append(f"The name {name.strip()!r} is that of the weights of the method.")
    if len(note) > LONGEST_NOTE:
        found.append(f"The note has {len(note)} characters; at most {LONGEST_NOTE}.")
    return found + _weight_problems(percentages)


def _weight_problems(percentages: Mapping[str, object]) -> list[str]:
    missing = [part for part in PARTS if part not in percentages]
    if missing:
        return [f"A weight is missing: {', '.join(missing)}."]
    found = [
        f"The weight of {part} is {percentages[part]!r}; it has to be a whole number from 0 to "
        f"{WHOLE}."
        for part in PARTS
        if not _is_percentage(percentages[part])
    ]
    if not found:
        total = sum(percentages[part] for part in PARTS)
        if total != WHOLE:
            found.append(f"The weights sum to {total} per cent; they have to sum to {WHOLE}.")
    return found


def _is_percentage(weight: object) -> bool:
    return isinstance(weight, int) and not isinstance(weight, bool) and 0 <= weight <= WHOLE


def code_of(name: str) -> str:
    """The code of a name for links: "Threat first" is threat-first.

    A name with no letter or digit of the Latin alphabet gets a code from its digest.
    """
    plain = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().casefold()
    code = "-".join(re.findall(r"[a-z0-9]+", plain))
    if not code or UNSAVED.fullmatch(code):
        return f"scenario-{hashlib.sha256(name.strip().encode()).hexdigest()[:DIGEST]}"
    return code
