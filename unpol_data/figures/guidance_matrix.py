"""Which document treats the technology of which area, and how well: a letter in every cell."""

import altair as alt
import pandas as pd

from unpol_data.figures import formats, marks, matrix_heads, theme
from unpol_data.figures.drawing import ROWS, Drawing, drawing, source
from unpol_data.figures.gap_matrix import HATCH, NARROW_HATCH, PHONE, PHONE_ROW_NAME
from unpol_data.figures.palette import Palette

COLUMNS = ("row", "row_name", "is_group", "title", "column_name", "column_short", "state", "bold")
LETTERS = {"adequate": "A", "mentioned": "M", "needs_update": "U", "absent": "–", "not_read": ""}
STATES = tuple(LETTERS)
ROW_HEIGHT, ROW_NAME = 32, 240


def guidance_matrix(cells: pd.DataFrame, palette: Palette) -> Drawing:
    """Heat map of readings, one letter a cell: A adequate, M mentioned, U needs update, – absent.

    `cells`: one row per cell, rows and columns in the order to be drawn, with

        row                 what tells the rows apart
        row_name            what stands at the left
        is_group            True for a heading over the rows below it, without cells of its own
        title               the row's name in full
        column_name         what stands on top
        column_short        the column's name where there is little room
        state               of STATES; not_read is hatched
        state_name          the state in words
        passage             where the document says so, may be missing
        bold                True in the row that sums up the others
    """
    rows = _rows(cells)
    heads = rows["column_label"].drop_duplicates()
    lines = int(heads.str.partition("|")[0].str.count("\n").max()) if len(heads) else 0
    groups = rows.loc[rows["is_group"], "row"].drop_duplicates().tolist()
    names = dict(zip(rows["row"], rows["row_name"], strict=True))
    return drawing(
        _template,
        palette,
        matrix_heads.room(heads),
        lines,
        rows={ROWS: rows.drop(columns="row_name")},
        height=ROW_HEIGHT * len(names),
        values={"groups": groups, "names": names},
    )


def guidance_matrix_alt(cells: pd.DataFrame) -> str:
    """In words: how many documents and areas, and in how many cells each state stands."""
    own = cells[~cells["is_group"].astype(bool) & ~cells["bold"].astype(bool)]
    counts = own.groupby("state_name", sort=False).size().sort_values(ascending=False)
    documents = formats.count(own["row"].nunique(), "document", "documents")
    size = f"{documents} by {formats.count(own['column_name'].nunique(), 'area', 'areas')}"
    said = [f"{name.lower()} {count}" for name, count in counts.items()]
    return f"Matrix of guidance, {size}. Cells: {formats.listed(said)}."


def _rows(cells: pd.DataFrame) -> pd.DataFrame:
    rows = marks.checked(cells, COLUMNS)
    heads = matrix_heads.labels(cells[["column_name", "column_short"]].drop_duplicates())
    rows["column_label"] = rows["column_name"].map(heads)
    rows["state_name"] = cells["state_name"]
    rows["passage"] = cells["passage"].fillna("–")
    rows["letter"] = rows["state"].map(LETTERS)
    rows["is_group"] = rows["is_group"].astype(bool)
    return rows.drop(columns="column_short")


def _template(palette: Palette, room: int, lines: int) -> alt.LayerChart:
    base = alt.Chart()
    own = base.transform_filter("!datum.is_group")
    unread = own.transform_filter("datum.state === 'not_read'")
    # The first layer holds every row: a scale knows only the rows that some layer draws.
    layers = [
        base.mark_rect(opacity=0).encode(tooltip=alt.value(None)),
        own.mark_rect(cornerRadius=3).encode(color=_colour(_fills(palette))),
        unread.mark_point(
            shape=alt.expr(f"bandwidth('x') < 60 ? '{NARROW_HATCH}' : '{HATCH}'"),
            size=100,
            stroke=palette.hatch,
            strokeWidth=1.1,
            filled=False,
        ),
    ]
    layers += [
        own.transform_filter(f"{test}datum.bold")
        .mark_text(fontSize=14, fontWeight=weight)
        .encode(text="letter:N", color=_colour(_inks(palette)))
        for test, weight in (("", "bold"), ("!", "normal"))
    ]
    chart = alt.LayerChart(
        data=source(), layer=layers, encoding=_shared(matrix_heads.axis(room, lines))
    ).resolve_scale(color="independent")
    return theme.themed(chart, palette)


def _shared(axis: alt.Axis) -> dict:
    band = {"x": alt.Scale(paddingInner=0.07), "y": alt.Scale(paddingInner=0.13)}
    return {
        "x": alt.X("column_label:N", sort=None, title=None, scale=band["x"], axis=axis),
        "y": alt.Y("row:N", sort=None, title=None, scale=band["y"], axis=_row_names()),
        "tooltip": [
            alt.Tooltip("title:N", title="Document"),
            alt.Tooltip("column_name:N", title="Area"),
            alt.Tooltip("state_name:N", title="Technology is"),
            alt.Tooltip("passage:N", title="Passage"),
        ],
    }


def _row_names() -> alt.Axis:
    limit = f"containerSize()[0] < {PHONE} ? {PHONE_ROW_NAME} : {ROW_NAME}"
    return alt.Axis(
        labelLimit=alt.expr(limit),
        labelOverlap=False,
        labelExpr="names[datum.value]",
        labelFontWeight=alt.condition(
            "indexof(groups, datum.value) >= 0", alt.value("bold"), alt.value("normal")
        ),
    )


def _colour(colours: dict[str, str]) -> alt.Color:
    scale = alt.Scale(domain=list(colours), range=list(colours.values()))
    return alt.Color("state:N", scale=scale, legend=None)


def _fills(palette: Palette) -> dict[str, str]:
    """The more a document says, the darker the blue; what needs work is orange, as elsewhere."""
    much, _, little = palette.parts
    pale = palette.empty_cell
    return dict(zip(STATES, (much, little, palette.fill("moderate"), pale, pale), strict=True))


def _inks(palette: Palette) -> dict[str, str]:
    inks = (palette.background, palette.text, palette.ink("moderate"))
    return dict(zip(STATES, (*inks, palette.secondary_text, palette.secondary_text), strict=True))
