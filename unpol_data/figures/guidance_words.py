"""What is said of guidance: its readings, the gaps it leaves, its reviews and trainings?"""

import pandas as pd

from unpol_data import reference
from unpol_data.figures import formats
from unpol_data.figures.guidance_matrix import LETTERS, STATES

NOTHING = "–"
DOCUMENTS, CONSIDERATIONS, REVIEWS = "guidance_documents", "considerations", "document_reviews"
NOT_READ, NOT_ASKED = "Not read yet", "Not asked yet"
BEST, IN_FORCE = "best", "Best in force"
LEGEND = "**A** adequate · **M** mentioned · **U** needs update · **–** absent · hatched: not read"
AREAS = {"area": "Capability area", "best": "Best in force"}
READINGS = {
    "document": "Document",
    "area": "Capability area",
    "state": "Technology is",
    "passage": "Passage",
    "assessed": "Assessed on",
    "source": "Source",
    "note": "Note",
}
UNANSWERED = {
    "gap": "Mission and area",
    "gap_class": "Gap",
    "priority": "Priority",
    "guidance": "Documents in force",
}
UNTRAINED = {"title": "Document", "kind": "Kind", "last": "Last training"}
TRAINED = {
    "mission": "Mission",
    "titles": "Trained on",
    "women": "Women",
    "men": "Men",
    "counted": "Trainings counted",
}
DOCUMENT_HEADINGS = {
    "title": "Title",
    "kind": "Kind",
    "series": "Series",
    "number": "Number",
    "issued": "Issued",
    "due": "Review due",
    "state": "State",
}


def state_name(code: str) -> str:
    """How a document treats an area, in words."""
    if code == "not_read":
        return NOT_READ
    return reference.records.state_name(CONSIDERATIONS, "state", code)


def matrix(cells: pd.DataFrame, areas: pd.DataFrame) -> pd.DataFrame:
    """Readings as the matrix takes them: the best in force first, then by kind of document."""
    short = reference.table("areas").set_index("area_code")["item_prefix"].str.title()
    whole = areas.assign(state=areas["best"], passage=None)
    blocks = [_block(whole, row=BEST, row_name=IN_FORCE, title="All in force", bold=True)]
    for kind, of_kind in cells.groupby("document_kind", sort=False):
        name = _plural(str(kind))
        first = of_kind.drop_duplicates("area_code")
        head = _block(first, row=f"kind {kind}", row_name=name, title=name, is_group=True)
        blocks.append(head)
        draft = of_kind["document_state"].map({"draft": " (draft)"}).fillna("")
        blocks.append(
            _block(
                of_kind,
                row=of_kind["document_code"],
                row_name=of_kind["title"] + draft,
                title=of_kind["title"] + draft,
            )
        )
    rows = pd.concat(blocks, ignore_index=True)
    codes = rows["area_code"]
    return rows.assign(
        column_name=[reference.short_name("area", code) for code in codes],
        column_short=codes.map(short),
        state_name=rows["state"].map(state_name),
    )


def _block(rows: pd.DataFrame, **said: object) -> pd.DataFrame:
    kept = rows[["area_code", "state", "passage"]]
    return kept.assign(**{"is_group": False, "bold": False, **said})


def _plural(kind: str) -> str:
    name = reference.records.state_name(DOCUMENTS, "document_kind", kind)
    plurals = {"policy": "Policies", "curriculum": "Training curricula"}
    return plurals.get(kind, name if name.endswith("s") else f"{name}s")


def counts(row: tuple) -> str:
    """How many documents in force treat an area how: "2 adequate, 1 mentioned, 11 not read"."""
    said = [
        f"{getattr(row, state)} {state_name(state).lower()}"
        for state in STATES
        if getattr(row, state)
    ]
    return ", ".join(said) or "none in force"


