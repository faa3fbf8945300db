"""Where do police lack the technology they need: the missions on a map of the world?"""

import altair as alt
import pandas as pd

from unpol_data.figures import formats, label_offsets, marks, theme
from unpol_data.figures.drawing import ROWS, Drawing, drawing, source
from unpol_data.figures.palette import NOT_APPLICABLE, NOT_ENOUGH_EVIDENCE, Palette

COLUMNS = (
    "mission_code",
    "name",
    "latitude",
    "longitude",
    "host_iso3",
    "label_side",
    "served",
    "gap_points",
    "change_points",
    "gap_class",
    "published_on",
)
HEIGHT = 388
# Equal Earth: pixels per unit and the point in the middle, on a wide page and on a phone.
WIDE_SCALE, WIDE_MIDDLE = "min(364, width * 0.43)", (-13.5, 17)
PHONE_SCALE, PHONE_MIDDLE = "width * 0.98", (16.5, 17)
# Square pixels of a circle's box per officer served, the smallest that shows its colour, and the
# smallest that shows its hatch.
AREA_PER_OFFICER, SMALLEST_AREA, SMALLEST_HATCH, PHONE_SHRINKS = 0.8, 230, 340, 0.7
# Missions west of this longitude are listed on a phone.
WEST_OF_PHONE = -25
# On a phone the list stands in the Gulf of Guinea, above the label of a mission in Kinshasa.
ABOVE_LOWEST_LABELS = 92


def missions_map(missions: pd.DataFrame, palette: Palette, *, shapes_url: str) -> Drawing:
    """Map of missions: circle area police served, fill gap class, "63 ▲ 11" beside each.

    `missions`: one row per mission, with

        mission_code, name      "UNMISS" and its full name
        latitude, longitude     of its headquarters; a mission without them is not drawn
        host_iso3               code of the host country to shade, missing where there is none
        label_side              right, left, above or below its circle
        served                  officers; missing draws the smallest circle
        gap_points              0 requirement met, 100 nothing in place; missing without a figure
        change_points           points since the last round; missing where there was none
        gap_class               met ... critical, not_enough_evidence or not_applicable
        published_on            date of the latest round, may be missing

    `shapes_url`: same-origin address of the "world" shapes. Under 520 pixels the map shows
    Africa and the Mediterranean, and lists the other missions under "West of this map".
    """
    placed = _placed(missions)
    values = {
        "hosts": sorted(set(missions["host_iso3"].dropna())),
        "listed": int(placed["west"].sum()),
    }
    return drawing(
        _template, palette, shapes_url, rows={ROWS: placed}, height=HEIGHT, values=values
    )


def _template(palette: Palette, shapes_url: str) -> alt.LayerChart:
    located = alt.Chart(source()).encode(longitude="longitude:Q", latitude="latitude:Q")
    chart = alt.layer(
        _land(shapes_url, palette),
        *_circles(located, palette),
        *_labels(located, palette),
        *_west_list(palette),
    ).project(
        type="equalEarth",
        scale=theme.on_phone(PHONE_SCALE, WIDE_SCALE),
        rotate=theme.on_phone(f"[{-PHONE_MIDDLE[0]}, 0]", f"[{-WIDE_MIDDLE[0]}, 0]"),
        center=theme.on_phone(f"[0, {PHONE_MIDDLE[1]}]", f"[0, {WIDE_MIDDLE[1]}]"),
        translate=alt.expr("[width / 2, height / 2]"),
    )
    return theme.themed(chart.resolve_scale(color="independent"), palette)


def missions_map_alt(missions: pd.DataFrame) -> str:
    """In words: each mission's gap, largest first, and the missions without a figure."""
    frame = marks.checked(missions, COLUMNS)
    scored = frame[frame["gap_points"].notna()]
    scored = scored.sort_values("gap_points", ascending=False, kind="stable")
    words = [
        f"{row.mission_code} {formats.number(row.gap_points)} ({marks.CLASS_NAMES[row.gap_class]})"
        for row in scored.itertuples(index=False)
    ]
    without = frame.loc[frame["gap_class"] == NOT_ENOUGH_EVIDENCE, "mission_code"].tolist()
    start = f"Map of {formats.count(len(frame), 'mission', 'missions')} by gap, 0 to 100."
    parts = [start]
    if words:
        parts.append(f"Largest first: {formats.listed(words)}.")
    if without:
        parts.append(f"Not enough evidence: {formats.listed(without)}.")
    return " ".join(parts)


