"""The dashboard as one ASGI application: `streamlit run app.py`."""

import sys

import streamlit as st
from starlette.middleware import Middleware

from pages.ui import errors, filters, menu
from unpol_data import reference
from unpol_data.settings import SettingsError, settings
from unpol_data.store.engine import StoreError
from web import geo, health, index, start
from web.local_only import LocalOnly
from web.unknown_pages import UnknownPages

try:
    start.check_address(st.get_option("server.address"))
    start.check_store(settings().store_url)
    reference.check()
except (SettingsError, StoreError, start.StartRefused, reference.ReferenceDataError) as refusal:
    sys.exit(str(refusal))

base_path = st.get_option("server.baseUrlPath").strip("/")
base = f"/{base_path}" if base_path else ""

app = st.App(
    "pages/frame.py",
    routes=[
        *health.routes(base),
        *geo.routes(base),
        *index.routes(menu.url_paths(), base=base),
    ],
    middleware=[
        Middleware(LocalOnly),
        Middleware(UnknownPages, paths=menu.url_paths(), base=base, notice=filters.NO_PAGE),
    ],
    on_script_error=errors.shown,
)
