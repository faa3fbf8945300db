"""Which weights follow from how much each part would be worth lifting first?"""

from collections.abc import Mapping
from math import isfinite

WHOLE = 100


def percentages(swings: Mapping[str, float]) -> dict[str, int]:
    """Weights in whole per cent, summing to 100, in proportion to the swings.

    A swing says how much it is worth to lift one part from its worst to its best, against the
    part most worth lifting. Each share is rounded down, and what is left goes to the largest
    remainders, to the part named first where they are equal. Raises ValueError where a swing is
    no number from 0 on, or all are 0: then nothing is worth lifting. Method note, section 9.
    """
    wrong = [part for part, swing in swings.items() if not isfinite(swing) or swing < 0]
    if wrong:
        raise ValueError(f"{', '.join(wrong)}: a weight is a number from 0 on.")
    total = sum(swings.values())
    if not total:
        raise ValueError("All three are 0: at least one part has to count.")
    shares = {part: WHOLE * swing / total for part, swing in swings.items()}
    found = {part: int(share) for part, share in shares.items()}
    by_remainder = sorted(shares, key=lambda part: found[part] - shares[part])
    for part in by_remainder[: WHOLE - sum(found.values())]:
        found[part] += 1
    return found
