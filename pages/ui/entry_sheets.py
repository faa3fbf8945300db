"""Which lines and fields does each form for entering have, and with what are they filled?"""

from dataclasses import dataclass, field
from typing import Any

import pandas as pd

from unpol_data import reference
from unpol_data.figures import entry_words
from unpol_data.views.entry import Form

# As many measurements as are typed at one sitting.
BLANK_LINKS = 3
NOT_CARRIED = ("evidence_grade", "answered_on", "counted_on", "modality")


@dataclass(frozen=True)
class Field:
    """One cell to fill in; `kind` is code, number, date or text, `names` those of its codes."""

    column: str
    kind: str
    codes: tuple[str, ...] = ()
    names: str = ""

    def name(self, code: str) -> str:
        """What a reader knows a code by."""
        return reference.name(self.names, code) if self.names else code

    @property
    def choices(self) -> dict[str, str]:
        """What may be chosen, by code."""
        return {code: self.name(code) for code in self.codes}


@dataclass(frozen=True)
class Sheet:
    """One form for entering: its lines by their labels, and what stands in them.

    `about` has the columns that say what each line is about, `beside` what is shown next to
    it by heading; `cells` what the draft says already, as one types it. `from_held` are the
    cells that what counts now would fill; `for_all` the fields that may be said once.

    Where one fills in line by line: `hints` say how to find out, `choices` what may be chosen
    in a cell that takes text in the table, `unused` are cells that this line has no use for.
    `note` is what to know of the whole form.
    """

    name: str
    fields: tuple[Field, ...]
    about: pd.DataFrame
    cells: pd.DataFrame
    read: pd.DataFrame
    beside: dict[str, list[str]] = field(default_factory=dict)
    from_held: dict[tuple[str, str], Any] = field(default_factory=dict)
    for_all: tuple[str, ...] = ()
    hints: dict[str, str] = field(default_factory=dict)
    choices: dict[tuple[str, str], dict[str, str]] = field(default_factory=dict)
    unused: frozenset[tuple[str, str]] = frozenset()
    note: str = ""


STATE = Field("state", "code", reference.codes("answer_states"), "state")
GRADE = Field("evidence_grade", "code", reference.codes("evidence_grades"), "evidence_grade")
MODALITY = Field("modality", "code", reference.codes("answer_modalities"), "modality")
ANSWER_FIELDS = (
    STATE,
    Field("value", "text"),
    Field("needed", "number"),
    GRADE,
    Field("answered_on", "date"),
    Field("respondent_role", "text"),
    MODALITY,
    Field("cause", "code", reference.codes("causes"), "cause"),
    Field("note", "text"),
)
EQUIPMENT_FIELDS = (
    Field("required", "number"),
    Field("held", "number"),
    Field("serviceable", "number"),
    GRADE,
    Field("counted_on", "date"),
    Field("note", "text"),
)
LINK_FIELDS = (
    Field("measured_on", "date"),
    *(Field(measure, "number") for measure in reference.codes("measures")),
)
SITE_FIELDS = (
    Field("site_code", "text"),
    Field("name", "text"),
    Field("site_kind", "code", reference.codes("site_kinds"), "site_kind"),
    Field("latitude", "number"),
    Field("longitude", "number"),
    Field("unpol_served", "number"),
    Field("users", "number"),
    Field("host_officers_served", "number"),
    Field("closed", "code", ("yes", "no")),
    Field("note", "text"),
)


def answers(form: Form, *, site_code: str, side: str) -> Sheet:
    """The questions of one area at one site."""
    lines = form.lines.set_index("item_code")
    types = lines["answer_type"]
    return Sheet(
        "answers",
        ANSWER_FIELDS,
        about=pd.DataFrame(
            {"site_code": site_code, "item_code": lines.index, "side": side}, index=lines.index
        ),
        cells=cells_of(_as_typed(form.read, types), "item_code", lines.index, ANSWER_FIELDS),
        read=form.read,
        beside={
            "Code": list(lines.index),
            "Question": entry_words.questions(form.lines),
            "Counts now": entry_words.answers_held(form.lines, form.held),
        },
        from_held=from_held(_as_typed(form.held, types), "item_code", lines.index, ANSWER_FIELDS),
        for_all=("answered_on", "evidence_grade", "respondent_role", "modality"),
        hints=lines["hint"].dropna().to_dict(),
        choices={
            (row.item_code, "value"): offered
            for row in form.lines.itertuples(index=False)
            if (offered := entry_words.offered(row))
        },
        unused=frozenset(
            (item, "needed") for item, answer_type in types.items() if answer_type != "count"
        ),
    )


