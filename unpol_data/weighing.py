"""How much do threat, mandate and exposure weigh, and what is that choice called?"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from unpol_data import reference

PARTS = ("threat", "mandate", "exposure")
# What a link says for the weights of the method.
DEFAULT = "default"
WHOLE = 100
# Weights that nobody has saved: 60-25-15 are 60, 25 and 15 per cent.
UNSAVED = re.compile(r"(\d{1,3})-(\d{1,3})-(\d{1,3})")


@dataclass(frozen=True)
class Scenario:
    """The weights of threat, mandate and exposure in whole per cent, summing to 100.

    `code` stands in links: that of a saved scenario with its version ("threat-first.2"), or
    the three numbers ("60-25-15"), which have no `name`.
    """

    code: str
    name: str
    threat: int
    mandate: int
    exposure: int

    def weights(self) -> dict[str, float]:
        """The weights as shares, summing to 1."""
        return {part: getattr(self, part) / WHOLE for part in PARTS}

    def in_words(self) -> str:
        """ "Threat first: threat .6, mandate .25, exposure .15"; without name where unsaved."""
        said = numbers(self.weights())
        return f"{self.name}: {said}" if self.name else said


def short(share: float, decimals: int = 2) -> str:
    """A share as people write weights: .6, .25, 0, 1."""
    return f"{share:.{decimals}f}".rstrip("0").rstrip(".").lstrip("0") or "0"


def numbers(shares: Mapping[str, float]) -> str:
    """Weights in words: "threat .5, mandate .3, exposure .2"."""
    return ", ".join(f"{part} {short(share)}" for part, share in shares.items())


def default_weights() -> dict[str, float]:
    """The weights of the method: rows weight_threat and so on of the reference parameters."""
    return {part: reference.parameter(f"weight_{part}") for part in PARTS}


def unsaved(percentages: Mapping[str, int]) -> Scenario:
    """The scenario of three whole percentages that nobody has saved under a name."""
    return Scenario("-".join(f"{percentages[part]}" for part in PARTS), "", **percentages)


def understood(code: str, known: Mapping[str, Scenario]) -> Scenario:
    """The scenario that a code in a link means; raises ValueError, in words, where none is.

    `known` has the saved ones by code, with and without version.
    """
    if code in known:
        return known[code]
    three = UNSAVED.fullmatch(code)
    if three is None:
        raise ValueError(f"scenario {code!r} is not known and was left out; the default weights")
    percentages = dict(zip(PARTS, map(int, three.groups()), strict=True))
    if sum(percentages.values()) != WHOLE:
        raise ValueError(
            f"scenario {code!r} sums to {sum(percentages.values())} per cent, not {WHOLE}, and was "
            "left out; the default weights"
        )
    return unsaved(percentages)
