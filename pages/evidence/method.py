"""How is this computed?"""

from pathlib import Path

import streamlit as st

from pages.ui import empty, filters, reads, worked_example
from pages.ui.sign_in import current_viewer
from unpol_data.views import method as view

METHOD = Path(__file__).parent.parent.parent / "docs" / "method.md"
USES = ("mission", "area", "threat", "horizon", "side", "as_of", "scenario")
NONE = "No priority can be worked out for these filters: there is not enough evidence."

viewer = current_viewer()
viewer.must("read")
chosen = filters.current()

example, note = st.tabs(["Worked out with figures of this store", "The whole method note"])
with example:
    empty.unused(uses=USES)
    found = reads.read(view.worked, chosen, viewer)
    if found is not None:
        worked_example.draw(found, chosen)
    else:
        empty.state("assessment", uses=USES, why=NONE)
with note, st.container(width=860):
    _, text = METHOD.read_text(encoding="utf-8").split("\n", 1)
    st.markdown(text)
