"""What are the blocks of the ranking: ranges, parts, tiers, what would change it, what is open?"""

import streamlit as st

from pages.ui import panels, screen, shown, words
from unpol_data.figures import rank_ranges, ranking, ranking_words, stability_words
from unpol_data.views.ranking import Ranking

# As many priorities as one screen holds.
MOST = 12
# So many of them are kept with a decision.
KEPT = 5
COLOURS = {"A": "blue", "B": "blue", "C": "gray"}
READING = (
    "Priority = gap × importance. Importance adds up three parts by their weights. 100: nothing "
    "is in place, the worst threats press on it, the mandate rests on it, all police are exposed."
)


def ranges(found: Ranking) -> None:
    """The first priorities, each with the range of its rank."""
    for name, figure, beside in ranking_words.first(found.ranked.head(KEPT)):
        shown.keep(name, figure, beside)
    rows = ranking_words.bars(found.ranked.head(MOST))
    said = stability_words.axis(found.limits, draw_count=found.draw_count)
    drawn = rank_ranges.rank_ranges(rows, screen.palette(), said=said)
    screen.chart(drawn, alt=rank_ranges.rank_ranges_alt(rows))


def made_of(found: Ranking) -> None:
    """The first priorities, each with what it is made of."""
    rows = ranking_words.bars(found.ranked.head(MOST))
    drawn = ranking.priority_parts(rows, screen.palette())
    screen.chart(drawn, alt=ranking.priority_parts_alt(rows))


def tiers(found: Ranking) -> None:
    """What each tier means and which ranks stand in it."""
    panels.note(stability_words.tier_and_rank(found.limits, draw_count=found.draw_count))
    for tier in stability_words.tiers(found.ranked, found.limits):
        badge = f":{COLOURS[tier.letter]}-badge[{tier.letter} {tier.name}]"
        st.markdown(f"{badge} {words.plain(tier.ranks)}  \n{words.plain(tier.meaning)}")
    why = stability_words.out_of_order(found.ranked, found.limits, most=MOST)
    if why:
        st.markdown(words.plain(why))
    basis = stability_words.basis(
        found.ranked, draw_count=found.draw_count, draw_seed=found.draw_seed
    )
    panels.note(basis)


def changes(found: Ranking) -> None:
    """Which order is close, and which weight would turn it."""
    said = stability_words.changes(found.ranked, found.neighbours, found.swaps, most=MOST)
    if not said:
        panels.note("There is no second priority whose place could change.")
    lines = [
        f"- {words.plain(each.begins)} **{words.plain(each.strong)}**"
        f"{'' if each.ends == '.' else ' '}{words.plain(each.ends)}"
        for each in said
    ]
    st.markdown("\n".join(lines))


def not_ranked(found: Ranking, *, areas_in_scope: int) -> None:
    """What to assess first, and why it has no place in the order."""
    if found.not_ranked.empty:
        return
    panels.section("Not ranked: assess first")
    said = ranking_words.not_ranked(found.not_ranked, areas_in_scope=areas_in_scope)
    for why, which in said.items():
        st.markdown(f":gray-badge[:material/texture: {words.plain(why)}] {words.plain(which)}")


def how_computed(found: Ranking) -> None:
    """What a priority is, and the weights in force with their source."""
    st.markdown(words.plain(READING))
    panels.gap_legend()
    panels.table(ranking_words.weights(found.weight_sources), ranking_words.WEIGHT_HEADINGS)
    sources = " ".join(found.weight_sources["source"].unique())
    versions = f"Method {found.method_version}, requirements {found.requirements_version}."
    panels.note(f"Source: {sources}. {versions}")
