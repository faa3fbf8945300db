"""What an assessor types into a draft of UNMISS with one new site, and how it is read back."""

from datetime import date

import pandas as pd
from sqlalchemy import Engine

from unpol_data.access import LOCAL, Viewer
from unpol_data.ingest import entry
from unpol_data.ingest.digest import digest_of_draft
from unpol_data.queries import contents, drafts
from unpol_data.store import reading

TODAY = date(2026, 11, 27)
SAID = {
    "mission_code": "UNMISS",
    "round_label": "Nov 2026",
    "assessed_from": date(2026, 11, 20),
    "assessed_to": date(2026, 11, 27),
    "modality": "hybrid",
    "sensitivity": "confidential",
    "source": "Police component",
    "reference": "S/2026/1",
}
SITE = {
    "site_code": "unmiss-yei",
    "name": "Yei",
    "site_kind": "team_site",
    "latitude": 4.09,
    "longitude": 30.68,
    "unpol_served": 40,
    "users": 60,
}
ABOUT = {"site_code": "UNMISS-YEI", "side": "unpol"}
KNOWN = {"evidence_grade": "interview", "answered_on": "2026-11-25"}
NOTHING = pd.DataFrame()


def begin(engine: Engine) -> None:
    """Begin the draft and describe its site."""
    entry.begin(engine, SAID, viewer=LOCAL, today=TODAY)
    save(engine, "sites", SITE)


def save(
    engine: Engine,
    sheet: str,
    *rows: dict,
    read: pd.DataFrame = NOTHING,
    viewer: Viewer = LOCAL,
) -> entry.Saved:
    """Save the rows as the whole of what a form shows."""
    typed = pd.DataFrame(list(rows), dtype="object")
    return entry.save(engine, sheet, typed, assessment_id=1, read=read, viewer=viewer, today=TODAY)


def answer(item_code: str, value: object, **more: object) -> dict:
    """One answer as typed."""
    return {**ABOUT, "item_code": item_code, "state": "answered", "value": value, **KNOWN, **more}


def held(engine: Engine, sheet: str) -> pd.DataFrame:
    """The rows of the draft, as on a sheet."""
    with reading(engine) as connection:
        return drafts.sheet_rows(connection, 1, sheet)


def read(engine: Engine) -> pd.DataFrame:
    """The answers of the draft, as the page reads them."""
    with reading(engine) as connection:
        return contents.answers(connection, 1, LOCAL, side="unpol")


def digests(engine: Engine) -> tuple[str, str]:
    """The digest that is kept, and the one that the content has."""
    with reading(engine) as connection:
        kept = connection.exec_driver_sql("SELECT content_digest FROM assessments").scalar_one()
        return kept, digest_of_draft(connection, 1)
