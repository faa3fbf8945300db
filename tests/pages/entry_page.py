"""A draft to enter into, and how one fills in the page one line at a time."""

from datetime import date
from pathlib import Path

from pages.ui import entry_form
from tests.views.filing import two_rounds
from unpol_data.access import LOCAL
from unpol_data.ingest import entry
from unpol_data.queries import contents
from unpol_data.store import open_store, reading

TODAY = date(2026, 4, 1)
SAID = {
    "mission_code": "UNISFA",
    "round_label": "Apr 2026",
    "assessed_from": date(2026, 3, 25),
    "assessed_to": TODAY,
    "modality": "remote",
    "sensitivity": "confidential",
    "source": "Police component",
}
DRAFT = 3


def filed(folder: Path) -> Path:
    """Two approved rounds of UNISFA, and a draft in which nothing stands yet."""
    path = two_rounds(folder)
    engine = open_store(f"sqlite:///{path}")
    assert entry.begin(engine, SAID, viewer=LOCAL, today=TODAY).assessment_id == DRAFT
    engine.dispose()
    return path


def one_by_one(app):
    """The page with one line at a time, where there are several."""
    how = [each for each in app.segmented_control if each.key == "entry_how"]
    return how[0].set_value(entry_form.ONE_BY_ONE).run() if how else app


def said(elements) -> str:
    return " ".join(element.value for element in elements).replace("\\", "")


def field(app, line: str, column: str):
    """The field of one cell."""
    kinds = (app.selectbox, app.text_input, app.number_input, app.date_input)
    return next(
        one for kind in kinds for one in kind if (one.key or "").endswith(f"_{line}_{column}")
    )


def fill(app, line: str, **cells):
    """Type into some cells of one line."""
    for column, cell in cells.items():
        field(app, line, column).set_value(cell)
    return app


def save(app):
    app.button(key="entry_save").click().run()
    assert not app.exception
    return app


def held(store, table=contents.answers, **more):
    engine = open_store(f"sqlite:///{store}")
    with reading(engine) as connection:
        rows = table(connection, DRAFT, LOCAL, **more)
    engine.dispose()
    return rows