def _placed(missions: pd.DataFrame) -> pd.DataFrame:
    """One row per mission that has a place, with texts, circle and label offsets."""
    frame = marks.checked(missions, COLUMNS).dropna(subset=["latitude", "longitude"])
    wrong = sorted(set(frame["label_side"]) - set(label_offsets.SIDES))
    if wrong:
        raise ValueError(f"Unknown label_side {wrong}; known: {', '.join(label_offsets.SIDES)}.")
    frame = frame.rename(columns={"mission_code": "code"})
    served = frame["served"].astype("Float64").fillna(0)
    hatched = frame["gap_class"] == NOT_ENOUGH_EVIDENCE
    smallest = hatched.map({True: SMALLEST_HATCH, False: SMALLEST_AREA})
    frame["circle_area"] = (served * AREA_PER_OFFICER).astype(float).clip(lower=smallest)
    frame = frame.sort_values("circle_area", ascending=False, kind="stable")
    frame["figure"] = [_figure(row) for row in frame.itertuples(index=False)]
    frame["gap"] = [
        marks.CLASS_NAMES[row.gap_class]
        if pd.isna(row.gap_points)
        else f"{formats.number(row.gap_points)} of 100, {marks.CLASS_NAMES[row.gap_class]}"
        for row in frame.itertuples(index=False)
    ]
    frame["police"] = frame["served"].map(formats.number)
    frame["dated"] = frame["published_on"].map(formats.day)
    frame["west"] = frame["longitude"] < WEST_OF_PHONE
    frame["place"] = frame["west"].cumsum()
    offsets = label_offsets.offsets(frame)
    frame = frame.assign(**offsets)
    columns = ["code", "name", "figure", "gap", "gap_class", "police", "dated", "circle_area"]
    return frame[[*columns, "latitude", "longitude", "west", "place", *offsets]]


def _figure(row: tuple) -> str:
    if row.gap_class == NOT_APPLICABLE:
        return formats.NOT_APPLICABLE
    if pd.isna(row.gap_points):
        return formats.NO_FIGURE
    return f"{formats.number(row.gap_points)} {formats.change(row.change_points)}".strip()


def _land(shapes_url: str, palette: Palette) -> alt.Chart:
    """All land; host countries shaded, but never ground that belongs to no State."""
    source = alt.UrlData(shapes_url, format=alt.JsonDataFormat(type="json", property="features"))
    hosting = "indexof(hosts, datum.properties.iso3) >= 0 && !datum.properties.neutral"
    return (
        alt.Chart(source)
        .mark_geoshape(stroke=palette.background, strokeWidth=0.8, clip=True)
        .encode(
            fill=alt.condition(hosting, alt.value(palette.host_land), alt.value(palette.land)),
            tooltip=alt.value(None),
        )
    )


def _circles(located: alt.Chart, palette: Palette) -> list[alt.Chart]:
    size = alt.expr(f"datum.circle_area * ({theme.on_phone(PHONE_SHRINKS, 1).expr})")
    circles = located.mark_circle(
        size=size, stroke=palette.text, strokeWidth=1, opacity=1, clip=True
    ).encode(
        color=marks.fill(palette),
        tooltip=[
            alt.Tooltip("name:N", title="Mission"),
            alt.Tooltip("gap:N", title="Gap"),
            alt.Tooltip("figure:N", title="Gap and change in points"),
            alt.Tooltip("police:N", title="Police served"),
            alt.Tooltip("dated:N", title="Latest round"),
        ],
    )
    hatch = located.transform_filter(f"datum.gap_class === '{NOT_ENOUGH_EVIDENCE}'").mark_point(
        shape=marks.hatched_circle(),
        size=size,
        stroke=palette.hatch,
        strokeWidth=1.1,
        filled=False,
        clip=True,
    )
    return [circles, hatch]


def _labels(located: alt.Chart, palette: Palette) -> list[alt.Chart]:
    """The bold code with its figure beneath, each over a halo in the page's colour."""
    here = {
        name: f"(width < {theme.NARROW} ? datum.phone_{name} : datum.wide_{name})"
        for name in label_offsets.NAMES
    }
    east = located.transform_filter(f"width >= {theme.NARROW} || !datum.west")
    layers = []
    for field, weight, lower in (("code", "bold", 0), ("figure", "normal", 16)):
        for halo in (True, False):
            layers.append(
                east.mark_text(
                    align=alt.expr(here["align"]),
                    dx=alt.expr(here["dx"]),
                    dy=alt.expr(f"{here['dy']} + {lower}"),
                    baseline="middle",
                    fontSize=theme.on_phone(theme.AXIS_SIZE, theme.LABEL_SIZE),
                    fontWeight=weight,
                    **_paint(palette, field, halo),
                ).encode(text=f"{field}:N")
            )
    return layers


def _paint(palette: Palette, field: str, halo: bool) -> dict:
    if halo:
        colour = palette.background
        return {"stroke": colour, "strokeWidth": 3, "strokeJoin": "round", "color": colour}
    if field == "code":
        return {"color": palette.text}
    no_figure = f"datum.figure === '{formats.NO_FIGURE}'"
    return {"color": alt.expr(f"{no_figure} ? '{palette.secondary_text}' : '{palette.text}'")}


def _west_list(palette: Palette) -> list[alt.Chart]:
    """On a phone: the missions west of the map, each with its circle, code and figure."""
    base = alt.Chart(source()).transform_filter(f"datum.west && width < {theme.NARROW}")
    head = f"height - 24 * listed - {ABOVE_LOWEST_LABELS}"
    y = alt.expr(f"{head} + 24 * datum.place")
    title = base.transform_filter("datum.place === 1").mark_text(
        text="West of this map", x=0, y=alt.expr(head), align="left", fontSize=13
    )
    circle = base.mark_circle(x=8, y=y, size=130, stroke=palette.text, strokeWidth=1, opacity=1)
    words = base.transform_calculate(line="datum.code + ' ' + datum.figure").mark_text(
        x=22, y=y, align="left", baseline="middle", fontSize=13, fontWeight="bold"
    )
    return [
        title.encode(color=alt.value(palette.secondary_text)),
        circle.encode(color=marks.fill(palette)),
        words.encode(text="line:N"),
    ]
