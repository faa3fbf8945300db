"""Which kinds of record does the programme keep, and what may stand in each of their columns?

The programme's records are what is planned, written, taught, asked for, bought and decided:
visits, guidance, training, expertise, options, decisions and so on.
"""

from dataclasses import dataclass
from functools import cache

from unpol_data.reference.reading import ReferenceDataError
from unpol_data.reference.tables_in_use import KINDS as NAMED
from unpol_data.reference.tables_in_use import codes, name, table

OF_ALL_KINDS = "all"
STATES, SITES = "record_states", "sites"
OWN_LISTS = {table_name: kind for kind, table_name in NAMED.items()}


@dataclass(frozen=True)
class RecordColumn:
    """One column of a kind: what readers call it, what it holds, and what it means.

    `list_name` is a reference table, `record_states`, `sites`, or another kind of record
    that is referred to; empty where anything may stand.
    """

    kind: str
    column: str
    label: str
    value_kind: str
    list_name: str
    required: bool
    meaning: str
    example: str

    @property
    def refers_to(self) -> str:
        """The kind of record this column names one of; empty where it names none."""
        return self.list_name if self.list_name in kinds() else ""

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes that may stand here, in order; empty where the list is not of reference."""
        if self.list_name == STATES:
            return tuple(_states()[self.kind, self.column])
        if not self.list_name or self.list_name == SITES or self.refers_to:
            return ()
        return codes(self.list_name)

    def name(self, code: str) -> str:
        """The name a reader knows one of the codes by."""
        if self.list_name == STATES:
            return _states()[self.kind, self.column][code]
        return name(OWN_LISTS[self.list_name], code)


@cache
def kinds() -> tuple[str, ...]:
    """The kinds of record, in the order in which one may refer to another."""
    return codes("record_kinds")


@cache
def key(kind: str) -> tuple[str, ...]:
    """The columns that name one record of the kind."""
    known(kind)
    rows = table("record_kinds").set_index("kind")
    return tuple(str(rows.at[kind, "key_columns"]).split())


@cache
def columns(kind: str) -> tuple[RecordColumn, ...]:
    """The columns of a kind, in order; those that every kind has come last."""
    known(kind)
    rows = table("record_columns")
    own = rows[rows["kind"].isin([kind, OF_ALL_KINDS])].sort_values("position")
    return tuple(
        RecordColumn(
            kind=kind,
            column=row.column,
            label=row.label,
            value_kind=row.value_kind,
            list_name=row.list if isinstance(row.list, str) else "",
            required=row.required == "yes",
            meaning=row.meaning,
            example=row.example if isinstance(row.example, str) else "",
        )
        for row in own.itertuples(index=False)
    )


def column(kind: str, column_name: str) -> RecordColumn:
    """One column of a kind; raises ReferenceDataError where it has none of this name."""
    for one in columns(kind):
        if one.column == column_name:
            return one
    names = ", ".join(one.column for one in columns(kind))
    raise ReferenceDataError([f"{column_name!r} is not a column of {kind}; it has {names}."])


def column_names(kind: str) -> tuple[str, ...]:
    """The names of the columns of a kind, in order."""
    return tuple(one.column for one in columns(kind))


def state_name(kind: str, column_name: str, code: str) -> str:
    """The name of a code as readers know it: "Under way" for under_way."""
    return column(kind, column_name).name(code)


def known(kind: str) -> None:
    """Raise ReferenceDataError where there is no such kind."""
    if kind not in kinds():
        names = ", ".join(kinds())
        raise ReferenceDataError([f"{kind!r} is no kind of record; known are {names}."])


@cache
def _states() -> dict[tuple[str, str], dict[str, str]]:
    rows = table("record_states")
    return {
        key: dict(zip(of_column["code"], of_column["name"], strict=True))
        for key, of_column in rows.groupby(["kind", "column"], sort=False)
    }


def plural(kind: str) -> str:
    """What several records of a kind are called: "Visits"."""
    known(kind)
    return str(table("record_kinds").set_index("kind").at[kind, "plural"])
