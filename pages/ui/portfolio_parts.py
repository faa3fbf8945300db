"""What are the blocks of the portfolio: what is bought, why not the rest, and what would change?"""

from collections.abc import Mapping

import pandas as pd
import streamlit as st

from pages.ui import paged, panels, screen, words
from unpol_data import reference
from unpol_data.figures import bars, formats, frontier, option_words, portfolio_words
from unpol_data.views.portfolio import Portfolio

# As many lines of a table as fit beside the charts.
LINES = 12
EXPLAINED = (
    "Gain = chance that it works × chance that it is taken up × police served × importance × part "
    "of the gap it closes. A gain of 1: one officer for whom a gap of the greatest importance is "
    "wholly closed. The choice is exact: no other set of options gains more for this money."
)


def tiles(found: Portfolio) -> None:
    """The key figures of the choice."""
    support = formats.percent(reference.parameter("programme_support_share"))
    every = len(found.chosen) + len(found.left_out)
    share = found.value / found.most_value if found.most_value else None
    panels.tiles(
        [
            panels.Tile("Options chosen", f"{len(found.chosen)}", words=f"of {every} of this side"),
            panels.Tile(
                "Cost",
                formats.money(found.total_usd),
                words=f"{formats.money(found.cost_usd)} + programme support {support} "
                f"{formats.money(found.support_usd)}",
            ),
            panels.Tile(
                "Gain",
                option_words.gain(found.value),
                words=f"{formats.percent(share)} of the most that any budget gains",
            ),
            panels.Tile(
                "Gain together",
                option_words.gain(found.joint_value),
                words=portfolio_words.together(found.value, found.joint_value),
            ),
        ]
    )


def clashing(found: Portfolio, at_least: Mapping[str, int]) -> None:
    """Why nothing can be chosen, and what would help."""
    said = portfolio_words.clash(
        found.clash,
        budget=found.budget_usd,
        needed=found.needed_usd,
        at_least=at_least,
        titles=found.titles,
    )
    st.warning(words.plain(said), icon=":material/rule:")


def bought(found: Portfolio, firm: Mapping[str, tuple[str, float]] | None) -> None:
    """The chosen options, most gain first."""
    money = formats.money(found.budget_usd)
    panels.section(f"What {money} buy")
    if found.chosen.empty:
        panels.nothing_found("No option is chosen. Raise the budget.")
        return
    rows = option_words.chosen(found.chosen, firm)
    headings = option_words.CHOSEN_HEADINGS
    if firm is not None:
        headings = headings | option_words.FIRM_HEADING
    paged.table(rows, headings, key="bought", size=LINES)
    years = formats.count(int(reference.parameter("portfolio_running_years")), "year", "years")
    left = formats.money(found.budget_usd - found.total_usd)
    panels.note(
        f"Cost: once and running for {years}, with programme support. {left} of the budget is "
        "left; nothing more of use can be had for it. Chance: that it works and is taken up. "
        "Months: until it works."
    )


def more_money(found: Portfolio) -> None:
    """Gain by budget, and what the next dollars buy."""
    panels.section(portfolio_words.gained(found.budget_usd, found.value, found.most_value))
    drawn = frontier.frontier(found.frontier, screen.palette(), budget=found.budget_usd)
    said = frontier.frontier_alt(found.frontier, budget=found.budget_usd)
    screen.chart(drawn, alt=said)
    if not found.clash:
        said = portfolio_words.next_dollars(
            found.next_usd, found.next_added, found.next_dropped, found.next_value, found.titles
        )
        st.markdown(f":material/add_circle: {words.plain(said)}")


def missions(found: Portfolio) -> None:
    """What each mission gets of the budget."""
    panels.section("What each mission gets")
    rows = portfolio_words.mission_bars(found.missions)
    if len(rows):
        screen.chart(bars.labelled_bars(rows, screen.palette()), alt=bars.labelled_bars_alt(rows))
    panels.note(portfolio_words.without(found.missions))


def gates(found: Portfolio) -> None:
    """Which gates keep options out, and what each costs."""
    if found.gates.empty:
        return
    panels.section("What the gates keep out, and what that costs")
    panels.table(portfolio_words.gates(found.gates), portfolio_words.GATE_HEADINGS)
    panels.note("The gain this budget would have more if the gate were open. It is no advice.")


def left_out(found: Portfolio) -> None:
    """What is not chosen, and why."""
    rows = option_words.left_out(found.left_out, found.titles)
    with st.expander(f"Not chosen, and why ({len(rows)})"):
        paged.table(rows, option_words.LEFT_HEADINGS, key="left_out")


def reasons(found: Portfolio) -> None:
    """Why each chosen option is thought to work and to be taken up, and what it serves."""
    rows: pd.DataFrame = option_words.reasons(found.chosen)
    with st.expander("The chosen options one by one: chances, reasons, what they serve"):
        paged.table(rows, option_words.REASON_HEADINGS, key="reasons")


def how_computed() -> None:
    """What a gain is."""
    panels.note(f"{EXPLAINED} Method {reference.version('method')}, section 11.")
