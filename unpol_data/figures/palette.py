"""Which colours say what, on a light and on a dark page?

Colours are presentation, not weights, so they stand here. Contrast with the page rises with the
gap; every ink keeps 4.5:1 or more on its fill, and no class is told by colour alone.
"""

from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

Name = Literal["light", "dark"]

GAP_CLASSES = ("met", "minor", "moderate", "large", "critical")
NOT_ENOUGH_EVIDENCE = "not_enough_evidence"
NOT_APPLICABLE = "not_applicable"
# A site's connectivity class borrows the fill of the gap class it corresponds to.
CONNECTIVITY_CLASSES = MappingProxyType(
    {"good": "met", "moderate": "moderate", "none": "critical", "not_known": None}
)


@dataclass(frozen=True)
class Palette:
    """The colours of one theme, as hex strings.

    `on_primary` is the colour of text on a button in the primary colour. `fills` and `inks` are
    by gap class; `parts` are three parts of a whole, in their order;
    `empty_cell` lies under the hatch of a missing figure.
    """

    name: str
    text: str
    secondary_text: str
    background: str
    empty_cell: str
    grid: str
    primary: str
    on_primary: str
    hatch: str
    land: str
    host_land: str
    border: str
    parts: tuple[str, str, str]
    fills: MappingProxyType[str, str]
    inks: MappingProxyType[str, str]

    def fill(self, gap_class: str) -> str:
        """Fill of a gap class; the empty cell's where there is no figure."""
        return self.fills.get(gap_class, self.empty_cell)

    def ink(self, gap_class: str) -> str:
        """Colour of text on a gap class's fill; secondary text where there is no figure."""
        return self.inks.get(gap_class, self.secondary_text)

    def connectivity_fill(self, connectivity_class: str) -> str:
        """Fill of a site's symbol; the page's background where it is not known."""
        gap_class = CONNECTIVITY_CLASSES[connectivity_class]
        return self.background if gap_class is None else self.fills[gap_class]


def palette(name: Name) -> Palette:
    """The palette of the theme "light" or "dark"."""
    if name not in PALETTES:
        raise ValueError(f"No palette is called {name!r}; there are: {', '.join(PALETTES)}.")
    return PALETTES[name]


def _by_class(*colours: str) -> MappingProxyType[str, str]:
    return MappingProxyType(dict(zip(GAP_CLASSES, colours, strict=True)))


PALETTES = MappingProxyType(
    {
        "light": Palette(
            name="light",
            text="#0E1720",
            secondary_text="#52606D",
            background="#FFFFFF",
            empty_cell="#F3F5F7",
            grid="#E3E8EC",
            primary="#005C99",
            on_primary="#FFFFFF",
            hatch="#6B7885",
            land="#E9EDF0",
            host_land="#D2D9DF",
            border="#8A97A3",
            parts=("#00446B", "#3F86B5", "#9DC3DC"),
            fills=_by_class("#D5E5EE", "#F3DC9B", "#EFA04B", "#C24A26", "#6E1433"),
            inks=_by_class("#0E1720", "#0E1720", "#0E1720", "#FFFFFF", "#FFFFFF"),
        ),
        "dark": Palette(
            name="dark",
            text="#E6EBF0",
            secondary_text="#A9B6C2",
            background="#10171E",
            empty_cell="#1A232C",
            grid="#2B3640",
            primary="#8CCBF2",
            on_primary="#0B1117",
            hatch="#A9B6C2",
            land="#2A343E",
            host_land="#3D4A56",
            border="#6B7885",
            parts=("#D6ECFA", "#6CB0DC", "#2F6C96"),
            fills=_by_class("#234558", "#5F5128", "#9C6318", "#F08A52", "#FFCBD2"),
            inks=_by_class("#FFFFFF", "#FFFFFF", "#FFFFFF", "#0B1117", "#0B1117"),
        ),
    }
)