def equipment(form: Form, *, site_code: str, side: str) -> Sheet:
    """The equipment of one area at one site."""
    codes = pd.Index(form.lines["equipment_code"], name="equipment_code")
    return Sheet(
        "equipment",
        EQUIPMENT_FIELDS,
        about=pd.DataFrame(
            {"site_code": site_code, "side": side, "equipment_code": codes}, index=codes
        ),
        cells=cells_of(form.read, "equipment_code", codes, EQUIPMENT_FIELDS),
        read=form.read,
        beside={
            "Equipment": list(form.lines["name"]),
            "Counted last": entry_words.equipment_held(form.lines, form.held),
        },
        from_held=from_held(form.held, "equipment_code", codes, EQUIPMENT_FIELDS),
        for_all=("counted_on", "evidence_grade"),
    )


def links(form: Form, *, site_code: str) -> Sheet:
    """The link measurements of one site: a line for each day, and some blank ones."""
    wide = form.read.pivot(index="measured_on", columns="measure", values="value")
    wide = wide.reset_index().rename_axis(columns=None)
    labels = pd.Index([f"{n}" for n in range(1, len(wide) + BLANK_LINKS + 1)], name="line")
    wide = wide.assign(line=labels[: len(wide)])
    return Sheet(
        "connectivity",
        LINK_FIELDS,
        about=pd.DataFrame({"site_code": site_code}, index=labels),
        cells=cells_of(wide, "line", labels, LINK_FIELDS),
        read=form.read,
        beside={"Line": list(labels)},
        note=entry_words.links_held(form.held),
    )


def site(known: pd.DataFrame, *, read: pd.DataFrame, label: str) -> Sheet:
    """What is to be said of one site; `known` is its row as last said, none of a new site."""
    labels = pd.Index([label], name="site")
    fields = SITE_FIELDS if known.empty else SITE_FIELDS[1:]
    said = known.assign(site=label)
    said["closed"] = ["yes" if closed else None for closed in said.get("closed", [])]
    about = pd.DataFrame(index=labels)
    if not known.empty:
        about["site_code"] = label
    return Sheet("sites", fields, about, cells_of(said, "site", labels, fields), read)


def cells_of(
    rows: pd.DataFrame, key: str, labels: pd.Index, fields: tuple[Field, ...]
) -> pd.DataFrame:
    """One row per line: its cells of a kind that the editor knows, also where all are missing."""
    kinds = {"number": "float64", "date": "datetime64[us]"}
    rows = rows.set_index(key).reindex(index=labels)
    return pd.DataFrame(
        {one.column: _kind(rows, one.column, kinds.get(one.kind, "object")) for one in fields},
        index=labels,
    )


def _kind(rows: pd.DataFrame, column: str, dtype: str) -> pd.Series:
    cells = rows.get(column, pd.Series(None, index=rows.index, dtype="object"))
    cells = cells.astype("object").where(cells.notna(), None)
    return cells if dtype == "object" else cells.astype(dtype)


def _as_typed(rows: pd.DataFrame, types: pd.Series) -> pd.DataFrame:
    values = [
        entry_words.value(number, types[item])
        for number, item in zip(rows["value"], rows["item_code"], strict=True)
    ]
    return rows.assign(value=pd.Series(values, index=rows.index, dtype="object"))


def from_held(
    held: pd.DataFrame, key: str, labels: pd.Index, fields: tuple[Field, ...]
) -> dict[tuple[str, str], Any]:
    """What counts now as cells to start from, but for what has to be found out anew."""
    cells = cells_of(held, key, labels, fields)
    return {
        (line, column): cells.at[line, column]
        for line in cells.index
        for column in cells.columns
        if column not in NOT_CARRIED and not pd.isna(cells.at[line, column])
    }
