"""On which figures was a decision taken, as they stood on the screen?

They are kept as JSON text in the decision, with the missions they cover and the clearance
they need, so that whoever may not see those figures on a page does not see them here either.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any


@dataclass(frozen=True)
class ShownFigure:
    """One figure as it was printed: what it is, the figure, and what was said beside it."""

    name: str
    figure: str
    said: str = ""


@dataclass(frozen=True)
class KeptFigures:
    """The figures of one decision; `missions` is None where it is not known what they cover."""

    shown: tuple[ShownFigure, ...]
    missions: tuple[str, ...] | None = None
    clearance: int = 0

    def to_text(self) -> str:
        """The figures as they are kept in the store."""
        return json.dumps(asdict(self), ensure_ascii=False)

    def seen_by(self, missions: tuple[str, ...] | None, clearance: int) -> bool:
        """Whether one who may see these missions (None: all) and this much may see the figures."""
        if clearance < self.clearance:
            return False
        if missions is None:
            return True
        return self.missions is not None and set(self.missions) <= set(missions)


def kept_figures(text: object) -> KeptFigures:
    """The figures that a text from the store or a file holds; none where it holds no text.

    Other JSON than this dashboard's is shown as it is, one figure for each of its names.
    Raises ValueError where the text is no JSON, or lies in so many brackets that nobody wrote it.
    """
    if not isinstance(text, str) or not text.strip():
        return KeptFigures(())
    try:
        told = json.loads(text)
    except RecursionError as error:
        raise ValueError("The figures lie in too many brackets.") from error
    if not isinstance(told, Mapping):
        return KeptFigures((ShownFigure("Figures", _text(told)),))
    shown = told.get("shown")
    if not isinstance(shown, list) or not all(isinstance(one, Mapping) for one in shown):
        return KeptFigures(tuple(ShownFigure(str(key), _text(told[key])) for key in told))
    missions, clearance = told.get("missions"), told.get("clearance")
    return KeptFigures(
        tuple(ShownFigure(*(_text(one.get(name, "")) for name in NAMES)) for one in shown),
        tuple(map(str, missions)) if isinstance(missions, list) else None,
        clearance if type(clearance) is int else 0,
    )


NAMES = ("name", "figure", "said")


def _text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
