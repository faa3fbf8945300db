"""Who can't connect, and what holds them back?"""

import streamlit as st

from pages.ui import (
    choice,
    downloads,
    empty,
    filters,
    key_figures,
    panels,
    reads,
    screen,
    site_maps,
)
from pages.ui.sign_in import current_viewer
from unpol_data.figures import bars, site_words, trend
from unpol_data.views import connectivity as view

USES = ("mission", "horizon", "as_of")
EXPLAINED = (
    "Each site against its own requirement: users × Mbit/s per user × share on line at once. Under "
    "a site: the measure furthest below requirement; under a mission: sites below requirement, of "
    "those measured. Changes compare the sites known on both dates."
)

viewer = current_viewer()
viewer.must("read")
chosen = filters.current()
found = reads.read(view.connectivity, chosen, viewer)


def picture() -> None:
    """The site maps and the missions nothing is known of."""
    panels.section("Which sites can connect, and what holds the others back")
    panels.connectivity_legend()
    site_maps.draw(site_words.on_map(found.sites))
    if len(found.not_known):
        unknown = site_words.not_known(found.not_known)
        st.markdown(f"{panels.connectivity_badge('not_known')} {unknown}")
    panels.note(f"{EXPLAINED} Requirements {found.requirements_version}.")


def held_back() -> None:
    """How many police each limiting factor holds back."""
    panels.section("UNPOL held back, by limiting factor")
    rows = site_words.held_back(found.held_back)
    screen.chart(bars.labelled_bars(rows, screen.palette()), alt=bars.labelled_bars_alt(rows))


def measurements() -> None:
    """What one site's limiting measure did from month to month."""
    site_code = choice.one("site", "Site", site_words.names(found.sites))
    shown = reads.read(view.trend, chosen, viewer, site_code=site_code)
    if shown is None:
        panels.not_enough_evidence("Nothing has been measured at this site.")
        return
    said = {"unit": site_words.unit(shown.measure), "required": shown.required}
    panels.section(site_words.trend_title(shown.measure, site_code, found.sites))
    chart = trend.trend(shown.months, screen.palette(), **said)
    screen.chart(chart, alt=trend.trend_alt(shown.months, **said))
    panels.note(site_words.TREND)


empty.unused(uses=USES)
if found.empty:
    empty.state("measurement", uses=USES)
else:
    key_figures.tiles(found.figures)
    left, right = st.columns([1.75, 1], gap="medium")
    with left:
        picture()
    with right:
        held_back()
        measurements()
    with st.expander("Every site, measured against required"):
        site_maps.table(found)
    downloads.button("connectivity", site_words.download(found), chosen, viewer)
