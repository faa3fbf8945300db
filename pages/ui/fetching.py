"""How are submissions fetched from a form server, from this page?"""

from dataclasses import dataclass
from datetime import date

import streamlit as st

from pages.ui import under_way, words
from unpol_data.access import NotPermitted, Viewer
from unpol_data.figures import formats
from unpol_data.ingest.servers.fetching import Form
from unpol_data.ingest.servers.kinds import KINDS
from unpol_data.settings import settings
from unpol_data.store import StoreError
from unpol_data.work import files

FETCHED, SAID, TOKEN = "import_fetched", "import_fetch_said", "fetch_token"
PURPOSE = ("fetch",)
OFF = (
    "Fetching from a server is off here. Whoever runs this dashboard can name the servers that "
    "may be asked (UNPOL_PULL_HOSTS, see docs/deployment.md)."
)
EXAMPLES = {"kobo": "aHnGxAGvPCsXAuZNmkyTpq", "odk": "3/unpol_team_site"}


@dataclass(frozen=True)
class Fetched:
    """The submissions that were fetched, as a file."""

    file_name: str
    content: bytes
    submissions: int


def panel(viewer: Viewer) -> Fetched | None:
    """Server, form and token, asked for; the submissions fetched in this session, if any."""
    work = under_way.of(PURPOSE)
    if work is not None and work.over:
        _take(work)
    fetched = st.session_state.get(FETCHED)
    with st.expander("Fetch from KoboToolbox or ODK Central", expanded=work is not None):
        if under_way.of(PURPOSE) is not None:
            under_way.progress()
        elif settings().pull_hosts:
            _form(viewer)
        else:
            st.markdown(OFF)
    if SAID in st.session_state:
        st.error(words.plain(st.session_state[SAID]), icon=":material/cloud_off:")
    if fetched is not None:
        count = formats.count(fetched.submissions, "submission", "submissions")
        st.markdown(words.plain(f"Fetched: {fetched.file_name}, {count}."))
        st.button("Put it aside", key="fetch_aside", on_click=_put_aside)
    return fetched


def _form(viewer: Viewer) -> None:
    hosts = settings().pull_hosts
    server = st.selectbox(
        "Kind of server", list(KINDS), format_func=lambda one: KINDS[one].name, key="fetch_server"
    )
    url = st.text_input("Address of the server", value=f"https://{hosts[0]}", key="fetch_url")
    form = st.text_input("Form", placeholder=EXAMPLES[server], key="fetch_form")
    since = st.date_input("Sent in since", value=None, format="YYYY-MM-DD", key="fetch_since")
    st.text_input(
        "Token",
        type="password",
        autocomplete="off",
        help="From your account on that server. It is used once and kept nowhere.",
        key=TOKEN,
    )
    st.button(
        "Fetch",
        icon=":material/cloud_download:",
        key="fetch",
        on_click=_begin,
        args=(server, url, form, since, viewer),
    )


def _begin(server: str, url: str, form: str, since: date | None, viewer: Viewer) -> None:
    """Start to fetch, and forget the token as soon as it is handed over."""
    for earlier in (FETCHED, SAID):
        st.session_state.pop(earlier, None)
    wanted = Form(server, url, form.strip(), since)
    token, st.session_state[TOKEN] = st.session_state[TOKEN], ""
    work = files.fetch_under_way(wanted, token=token, viewer=viewer, settings=settings())
    under_way.begin(PURPOSE, "Looking for the server", work)


def _take(work: under_way.UnderWay) -> None:
    """Take what was fetched, or why nothing was."""
    under_way.forget()
    try:
        found = work.result()
    except (StoreError, NotPermitted) as error:
        st.session_state[SAID] = str(error)
        return
    if found["refusal"]:
        st.session_state[SAID] = found["refusal"]
        return
    st.session_state[FETCHED] = Fetched(found["file_name"], work.brought, found["submissions"])


def _put_aside() -> None:
    st.session_state.pop(FETCHED, None)
