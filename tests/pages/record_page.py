"""A page of nothing but the form of a record, as a page of the programme would use it."""


def page() -> None:
    """Buttons that open the form, what it said, and the versions of the record."""
    import streamlit as st

    from pages.ui import reads, record_form
    from unpol_data.access import LOCAL
    from unpol_data.filters import Filters

    # The test runner draws a whole page where a browser draws the open dialog alone.
    if record_form.SAID in st.session_state:
        st.session_state.pop("open", None)
    reads.begin()
    record_form.outcome()
    rows = reads.records("lessons", Filters(), LOCAL)
    for name in ("new", "change", "retire"):
        if st.button(name, key=name):
            st.session_state["open"] = name
    opened = st.session_state.get("open")
    row = rows.iloc[0].to_dict() if len(rows) else None
    if opened == "retire":
        record_form.retire("lessons", row, LOCAL)
    elif opened is not None:
        was = row if opened == "change" else None
        record_form.edit("lessons", was, LOCAL, defaults={"mission_code": "UNMISS"})
    if row is not None:
        record_form.history("lessons", (row["lesson_code"],), LOCAL)
