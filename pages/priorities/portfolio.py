"""What does a budget buy?"""

from dataclasses import replace

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.ui import (
    downloads,
    empty,
    filters,
    panels,
    portfolio_asked,
    portfolio_edit,
    portfolio_firm,
    reads,
)
from pages.ui import portfolio_parts as parts
from pages.ui.sign_in import current_viewer
from unpol_data.figures import option_words, portfolio_words
from unpol_data.views import options
from unpol_data.views import portfolio as view
from unpol_data.views.wanted import Wanted

USES = ("mission", "area", "threat", "horizon", "side", "as_of", "scenario")

viewer = current_viewer()
viewer.must("read")
chosen = filters.current()
on = filters.asked().as_of
every = reads.read(options.options, chosen, viewer, wanted=Wanted(recorded_on=on))


def pictures(found: view.Portfolio, wanted: Wanted) -> DeltaGenerator | None:
    """What is bought at the left, what more money and missions say at the right.

    Where how firm it is was asked for, the place in which that is to be found out.
    """
    firm = portfolio_firm.known(chosen, wanted, viewer, budget=found.budget_usd)
    left, right = st.columns([1.5, 1], gap="medium")
    with left:
        parts.bought(found, portfolio_firm.by_option(firm, budget=found.budget_usd))
        asked = portfolio_firm.draw(firm, budget=found.budget_usd)
        parts.gates(found)
    with right:
        parts.more_money(found)
        parts.missions(found)
    parts.reasons(found)
    return asked


empty.unused(uses=USES)
asked = None
if every.rows.empty:
    panels.nothing_found(portfolio_words.no_option(on))
else:
    panels.note(portfolio_words.recorded(on))
    wanted = replace(portfolio_asked.conditions(every), recorded_on=on)
    solved = portfolio_asked.solved(chosen, wanted, viewer)
    if solved is not None:
        rows = reads.read(options.options, chosen, viewer, wanted=wanted)
        budget = portfolio_asked.budget(solved)
        found = view.portfolio(rows, solved, wanted=wanted, budget=budget)
        if found.clash:
            parts.clashing(found, dict(wanted.at_least))
            parts.more_money(found)
        else:
            parts.tiles(found)
            asked = pictures(found, wanted)
        parts.left_out(found)
        parts.how_computed()
        file = option_words.table(found.chosen, found.left_out, found.titles)
        downloads.button("portfolio", file, chosen, viewer)
portfolio_edit.draw(chosen, viewer)
if asked is not None:
    portfolio_firm.find_out(asked, chosen, wanted, viewer, budget=budget)
