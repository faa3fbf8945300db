"""For which site and side, or for the mission as a whole, and for which part?"""

from dataclasses import dataclass, field, replace

import pandas as pd
import streamlit as st

from pages.ui import choice, panels, reads
from unpol_data import reference
from unpol_data.access import Viewer
from unpol_data.figures import entry_words
from unpol_data.filters import Filters
from unpol_data.views import entry as view

NEW = "new"
# The site that was last described, to be chosen when the page is drawn anew.
DESCRIBED = "entry_described"
# The site and part that were asked for with "Save and next".
ONWARD = "entry_onward"
SITE, LINK = "site", "link"
THREATS, OWN_ROW = "threats", "assessment"
OF_MISSION = {
    THREATS: "The whole mission: crime threats",
    OWN_ROW: "The assessment itself: round, dates, source",
}
PARTS = {SITE: "About the site", LINK: "Link measurements"}


@dataclass(frozen=True)
class Place:
    """Where one enters: the draft, the site and the part.

    There is no code where the site is new, or the part is of the mission as a whole.

    `known` is the site's row as last said, `areas` how far each area is there; `chosen` has
    the mission, the side and the day up to which approved figures are read. `onward` is the site
    and part that come next, with a name; None after the last.
    """

    assessment_id: int
    chosen: Filters
    site_code: str
    site_kind: str
    part: str
    known: pd.DataFrame
    areas: pd.DataFrame = field(default_factory=pd.DataFrame)
    onward: tuple[str, str, str] | None = None

    @property
    def scope(self) -> tuple:
        """What tells the form of this place from all others."""
        return self.assessment_id, self.site_code, self.chosen.side, self.part


def place(draft: tuple, viewer: Viewer, chosen: Filters) -> Place:
    """The site, side and part as chosen."""
    number = int(draft.assessment_id)
    sites = reads.read(view.sites, chosen, viewer, assessment_id=number)
    described = str(st.session_state.pop(DESCRIBED, "")).strip().upper()
    if described in set(sites["site_code"]):
        st.session_state["site"] = described
    if ONWARD in st.session_state:
        st.session_state["site"], st.session_state["part"] = st.session_state.pop(ONWARD)
    left, right, last = st.columns([1.2, 1.2, 0.8])
    with left:
        names = {row.site_code: _name(row) for row in sites.itertuples(index=False)}
        code = choice.one("site", "What it is about", {**names, NEW: "A new site", **OF_MISSION})
    if code == NEW:
        return Place(number, chosen, "", "", SITE, sites[:0])
    if code in OF_MISSION:
        return Place(number, chosen, "", "", code, sites[:0])
    row = sites[sites["site_code"] == code]
    kind = str(row["site_kind"].iloc[0])
    with last:
        sides = {one: reference.name("side", one) for one in _sides(kind)}
        if len(sides) > 1:
            chosen = replace(chosen, side=choice.one("of", "Whose capacity", sides))
    with right:
        areas = reads.read(
            view.progress, chosen, viewer, assessment_id=number, site_code=code, site_kind=kind
        )
        # A name that changes with what is saved would stay as it was in the browser.
        names = {one: reference.short_name("area", one) for one in areas["area_code"]}
        part = choice.one("part", "What to enter", {**names, **PARTS})
    panels.note(entry_words.how_far(areas, part))
    onward = _onward(sites, list(areas["area_code"]), code, part)
    return Place(number, chosen, code, kind, part, row, areas, onward)


def _onward(
    sites: pd.DataFrame, areas: list[str], site_code: str, part: str
) -> tuple[str, str, str] | None:
    """The next area of this site; after the last, and after the link, the next site.

    No part is named of another site: it begins with the first of what is asked there.
    """
    later = areas[areas.index(part) + 1 :] if part in areas else areas if part == SITE else []
    if later:
        return site_code, later[0], reference.short_name("area", later[0])
    codes = list(sites["site_code"])
    after = codes[codes.index(site_code) + 1 :]
    if not after:
        return None
    return after[0], "", str(sites.set_index("site_code").at[after[0], "name"])


def _name(row: tuple) -> str:
    kind = reference.name("site_kind", row.site_kind)
    return f"{row.name} · {kind}{' · closed' if row.closed else ''}"


def _sides(site_kind: str) -> list[str]:
    asked = reference.table("requirements").query("site_kind == @site_kind")["side"].unique()
    return [side for side in reference.codes("sides") if side in asked]
