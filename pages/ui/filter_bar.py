"""How does one choose? Popovers whose label is the state, in one row.

Labels change with the state, keys do not. A widget gets its value as a default, because
the browser draws it only when its popover opens.
"""

from collections.abc import Callable, Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.ui import choice, filters, looking_back, reads, weights, words
from pages.ui.sign_in import current_viewer
from unpol_data import reference
from unpol_data.filters import Filters

WIDTH = 360
# Characters of a name that fit in a label; a longer one is counted instead.
LONGEST = 22
# Pixels: a button without its label, with the gap to the next, and a character of a label.
BUTTON, CHARACTER = 50, 6


def draw() -> DeltaGenerator:
    """The filter bar, Share last; returns the place of the link, which is not yet known."""
    chosen, labels = filters.asked(), _labels()
    row = st.container(horizontal=True, wrap=False, gap=None)
    # Pushes the bar to the right. Aligning it right would hide its start on a phone.
    row.space("stretch")
    with row.container(horizontal=True, gap="xsmall", width="content"):
        with st.popover(labels["missions"], key="filter_missions"):
            _several("mission", "Missions", _missions(), chosen.missions, str)
        with st.popover(labels["areas"], key="filter_areas"):
            _areas(chosen)
        with st.popover(labels["threats"], key="filter_threats"):
            _several(
                "threat",
                "Crime threats",
                reference.codes("threats"),
                chosen.threats,
                lambda code: reference.name("threat", code),
            )
            # A popover of their own would push the longest titles into a second line.
            weights.choose(chosen)
        with st.popover(labels["horizon"], key="filter_horizon"):
            _one("horizon", "Needs", chosen.horizon)
        with st.popover(labels["side"], key="filter_side"):
            _one("side", "Whose technology", chosen.side)
        with st.popover(labels["as_of"], key="filter_as_of"):
            _as_of(chosen)
        share = st.popover(labels["share"], icon=":material/link:", key="filter_share")
    share.markdown("This link shows what you see now, on this date and by this method:")
    return share.empty()


def share(place: DeltaGenerator) -> None:
    """Write the link; once the page has run, because choices are made on it."""
    link = filters.link(filters.current(), choice.made())
    place.code(link, language=None, wrap_lines=True, width=WIDTH)


def notices() -> None:
    """That other weights or an older store are shown; what the link asked for and did not get."""
    looking_back.notice(filters.asked())
    weights.notice(filters.asked())
    for problem in filters.dropped():
        st.info(words.plain(problem), icon=":material/link_off:")


def width() -> float:
    """About how many pixels the bar takes, so that the title beside it gets the rest."""
    return sum(BUTTON + CHARACTER * len(label) for label in _labels().values())


def _labels() -> dict[str, str]:
    """What stands on the buttons, in order."""
    chosen = filters.asked()
    return {
        "missions": _missions_label(chosen),
        "areas": _areas_label(chosen),
        "threats": _threats_label(chosen),
        "horizon": f"Horizon: {chosen.horizon}",
        "side": f"Side: {reference.name('side', chosen.side)}",
        "as_of": f"As of {words.day(filters.current().as_of)}",
        "share": "Share",
    }


def _missions() -> tuple[str, ...]:
    missions = reference.table("missions")
    active = missions.loc[missions["status"] == "active", "mission_code"]
    return current_viewer().missions_of(active)


def _missions_label(chosen: Filters) -> str:
    every = len(_missions())
    if len(chosen.missions) == 1:
        return f"Mission: {chosen.missions[0]}"
    return f"Missions: {f'{len(chosen.missions)} of' if chosen.missions else 'all'} {every}"


def _areas_label(chosen: Filters) -> str:
    every = len(reference.codes("areas"))
    label = f"Areas: {len(chosen.areas)} of {every}" if chosen.areas else f"Areas: all {every}"
    if len(chosen.areas) == 1:
        label = f"Area: {reference.short_name('area', chosen.areas[0])}"
    if len(chosen.dimensions) == 1:
        return f"{label}, {reference.name('dimension', chosen.dimensions[0])}"
    return f"{label}, {len(chosen.dimensions)} dimensions" if chosen.dimensions else label


def _threats_label(chosen: Filters) -> str:
    if not chosen.threats:
        return "Threat: any"
    name = reference.name("threat", chosen.threats[0])
    if len(chosen.threats) == 1 and len(name) <= LONGEST:
        return f"Threat: {name}"
    return f"Threats: {len(chosen.threats)} of {len(reference.codes('threats'))}"


def _areas(chosen: Filters) -> None:
    _several(
        "area",
        "Capability areas",
        reference.codes("areas"),
        chosen.areas,
        lambda code: reference.name("area", code),
    )
    _several(
        "dimension",
        "Dimensions shown",
        reference.codes("dimensions"),
        chosen.dimensions,
        lambda code: reference.name("dimension", code),
    )


def _several(
    name: str,
    label: str,
    codes: Sequence[str],
    chosen: Sequence[str],
    named: Callable[[str], str],
) -> None:
    st.multiselect(
        label,
        codes,
        default=list(chosen),
        format_func=named,
        key=filters.key(name),
        placeholder="All",
        select_all=False,
        width=WIDTH,
    )


def _one(name: str, label: str, chosen: str) -> None:
    codes = list(reference.codes(f"{name}s"))
    st.radio(
        label,
        codes,
        index=codes.index(chosen),
        format_func=lambda code: reference.name(name, code),
        key=filters.key(name),
        width=WIDTH,
    )


def _as_of(chosen: Filters) -> None:
    default = words.day(reads.default_as_of(current_viewer()))
    st.date_input(
        f"As-of date; empty for {default}",
        value=chosen.as_of,
        min_value=filters.EARLIEST,
        max_value=filters.LATEST,
        format="YYYY-MM-DD",
        key=filters.key("as_of"),
        width=WIDTH,
    )
