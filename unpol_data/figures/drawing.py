"""How does a filter change redraw a chart without building it anew?

Altair takes a tenth of a second to build and check a chart, far longer than the figures take. So
each chart is built once for its looks, and every drawing is that template with its own rows.
"""

import json
from collections.abc import Callable, Mapping
from functools import cache

import altair as alt
import pandas as pd

from unpol_data.figures.palette import Palette, palette

ROWS = "rows"


class Drawing(dict):
    """A Vega-Lite specification with its rows, for `st.vega_lite_chart` and `st.altair_chart`."""

    def to_dict(self) -> dict:
        """The specification, as an Altair chart gives it."""
        return dict(self)


def source(name: str = ROWS) -> alt.NamedData:
    """The rows a template will be drawn with."""
    return alt.NamedData(name=name)


def drawing(
    template: Callable[..., alt.LayerChart],
    colours: Palette,
    *looks: object,
    rows: Mapping[str, pd.DataFrame],
    height: int,
    values: Mapping[str, object] | None = None,
) -> Drawing:
    """The template in these colours and looks, with these rows and this height.

    `values` are parameters that the template's Vega expressions use.
    """
    built = _built(template, colours.name, *looks)
    drawn = {name: _records(frame) for name, frame in rows.items()}
    spec = {**built, "height": height, "datasets": built.get("datasets", {}) | drawn}
    if values:
        spec["params"] = [{"name": name, "value": value} for name, value in values.items()]
    return Drawing(spec)


@cache
def _built(template: Callable[..., alt.LayerChart], colours: str, *looks: object) -> dict:
    return template(palette(colours), *looks).to_dict()


def _records(frame: pd.DataFrame) -> list[dict]:
    """Rows as JSON takes them: a missing value is null, a date its ISO form."""
    if frame.empty:
        return []
    return json.loads(frame.to_json(orient="records", date_format="iso", double_precision=6))
