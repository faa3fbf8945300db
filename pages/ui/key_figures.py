"""How does a key figure become a tile: value, change, and what it is measured by?"""

from pages.ui import panels, words
from unpol_data.figures import formats
from unpol_data.views.key_figures import KeyFigure

NOT_KNOWN = "not known"
MILLION = 1_000_000


def tiles(figures: tuple[KeyFigure, ...]) -> None:
    """The key figures of a page in one row; two by two on a phone."""
    panels.tiles([tile(figure) for figure in figures])


def tile(figure: KeyFigure) -> panels.Tile:
    """One key figure in words: "3,620", "▲ 220", "of 6,290 · worse than Dec 2025"."""
    return panels.Tile(figure.label, _value(figure), _change(figure), _words(figure))


def _value(figure: KeyFigure) -> str:
    if figure.value is None:
        return NOT_KNOWN
    if isinstance(figure.value, str):
        return figure.value
    if figure.unit == "%":
        return formats.percent(figure.value)
    return usd(figure.value) if figure.unit == "usd" else formats.number(figure.value)


def _change(figure: KeyFigure) -> str:
    if figure.chip:
        return figure.chip
    if figure.change is None:
        return ""
    if figure.unit == "usd" and abs(figure.change) >= 1:
        sign = formats.UP if figure.change > 0 else formats.DOWN
        return f"{sign} {usd(abs(figure.change))}"
    return words.change(figure.change, "points" if figure.unit in ("%", "points") else "")


def _words(figure: KeyFigure) -> str:
    if figure.note:
        return figure.note
    whole = "" if figure.of is None else f"of {formats.number(figure.of)}"
    return " · ".join(part for part in (whole, _against(figure)) if part)


def _against(figure: KeyFigure) -> str:
    """ "worse than Dec 2025", "as in Dec 2025"; the round before where no date is named."""
    verdict = figure.verdict()
    before = formats.month(figure.since) if figure.since else "the round before"
    if verdict == "unchanged":
        return f"as in {before}"
    return f"{verdict} than {before}" if verdict else ""


def usd(amount: float) -> str:
    """US dollars, short enough for a tile: 22.9 m USD, 16,620 USD."""
    if amount >= MILLION:
        return f"{amount / MILLION:,.1f} m USD"
    return f"{formats.number(amount)} USD"
