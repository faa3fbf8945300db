"""What are the blocks of the signals page and of the overview's block of signals?"""

from dataclasses import replace

import pandas as pd
import streamlit as st

from pages.ui import choice, filters, menu, navigate, paged, panels, signal_acts, words
from unpol_data import reference
from unpol_data.access import Viewer
from unpol_data.figures import formats, signal_words
from unpol_data.filters import Filters
from unpol_data.views import signals as view

ALL = "all"
LISTED, SHARPEST = 6, 3
CARD = (2.4, 1)
BADGES = {
    "new": ":primary-badge[:material/notifications: New]",
    "seen": ":gray-badge[:material/visibility: Seen]",
    "dismissed": ":gray-badge[:material/block: Dismissed]",
    "resolved": ":green-badge[:material/task_alt: Resolved]",
}
# The page that shows the evidence of each rule, and what its link says.
EVIDENCE = {
    "gap_rise": ("capability_gaps", "The gap, site by site"),
    "threat_rise": ("crime_threats", "The crime and the gaps"),
    "link_availability": ("connectivity", "The site's measurements"),
    "equipment_decline": ("equipment", "The equipment counted"),
    "stale_evidence": ("sources", "Age of the evidence"),
    "mandate_passed": ("mission", "The mission's facts"),
    "mandate_due": ("mission", "The mission's facts"),
}


def listing(found: view.Signals, viewer: Viewer) -> None:
    """The open signals of one rule or of all, most urgent first, a few at a time."""
    panels.section("What needs a look now, most urgent first")
    signal_acts.outcome()
    of_rule = found.counts("rule_code")
    if of_rule.empty:
        panels.note("No signal is open. Those dismissed or resolved stand below.")
        return
    open_count = of_rule.assign(open=of_rule["new"] + of_rule["seen"])
    names = {ALL: f"All rules ({int(open_count['open'].sum())})"} | {
        row.rule_code: f"{reference.name('signal_rule', row.rule_code)} ({row.open})"
        for row in open_count.itertuples(index=False)
    }
    rule_code = choice.one("rule", "Rule", names)
    rows = found.of(*view.OPEN, rule_code="" if rule_code == ALL else rule_code)
    paged.cards(rows, _card(viewer), key=f"signals_{rule_code}", size=LISTED)


def _card(viewer: Viewer):
    def card(signal: tuple) -> None:
        """One signal: where and what, on what evidence, since when, and what may be done."""
        head = words.plain(f"{signal.mission_code} · {signal_words.title(signal)}")
        said = words.plain(signal_words.evidence(signal))
        below = words.plain(signal_words.since(signal))
        with st.container(border=True):
            left, right = st.columns(CARD, vertical_alignment="center")
            left.markdown(f"{BADGES[signal.state]} **{head}**  \n{said}  \n:small[:gray[{below}]]")
            with right, st.container(gap="xsmall"):
                signal_acts.buttons(signal, viewer)
                evidence_link(signal)

    return card


def evidence_link(signal: tuple) -> None:
    """The link to the page that shows the evidence, with the filters it takes."""
    url_path, label = EVIDENCE[signal.rule_code]
    if url_path not in menu.url_paths():
        return
    chosen, choices = _where(signal, filters.asked())
    navigate.page_link(url_path, label, chosen=chosen, choices=choices)


def _where(signal: tuple, asked: Filters) -> tuple[Filters, dict[str, str]]:
    """The filters, and the choices on the page, with which the evidence is seen."""
    chosen = replace(asked, missions=(signal.mission_code,), areas=(), threats=(), dimensions=())
    if signal.rule_code == "threat_rise":
        return replace(chosen, threats=(signal.threat_code,)), {}
    if signal.rule_code == "link_availability":
        return chosen, {"site": signal.site_code}
    if pd.isna(signal.area_code):
        return chosen, {}
    return replace(chosen, areas=(signal.area_code,)), {}


def counted(found: view.Signals) -> None:
    """How many signals are open, by rule and by mission."""
    names = reference.table("signal_rules").set_index("rule_code")["name"].to_dict()
    for column, title in (("rule_code", "By rule"), ("mission_code", "By mission")):
        rows = found.counts(column)
        if len(rows):
            panels.section(title)
            shown = signal_words.counts(rows, names)
            panels.table(shown, signal_words.COUNT_HEADINGS | {"name": title[3:].capitalize()})


def past(found: view.Signals, viewer: Viewer) -> None:
    """What is no longer open, and why; a dismissed one can be taken up again."""
    dismissed, resolved = found.of("dismissed"), found.of("resolved")
    with st.expander(f"Dismissed ({len(dismissed)}) and resolved ({len(resolved)})"):
        if dismissed.empty and resolved.empty:
            panels.note("None yet.")
        paged.cards(dismissed, _card(viewer), key="dismissed", size=LISTED)
        paged.cards(resolved, _card(viewer), key="resolved", size=LISTED)


def rules(found: view.Signals) -> None:
    """Every rule with its thresholds and sources."""
    with st.expander("The rules: what raises a signal, from which threshold, and why"):
        for name, meaning, source in signal_words.rules(found.rules, found.thresholds):
            source = f":small[:gray[{words.plain(source)}]]"
            st.markdown(f"**{words.plain(name)}**  \n{words.plain(meaning)}  \n{source}")


def sharpest(found: view.Signals) -> None:
    """The overview's block: the most urgent signals, and the way to all."""
    panels.section("Signals: what needs a look now", order="most urgent first")
    rows = view.sharpest(found.rows, most=SHARPEST)
    if rows.empty:
        panels.note("No signal is open.")
    else:
        panels.table(signal_words.sharpest(rows), signal_words.SHARPEST_HEADINGS)
    new = len(found.of("new"))
    navigate.page_link("signals", f"{formats.count(new, 'new signal', 'new signals')}: see all")
