"""How firm is the choice of options, found when one asks for it?"""

from collections.abc import Mapping
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.ui import kept, panels, reads, words
from unpol_data import reference
from unpol_data.access import Viewer
from unpol_data.figures import formats, portfolio_words
from unpol_data.filters import Filters
from unpol_data.settings import settings
from unpol_data.views import portfolio as view
from unpol_data.views.wanted import Wanted
from unpol_data.work import running


def key(chosen: Filters, wanted: Wanted, viewer: Viewer) -> tuple:
    """Under what the answer is kept."""
    seen = (viewer.missions, viewer.clearance)
    return ("portfolio_draws", reads.revision(), chosen, wanted, *seen)


def known(
    chosen: Filters, wanted: Wanted, viewer: Viewer, *, budget: float
) -> view.Firmness | None:
    """How firm the choice is, where it has been found."""
    found = kept.answer(key(chosen, wanted, viewer))
    return None if found is None else view.firmness(found, budget=budget)


def by_option(
    firm: view.Firmness | None, *, budget: float
) -> Mapping[str, tuple[str, float]] | None:
    """Firmness and share of draws by option_code, where draws were made at this very budget."""
    if firm is None or firm.budget_usd != budget:
        return None
    rows = firm.rows.itertuples(index=False)
    return {row.option_code: (row.firmness, row.share) for row in rows}


def draw(firm: view.Firmness | None, *, budget: float) -> DeltaGenerator | None:
    """How many options are core, borderline and exterior; a button where it is not known yet.

    Where it was pressed, the place in which `find_out` is to show how far the work is: all other
    parts of the page are drawn first.
    """
    panels.section("How firm is this choice?")
    if firm is not None:
        _answer(firm)
    if firm is not None and firm.budget_usd == budget:
        return None
    if firm is None:
        count = formats.number(reference.parameter("portfolio_draws"))
        panels.note(
            f"The choice is repeated {count} times with priorities as they could also be. It takes "
            "about half a minute."
        )
    label = "Find out" if firm is None else f"Find out for {formats.money(budget)}"
    pressed = st.button(label, key="portfolio_draws")
    # Always there, or what stands below would be another element while the work is shown.
    place = st.container()
    return place if pressed else None


def find_out(
    place: DeltaGenerator, chosen: Filters, wanted: Wanted, viewer: Viewer, *, budget: float
) -> None:
    """Find out how firm the choice is, show meanwhile in `place` how far that is, and draw anew."""
    with place:
        is_found = _found(chosen, wanted, viewer, budget)
    if is_found:
        st.rerun()


def _found(chosen: Filters, wanted: Wanted, viewer: Viewer, budget: float) -> bool:
    """Compute and keep what is missing: the steps of the draws, and this budget beside them."""
    place, asked = key(chosen, wanted, viewer), {"viewer": viewer, "settings": settings()}
    held = kept.answer(place)
    for one in (None, budget):
        if held is not None and one in (None, *(step["budget_usd"] for step in held["steps"])):
            continue
        work = partial(running.portfolio_draws, chosen, wanted, budget=one, **asked)
        found = kept.computed((*place, one), lambda tell, work=work: work(tell=tell))
        if found is None:
            return False
        held = found if held is None else held | {"steps": held["steps"] + found["steps"]}
    kept.keep(place, held)
    return True


def _answer(firm: view.Firmness) -> None:
    counts = portfolio_words.firmness_counts(
        firm.rows["firmness"], core=firm.core_share, exterior=firm.exterior_share
    )
    for title, meaning in counts:
        st.markdown(f":blue-badge[{words.plain(title)}] {words.plain(meaning)}")
    panels.note(
        f"{firm.draw_count:,} draws, seed {firm.draw_seed}, at a budget of "
        f"{formats.money(firm.budget_usd)}."
    )
