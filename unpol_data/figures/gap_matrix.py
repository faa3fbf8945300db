"""Where are the gaps: a figure in every cell, coloured by class?

One drawing for areas by dimension, missions by area, and crime threats by area.
"""

import altair as alt
import pandas as pd

from unpol_data.figures import formats, marks, matrix_heads, theme
from unpol_data.figures.drawing import ROWS, Drawing, drawing, source
from unpol_data.figures.palette import NOT_APPLICABLE, NOT_ENOUGH_EVIDENCE, Palette

COLUMNS = (
    "row_name",
    "column_name",
    "column_short",
    "overall",
    "gap_points",
    "gap_class",
    "limiting",
    "dated_on",
)
ROW_HEIGHT = 34
TEXTS = "texts"
# Pixels a row's name may take, and on how wide a chart it may take fewer.
PHONE, PHONE_ROW_NAME, ROW_NAME = 500, 112, 230
# In a cell narrower than this, outlines are thin and what does not apply is left empty.
NARROW = 24
HATCH, NARROW_HATCH = marks.hatched_box(4.4, 1.2, 0.75), marks.hatched_box(1.6, 0.9, 0.45)


def gap_matrix(gaps: pd.DataFrame, palette: Palette, *, row_height: int = ROW_HEIGHT) -> Drawing:
    """Heat map of gaps with a figure in every cell; the limiting dimension has a double outline.

    `gaps`: one row per cell, rows and columns in the order to be drawn, with

        row_name, column_name   what stands at the left and on top
        column_short            the column's name on a phone, four letters or so
        overall                 True in the column that sums up the others (bold)
        gap_points              0 requirement met, 100 nothing in place; missing without a figure
        gap_class               met ... critical, not_enough_evidence or not_applicable
        limiting                True for the limiting dimension of its row
        dated_on                date of the figure, may be missing
        basis                   what the figure rests on, in words; may be left out

    Cells without enough evidence are hatched; those that do not apply say "n/a".
    """
    cells = _cells(gaps)
    heads = cells["column_label"].drop_duplicates()
    lines = int(heads.str.partition("|")[0].str.count("\n").max()) if len(heads) else 0
    coded, texts = _coded(cells)
    return drawing(
        _template,
        palette,
        matrix_heads.room(heads),
        lines,
        "basis" in gaps,
        rows={ROWS: coded, TEXTS: texts},
        height=row_height * cells["row_name"].nunique(),
    )


def _template(palette: Palette, room: int, lines: int, has_basis: bool) -> alt.LayerChart:
    base = alt.Chart()
    layers = [
        base.mark_rect(cornerRadius=3).encode(color=marks.fill(palette)),
        *_outlines(base, palette),
        _hatch(base, palette),
        *_figures(base, palette),
    ]
    chart = alt.LayerChart(
        data=source(),
        layer=layers,
        encoding=_shared(matrix_heads.axis(room, lines), has_basis),
        transform=_decoded(has_basis),
    ).resolve_scale(color="independent")
    return theme.themed(chart, palette)


def _shared(axis: alt.Axis, has_basis: bool) -> dict:
    """Where every mark of a cell stands, and what the cell says when it is pointed at."""
    basis = [alt.Tooltip("basis:N", title="Rests on")] if has_basis else []
    return {
        "x": alt.X("column_label:N", sort=None, title=None, scale=_band(0.07), axis=axis),
        "y": alt.Y("row_name:N", sort=None, title=None, scale=_band(0.13), axis=_rows()),
        "tooltip": [
            alt.Tooltip("name:N", title="Gap"),
            alt.Tooltip("figure:N", title="Figure, 0–100"),
            alt.Tooltip("class_name:N", title="Class"),
            alt.Tooltip("dated:N", title="As of"),
            *basis,
        ],
    }


def _decoded(has_basis: bool) -> list[alt.Transform]:
    """What the numbers of a cell stand for; the browser writes the words."""
    looked_up = {"r": "row_name", "c": "column_label", "d": "dated"}
    looked_up |= {"b": "basis"} if has_basis else {}
    texts = [
        alt.LookupTransform(
            **{"lookup": field, "from": alt.LookupData(data=source(TEXTS), key="i", fields=["t"])},
            **{"as": [name]},
        )
        for field, name in looked_up.items()
    ]
    classes, names = list(marks.CLASS_NAMES), list(marks.CLASS_NAMES.values())
    without = f"datum.gap_class === '{NOT_APPLICABLE}' ? '{formats.NOT_APPLICABLE}' : "
    words = {
        "limiting": f"floor(datum.k / {len(classes)}) % 2 === 1",
        "overall": f"datum.k >= {2 * len(classes)}",
        "gap_class": f"{classes}[datum.k % {len(classes)}]",
        "class_name": f"{names}[datum.k % {len(classes)}]",
        "name": "datum.row_name + ' · ' + split(datum.column_label, '|')[2]",
        "figure": f"{without}isValid(datum.p) ? datum.p + '' : '{formats.NOT_ENOUGH_EVIDENCE}'",
    }
    return texts + [
        alt.CalculateTransform(**{"calculate": said, "as": name}) for name, said in words.items()
    ]


