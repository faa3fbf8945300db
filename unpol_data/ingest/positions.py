"""Does a known site stand elsewhere in a file than where it is held?"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pandas as pd

from unpol_data import reference
from unpol_data.validation import Problem
from unpol_data.validation.places import distance_km
from unpol_data.validation.problems import WARNING, of_rows

PLACE = ["latitude", "longitude"]
KEPT, TAKEN = "site_moved", "site_moved_taken"
WORDS = {
    KEPT: "the position held is kept until somebody says that the new one is right",
    TAKEN: "the new position is taken, as was said beside the file",
}


@dataclass(frozen=True)
class Moved:
    """The known sites that moved: `rows` of the sheet sites with `held`, `here` and `km` as words,
    and `places` with the position held, both by the number of the row. `taken` where somebody said
    that the new positions are right.
    """

    rows: pd.DataFrame
    places: pd.DataFrame
    taken: bool

    def problems(self) -> Iterator[Problem]:
        """A warning for each, with the distance and both positions."""
        yield from of_rows(
            self.rows,
            pd.Series(True, index=self.rows.index),
            sheet="sites",
            column="latitude",
            rule=TAKEN if self.taken else KEPT,
            expected="{held}",
            words="{site_code} is held at {held}, but stands here at {here}, {km} km away; "
            + WORDS[TAKEN if self.taken else KEPT],
            severity=WARNING,
        )

    def as_held(self, tables: Mapping[str, pd.DataFrame]) -> dict[str, pd.DataFrame]:
        """The tables with each of these sites where it is held."""
        sites = tables["sites"].copy()
        sites.loc[self.places.index, PLACE] = self.places[PLACE]
        return {**tables, "sites": sites}


def moved(
    tables: Mapping[str, pd.DataFrame], known: pd.DataFrame | None, *, taken: bool
) -> Moved | None:
    """The sites of the file that are held further away than positions are uncertain; None where
    there is none. A position that is missing, here or there, tells nothing.
    """
    if known is None or "sites" not in tables:
        return None
    rows = tables["sites"].reset_index(names="row").drop_duplicates("site_code")
    before = known.reindex(columns=["site_code", *PLACE]).drop_duplicates("site_code", keep="last")
    both = rows.merge(before, on="site_code", suffixes=("", "_held")).set_index("row")
    here = both[PLACE].astype("float64")
    held = both[[f"{name}_held" for name in PLACE]].astype("float64").set_axis(PLACE, axis=1)
    km = distance_km(
        here["latitude"],
        here["longitude"],
        from_latitude=held["latitude"],
        from_longitude=held["longitude"],
    )
    far = km > reference.parameter("site_moved_km")
    if not far.any():
        return None
    told = both.assign(here=_words(here), held=_words(held), km=km.map("{:,.1f}".format))
    return Moved(told[far], held[far], taken)


def _words(places: pd.DataFrame) -> pd.Series:
    """Each position in words: "6.209, 31.559"."""
    return places["latitude"].map("{:.6g}".format) + ", " + places["longitude"].map("{:.6g}".format)
