"""Does each record keep what its kind promises: periods, figures, dates, reasons?"""

from collections.abc import Iterator, Mapping

import pandas as pd

from unpol_data import reference
from unpol_data.kept_figures import kept_figures
from unpol_data.validation.problems import WARNING, Problem, of_rows
from unpol_data.validation.records.context import RecordContext
from unpol_data.validation.records.written import UNSAID_SENSITIVITY

# As many as both databases count.
MOST_REVISIONS = 2**31 - 1
PERIODS = (
    ("planned_from", "planned_to"),
    ("made_from", "made_to"),
    ("from_on", "to_on"),
    ("decided_on", "due_on"),
)
# What has happened, and so cannot lie ahead.
HAPPENED = (
    "made_from",
    "made_to",
    "booked_on",
    "assessed_on",
    "state_on",
    "held_on",
    "asked_on",
    "recorded_on",
    "decided_on",
)
# In which case a cell that may be empty has to be filled: kind, column, the case, and why.
NEEDED = (
    ("visits", "modality_reason", {"modality": ("hybrid", "remote")}, "not made in person"),
    ("visits", "made_from", {"state": ("made", "under_way")}, "begun"),
    ("visits", "made_to", {"state": ("made",)}, "made"),
    ("options", "hrddp_status", {"side": ("host_state",)}, "for the host State"),
)
DESIRED = (
    ("considerations", "passage", {"state": ("mentioned", "adequate")}, "treated"),
    ("decisions", "outcome", {"state": ("done", "dropped")}, "closed"),
    ("expertise_requests", "holder", {"state": ("offered", "deployed")}, "answered"),
)


def problems(tables: Mapping[str, pd.DataFrame], context: RecordContext) -> Iterator[Problem]:
    """Figures that cannot be, periods out of order, dates to come, and what a case asks for."""
    today = pd.Timestamp(context.today)
    for kind, rows in tables.items():
        yield from _figure_problems(kind, rows)
        for first, last in PERIODS:
            if {first, last} <= set(rows.columns):
                yield from _order_problems(kind, rows, first, last)
        for column in HAPPENED:
            if column in rows.columns:
                yield from of_rows(
                    rows,
                    _days(rows[column]) > today,
                    sheet=kind,
                    column=column,
                    rule="in_the_future",
                    expected=f"{context.today.isoformat()} or earlier",
                    words=f"{{{column}}} is after today, {context.today.isoformat()}",
                )
    yield from _case_problems(tables)
    if "decisions" in tables:
        yield from _json_problems(tables["decisions"])
        yield from _sensitivity_problems(tables["decisions"])
        yield from _revision_problems(tables["decisions"], context.revision)


def _days(cells: pd.Series) -> pd.Series:
    return pd.to_datetime(cells, errors="coerce")


def _figure_problems(kind: str, rows: pd.DataFrame) -> Iterator[Problem]:
    for column in reference.records.columns(kind):
        if column.value_kind not in ("integer", "number"):
            continue
        share = column.column.endswith("_pct")
        span = "0 to 100" if share else "0 or more"
        figures = rows[column.column]
        outside = (figures < 0) | (figures > 100 if share else False)
        yield from of_rows(
            rows,
            outside,
            sheet=kind,
            column=column.column,
            rule="possible_figure",
            expected=span,
            words=f"{{{column.column}}} cannot be; expected {span}",
        )


def _order_problems(kind: str, rows: pd.DataFrame, first: str, last: str) -> Iterator[Problem]:
    yield from of_rows(
        rows,
        _days(rows[first]) > _days(rows[last]),
        sheet=kind,
        column=last,
        rule="period_in_order",
        expected=f"{{{first}}} or later",
        words=f"{{{last}}} is before {first} {{{first}}}",
    )


def _case_problems(tables: Mapping[str, pd.DataFrame]) -> Iterator[Problem]:
    for cases, more in ((NEEDED, {}), (DESIRED, {"severity": WARNING})):
        for kind, column, case, why in cases:
            if kind not in tables:
                continue
            rows = tables[kind]
            applies = pd.Series(True, index=rows.index)
            for name, codes in case.items():
                applies &= rows[name].isin(codes)
            named = reference.name("record_kind", kind).lower()
            yield from of_rows(
                rows,
                applies & rows[column].isna(),
                sheet=kind,
                column=column,
                rule=f"needs_{column}",
                expected="a value",
                words=f"nothing stands here; it is needed where the {named} is {why}",
                **more,
            )


def _json_problems(rows: pd.DataFrame) -> Iterator[Problem]:
    yield from of_rows(
        rows,
        ~rows["figures"].map(_is_readable),
        sheet="decisions",
        column="figures",
        rule="figures_as_json",
        expected="JSON text with a clearance that exists, or nothing",
        words="these figures cannot be read; leave the cell as it was exported, or empty",
    )


def _is_readable(cell: object) -> bool:
    try:
        clearance = kept_figures(cell).clearance
    except ValueError:
        return False
    return clearance == 0 or clearance in set(reference.table("sensitivities")["level"])


def _revision_problems(rows: pd.DataFrame, newest: int | None) -> Iterator[Problem]:
    """A decision is reopened at a revision; that of another store says nothing in this one."""
    said = rows["store_revision"]
    yield from of_rows(
        rows,
        ~said.between(1, MOST_REVISIONS) & said.notna(),
        sheet="decisions",
        column="store_revision",
        rule="possible_revision",
        expected="1 or more",
        words="{store_revision} is no revision of any store",
    )
    if newest is not None:
        yield from of_rows(
            rows,
            said.between(newest + 1, MOST_REVISIONS),
            sheet="decisions",
            column="store_revision",
            rule="revision_of_another_store",
            expected=f"1 to {newest}",
            words=(
                "{store_revision} is no revision of this store, whose newest is "
                f"{newest}; the page of the decision cannot be opened as it was"
            ),
            severity=WARNING,
        )


def _sensitivity_problems(rows: pd.DataFrame) -> Iterator[Problem]:
    """A decision is at least as sensitive as the evidence of the figures it keeps."""
    table = reference.table("sensitivities")
    levels = dict(zip(table["sensitivity"], table["level"], strict=True))
    names = dict(zip(table["level"], table["sensitivity"], strict=True))
    called = dict(zip(table["level"], table["name"], strict=True))
    said = rows["sensitivity"].fillna(UNSAID_SENSITIVITY).map(levels)
    needed = rows["figures"].map(_clearance)
    yield from of_rows(
        rows.assign(needed=needed.map(names), called=needed.map(called)),
        said < needed,
        sheet="decisions",
        column="sensitivity",
        rule="as_sensitive_as_its_figures",
        expected="{needed}",
        words="the figures kept with it rest on evidence that is {called}; it cannot be less",
    )


def _clearance(cell: object) -> int:
    """The clearance that figures need; 0 where they cannot be read, which is told by itself."""
    return kept_figures(cell).clearance if _is_readable(cell) else 0
