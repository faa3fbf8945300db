"""Which forms are there for a mission as a whole, and with what are they filled?"""

import pandas as pd

from pages.ui.entry_sheets import Field, Sheet, cells_of, from_held
from unpol_data import reference
from unpol_data.figures import entry_mission_words
from unpol_data.views.entry import Form

OWN_ROW = "assessment"
ABOUT_IT = "About the assessment"
LEVELS = ("level_now", "level_emerging")
THREAT_FIELDS = (
    *(Field(level, "number") for level in LEVELS),
    Field("rated_on", "date"),
    Field("source", "text"),
)
OWN_FIELDS = (
    Field("round_label", "text"),
    Field("assessed_from", "date"),
    Field("assessed_to", "date"),
    Field("modality", "code", reference.codes("modalities"), "modality"),
    Field("sensitivity", "code", reference.codes("sensitivities"), "sensitivity"),
    Field("source", "text"),
    Field("reference", "text"),
    Field("summary", "text"),
)
RATE = "Rate what you know of; a crime threat without a rating is not rated, not absent."


def threats(form: Form) -> Sheet:
    """The mission's own rating of each crime threat, today and emerging, and on what it rests."""
    codes = pd.Index(form.lines["threat_code"], name="threat_code")
    offered = entry_mission_words.severities()
    return Sheet(
        "threats",
        THREAT_FIELDS,
        about=pd.DataFrame({"threat_code": codes}, index=codes),
        cells=cells_of(form.read, "threat_code", codes, THREAT_FIELDS),
        read=form.read,
        beside={
            "Crime threat": entry_mission_words.threats(form.lines),
            "Counts now": entry_mission_words.ratings_held(form.lines, form.held),
        },
        from_held=from_held(form.held, "threat_code", codes, THREAT_FIELDS[: len(LEVELS)]),
        for_all=("rated_on", "source"),
        hints=form.lines.set_index("threat_code")["description"].dropna().to_dict(),
        choices={(code, level): offered for code in codes for level in LEVELS},
        note=RATE,
    )


def own_row(read: pd.DataFrame) -> Sheet:
    """What the draft says of itself: its round, period, modality, source and sensitivity."""
    labels = pd.Index([ABOUT_IT], name="line")
    names = reference.table("sensitivities").set_index("level")["sensitivity"]
    said = read.assign(line=ABOUT_IT, sensitivity=read["sensitivity"].map(names))
    return Sheet(
        OWN_ROW,
        OWN_FIELDS,
        about=pd.DataFrame(index=labels),
        cells=cells_of(said, "line", labels, OWN_FIELDS),
        read=read,
    )