def _coded(cells: pd.DataFrame) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The cells as numbers, one row each, and every text they point to once.

    Of a cell: r row, c column, d date, b basis (numbers of texts), p printed points, and k its
    class, raised by the number of classes where it limits its row and by twice that number
    where it sums up the others. Of a text: i its number, t the text.
    """
    fields = {"r": "row_name", "c": "column_label", "d": "dated", "b": "basis"}
    shown = {field: name for field, name in fields.items() if name in cells}
    said = pd.concat([cells[name] for name in shown.values()]).drop_duplicates()
    numbers = {text: number for number, text in enumerate(said)}
    classes = {name: code for code, name in enumerate(marks.CLASS_NAMES)}
    coded = {field: cells[name].map(numbers) for field, name in shown.items()}
    raised = cells["limiting"].astype(int) + 2 * cells["overall"]
    coded["k"] = cells["gap_class"].map(classes) + len(classes) * raised
    coded["p"] = cells["gap_points"].map(formats.round_half_up, na_action="ignore")
    return pd.DataFrame(coded), pd.DataFrame({"i": range(len(said)), "t": list(numbers)})


def gap_matrix_alt(gaps: pd.DataFrame) -> str:
    """In words: how many cells, the largest gaps by name, and how many lack evidence."""
    cells = _cells(gaps)
    scored = cells[cells["gap_points"].notna()]
    unknown = int((cells["gap_class"] == NOT_ENOUGH_EVIDENCE).sum())
    size = f"{cells['row_name'].nunique()} by {cells['column_label'].nunique()}"
    start = f"Matrix of gaps, {size}, from 0 (requirement met) to 100 (nothing in place)."
    if scored.empty:
        return f"{start} No cell has enough evidence for a figure."
    largest = scored[~scored["overall"]] if not scored["overall"].all() else scored
    largest = largest.sort_values("gap_points", ascending=False, kind="stable").head(3)
    words = [f"{cell.name} {cell.figure}" for cell in largest.itertuples(index=False)]
    end = f" {formats.count(unknown, 'cell lacks', 'cells lack')} enough evidence."
    return f"{start} Largest: {formats.listed(words)}.{end if unknown else ''}"


def _cells(gaps: pd.DataFrame) -> pd.DataFrame:
    cells = marks.checked(gaps, COLUMNS)
    heads = matrix_heads.labels(cells[["column_name", "column_short"]].drop_duplicates())
    cells["column_label"] = cells["column_name"].map(heads)
    if "basis" in gaps:
        cells["basis"] = gaps["basis"]
    cells["name"] = cells["row_name"] + " · " + cells["column_name"]
    cells["figure"] = [
        _figure(points, gap_class)
        for points, gap_class in zip(cells["gap_points"], cells["gap_class"], strict=True)
    ]
    cells["class_name"] = cells["gap_class"].map(marks.CLASS_NAMES)
    cells["dated"] = cells["dated_on"].map(formats.day)
    cells["limiting"] = cells["limiting"].fillna(False).astype(bool)
    cells["overall"] = cells["overall"].fillna(False).astype(bool)
    return cells.drop(columns=["column_name", "column_short", "dated_on"])


def _figure(points: float | None, gap_class: str) -> str:
    if gap_class == NOT_APPLICABLE:
        return formats.NOT_APPLICABLE
    return formats.NOT_ENOUGH_EVIDENCE if pd.isna(points) else formats.number(points)


def _band(gap: float) -> alt.Scale:
    return alt.Scale(paddingInner=gap, paddingOuter=gap / 2)


def _rows() -> alt.Axis:
    limit = f"containerSize()[0] < {PHONE} ? {PHONE_ROW_NAME} : {ROW_NAME}"
    return alt.Axis(labelLimit=alt.expr(limit), labelOverlap=False)


def _outlines(base: alt.Chart, palette: Palette) -> list[alt.Chart]:
    limiting = base.transform_filter("datum.limiting")
    return [
        limiting.mark_rect(
            cornerRadius=3,
            filled=False,
            stroke=colour,
            strokeWidth=alt.expr(f"bandwidth('x') < {NARROW} ? {narrow} : {wide}"),
        )
        for colour, wide, narrow in ((palette.text, 5, 3), (palette.background, 1.5, 1))
    ]


def _hatch(base: alt.Chart, palette: Palette) -> alt.Chart:
    return base.transform_filter(f"datum.gap_class === '{NOT_ENOUGH_EVIDENCE}'").mark_point(
        shape=alt.expr(f"bandwidth('x') < 60 ? '{NARROW_HATCH}' : '{HATCH}'"),
        size=100,
        stroke=palette.hatch,
        strokeWidth=1.1,
        filled=False,
    )


def _figures(base: alt.Chart, palette: Palette) -> list[alt.Chart]:
    printed = base.transform_filter(f"datum.gap_class !== '{NOT_ENOUGH_EVIDENCE}'")
    # A font size of 0.1 leaves "n/a" out of a narrow, empty cell.
    narrow = f"bandwidth('x') < {NARROW} && datum.gap_class === '{NOT_APPLICABLE}'"
    size = alt.expr(f"{narrow} ? 0.1 : bandwidth('x') < 36 ? 13 : 14")
    return [
        printed.transform_filter(f"{test}datum.overall")
        .mark_text(fontSize=size, fontWeight=weight)
        .encode(text="figure:N", color=marks.ink(palette))
        for test, weight in (("", "bold"), ("!", "normal"))
    ]
