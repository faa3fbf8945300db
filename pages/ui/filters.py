"""Which part of the picture is asked for?

The filters live in the session and in the URL, in codes. The widgets do not use
Streamlit's own binding to the URL: it writes the words people read, not codes, and it
forgets a widget in a closed popover when the page changes. `settle` runs before the menu
is drawn, so that a change of page carries the filters in one step of the browser's history.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from urllib.parse import urlencode

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from pages.ui import reads
from pages.ui.sign_in import current_viewer
from unpol_data import reference
from unpol_data.filters import LISTS, PARAMETERS, Filters, from_query
from unpol_data.weighing import DEFAULT

IN_FORCE = "filters_in_force"
PAGE = "filters_page"
TO_OPEN = "filters_to_open"
GENERATION = "filters_generation"
DROPPED = "filters_dropped"
METHOD = "method"
SCENARIO = "scenario"
NO_PAGE = "no_such_page"
EARLIEST, LATEST = date(2000, 1, 1), date(2099, 12, 31)


def settle() -> None:
    """Find the filters in force and write them to the URL; the frame calls this first.

    The URL decides at the first visit, after Back and Forward, and when a link to another
    page names filters. Otherwise what was last chosen on the page decides.
    """
    asked = {name: values for name in PARAMETERS if (values := st.query_params.get_all(name))}
    page = get_script_run_ctx().page_script_hash
    if TO_OPEN in st.session_state:
        chosen = st.session_state.pop(TO_OPEN)
        _new_widgets()
    elif _url_decides(asked, page):
        chosen, problems = _from_url(asked)
        st.session_state[DROPPED] = (chosen, problems)
        _new_widgets()
    else:
        chosen = _from_widgets(st.session_state[IN_FORCE])
    st.session_state[IN_FORCE] = chosen
    if asked != chosen.to_query() or {METHOD, NO_PAGE} & set(st.query_params):
        others = {
            name: st.query_params.get_all(name)
            for name in st.query_params
            if name not in (*PARAMETERS, METHOD, NO_PAGE)
        }
        st.query_params.from_dict({**others, **chosen.to_query()})


def arrived() -> None:
    """Remember the page now shown; the frame calls this once the menu has found it.

    On the first visit the page is not known before that.
    """
    pages = get_script_run_ctx().pages_manager
    st.session_state[PAGE] = pages.current_page_script_hash


def _url_decides(asked: dict[str, list[str]], page: str) -> bool:
    if IN_FORCE not in st.session_state or get_script_run_ctx().is_history_navigation:
        return True
    return bool(asked) and st.session_state.get(PAGE, page) != page


def _from_url(asked: dict[str, list[str]]) -> tuple[Filters, list[str]]:
    """The filters a URL asks for, and in words what it asks for and cannot get."""
    chosen, problems = from_query(asked, scenarios=reads.scenarios(current_viewer()))
    if chosen.as_of and not EARLIEST <= chosen.as_of <= LATEST:
        problems.append(
            f"as_of {chosen.as_of} is not between {EARLIEST} and {LATEST} and was left out."
        )
        chosen = replace(chosen, as_of=None)
    if chosen.revision is not None and not 1 <= chosen.revision <= reads.revision():
        problems.append(
            f"revision {chosen.revision} is not between 1 and {reads.revision()} and was left out."
        )
        chosen = replace(chosen, revision=None)
    seen = current_viewer().missions_of(chosen.missions)
    problems += [
        f"mission {code!r} is not known and was left out."
        for code in chosen.missions
        if code not in seen
    ]
    return replace(chosen, missions=seen), _other_page() + problems + _other_method()


def _new_widgets() -> None:
    """Give all filter widgets new keys, so that they start from the filters in force.

    Setting the old ones is not enough: the browser keeps what was last chosen in a popover
    that is closed now, and sends it again with the next click anywhere.
    """
    st.session_state[GENERATION] = st.session_state.get(GENERATION, 0) + 1


def key(name: str) -> str:
    """The key of the widget of a parameter."""
    return f"{name}_{st.session_state[GENERATION]}"


def _from_widgets(before: Filters) -> Filters:
    """The filters as the widgets say; those the browser has not drawn keep what they had."""
    query = before.to_query()
    for name in PARAMETERS:
        if key(name) in st.session_state:
            given = st.session_state[key(name)]
            query[name] = list(given) if name in LISTS else [str(given)] if given else []
    return from_query(query, scenarios=reads.scenarios(current_viewer()))[0]


def _other_method() -> list[str]:
    """A sentence where the link was made with another version of the method."""
    made_with, now = st.query_params.get(METHOD), reference.version("method")
    if made_with in (None, now):
        return []
    return [f"The link was made with method {made_with}; the figures here follow method {now}."]


def _other_page() -> list[str]:
    """A sentence where the address was of no page; the server led from there to the start."""
    if NO_PAGE not in st.query_params:
        return []
    return ["There is no such page. This is the Overview; the other pages are in the menu."]


def dropped() -> list[str]:
    """What the URL asked for and did not get, in words, until the filters change."""
    chosen, problems = st.session_state.get(DROPPED, (None, []))
    return problems if chosen == st.session_state[IN_FORCE] else []


def asked() -> Filters:
    """The filters in force as chosen: `as_of` is None where the default date is meant."""
    return st.session_state[IN_FORCE]


def current() -> Filters:
    """The filters in force, with the as-of date filled in."""
    chosen = asked()
    return chosen.on(chosen.as_of or reads.default_as_of(current_viewer()))


def link(chosen: Filters, choices: Mapping[str, Sequence[str]]) -> str:
    """The address of this page with filters, choices on the page, weights and method in full."""
    here = (st.context.url or "").partition("?")[0]
    return f"{here}?{in_full(chosen, choices)}"


def in_full(chosen: Filters, choices: Mapping[str, Sequence[str]]) -> str:
    """Filters, choices on the page, weights and method as they stand in the address."""
    query = {**chosen.to_query(), **choices}
    query.setdefault(SCENARIO, DEFAULT)
    query[METHOD] = reference.version("method")
    return urlencode(query, doseq=True)