def areas(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per area, as text under AREAS."""
    return pd.DataFrame(
        {
            "area": rows["area_name"],
            "best": [_lettered(state) for state in rows["best"]],
        }
    )


def _lettered(state: str) -> str:
    return f"{LETTERS[state]} {state_name(state)}".strip()


def readings(cells: pd.DataFrame) -> pd.DataFrame:
    """One row per document and area, as text under READINGS."""
    return pd.DataFrame(
        {
            "document": cells["title"],
            "area": cells["area_name"],
            "state": cells["state"].map(state_name),
            "passage": cells["passage"].fillna(NOTHING),
            "assessed": [_day(on) for on in cells["assessed_on"]],
            "source": cells["source"].fillna(NOTHING),
            "note": cells["note"].fillna(NOTHING),
        }
    )


def unanswered(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per gap under UNANSWERED; gap_class and gap_points stay codes, for the badge."""
    return pd.DataFrame(
        {
            "gap": rows["mission_code"] + " · " + rows["area_name"],
            "gap_class": rows["gap_class"],
            "gap_points": rows["gap_points"],
            "priority": [
                "not ranked" if pd.isna(value) else formats.number(value)
                for value in rows["priority"]
            ],
            "guidance": [counts(row) for row in rows.itertuples(index=False)],
        }
    )


def untrained(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per document, as text under UNTRAINED."""
    return pd.DataFrame(
        {
            "title": rows["title"],
            "kind": [_named("document_kind", code) for code in rows["document_kind"]],
            "last": ["never" if pd.isna(on) else formats.day(on) for on in rows["last_held_on"]],
        }
    )


def not_trained(rows: pd.DataFrame) -> str:
    """The missions without a training, as a sentence; empty where there is none."""
    missions = rows.loc[rows["trainings"] == 0, "mission_code"].tolist()
    return f"No training on record: {formats.listed(missions)}." if missions else ""


def trained(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per mission with a training, as text under TRAINED; nobody counted is not 0."""
    rows = rows[rows["trainings"] > 0]
    return pd.DataFrame(
        {
            "mission": rows["mission_code"].replace("several", "Several missions"),
            "titles": ["; ".join(titles) for titles in rows["titles"]],
            "women": [_people(counted) for counted in rows["women_trained"]],
            "men": [_people(counted) for counted in rows["men_trained"]],
            "counted": [f"{row.counted} of {row.trainings}" for row in rows.itertuples()],
        }
    )


def _people(counted: float) -> str:
    return "not counted" if pd.isna(counted) else formats.number(counted)


def review_headings() -> dict[str, str]:
    """Headings of the queue: the document, each reviewer, and what is missing."""
    reviewers = reference.records.column(REVIEWS, "reviewer")
    names = {code: reviewers.name(code) for code in reviewers.codes}
    return {"title": "Document", **names, "missing": "Before it may be called cleared"}


def queue(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per document, as text under review_headings; the longest wait first."""
    names = review_headings()
    told = []
    for _, of_document in rows.groupby("document_code", sort=False):
        first = of_document.iloc[0]
        states = {row.reviewer: _review(row) for row in of_document.itertuples(index=False)}
        left = of_document.loc[of_document["state"] != "cleared", "reviewer"]
        missing = formats.listed([names[code].lower() for code in left])
        state = reference.records.state_name(DOCUMENTS, "state", first["document_state"])
        told.append(
            {"title": f"{first['title']} ({state.lower()})", **states, "missing": f"{missing}"}
        )
    return pd.DataFrame(told, columns=list(names))


def _review(row: tuple) -> str:
    if row.state == "not_asked":
        return NOT_ASKED
    name = reference.records.state_name(REVIEWS, "state", row.state)
    return f"{name}, {formats.day(row.state_on)}"


def documents(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per document, as text under DOCUMENT_HEADINGS; a passed review date is said."""
    return pd.DataFrame(
        {
            "title": rows["title"],
            "kind": [_named("document_kind", code) for code in rows["document_kind"]],
            "series": [_named("series", code) for code in rows["series"]],
            "number": rows["document_number"].fillna(NOTHING),
            "issued": [_day(on) for on in rows["issued_on"]],
            "due": [
                f"{_day(row.review_due_on)}{': passed' if row.overdue else ''}"
                for row in rows.itertuples(index=False)
            ],
            "state": [_named("state", code) for code in rows["state"]],
        }
    )


def _named(column: str, code: str) -> str:
    return reference.records.state_name(DOCUMENTS, column, code)


def _day(on: object) -> str:
    return NOTHING if pd.isna(on) else formats.day(on)
