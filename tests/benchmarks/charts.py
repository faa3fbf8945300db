"""What do the charts of all pages look like with the whole of a store in them?"""

from sqlalchemy import Connection

from unpol_data.access import LOCAL
from unpol_data.figures import (
    bars,
    coverage,
    dumbbell,
    equipment_words,
    gap_matrix,
    gap_words,
    mission_words,
    missions_map,
    parts,
    rank_ranges,
    ranking_words,
    severity,
    share_bars,
    site_words,
    source_words,
    stability_words,
    threat_words,
    trend,
)
from unpol_data.figures import ranking as ranking_bars
from unpol_data.figures.drawing import Drawing
from unpol_data.figures.palette import Palette
from unpol_data.filters import Filters
from unpol_data.views import (
    capability_gaps,
    connectivity,
    crime_threats,
    equipment,
    mission,
    overview,
    ranking,
    sources,
)

# As many priorities as the page of the ranking draws.
MOST = 12


def drawn(connection: Connection, chosen: Filters, palette: Palette) -> dict[str, Drawing]:
    """The specification of every chart by its name, as the pages draw it."""
    charts = {}
    for draw in (_overview, _mission, _connectivity, _equipment, _gaps, _threats, _priorities):
        charts |= draw(connection, chosen, palette)
    return charts | _sources(connection, chosen, palette)


def _overview(connection: Connection, chosen: Filters, palette: Palette) -> dict[str, Drawing]:
    found = overview.overview(connection, chosen, LOCAL)
    chart = missions_map.missions_map(found.missions, palette, shapes_url="/shapes")
    return {"overview: map of missions": chart}


def _mission(connection: Connection, chosen: Filters, palette: Palette) -> dict[str, Drawing]:
    found = mission.mission(connection, chosen, LOCAL)
    return {
        "mission: area by dimension": gap_matrix.gap_matrix(
            mission_words.matrix(found.matrix), palette
        ),
        "mission: against last round": dumbbell.dumbbell(found.against, palette),
    }


def _connectivity(connection: Connection, chosen: Filters, palette: Palette) -> dict[str, Drawing]:
    found = connectivity.connectivity(connection, chosen, LOCAL)
    site_code = found.sites.loc[found.sites["gap"].notna(), "site_code"].iloc[0]
    shown = connectivity.trend(connection, chosen, LOCAL, site_code=site_code)
    said = {"unit": site_words.unit(shown.measure), "required": shown.required}
    return {
        "connectivity: held back": bars.labelled_bars(
            site_words.held_back(found.held_back), palette
        ),
        "connectivity: month by month": trend.trend(shown.months, palette, **said),
    }


def _equipment(connection: Connection, chosen: Filters, palette: Palette) -> dict[str, Drawing]:
    found = equipment.equipment(connection, chosen, LOCAL)
    words = equipment_words
    line = {"line_share": found.line_share, "line_name": "COE"}
    return {
        "equipment: by category": bars.holdings(
            words.holdings(found.categories, "category"), palette
        ),
        "equipment: by mission": bars.holdings(
            words.holdings(found.missions, "mission_code"), palette
        ),
        "equipment: serviceable": share_bars.share_bars(
            words.shares(found.categories, "category"), palette, **line
        ),
    }


def _gaps(connection: Connection, chosen: Filters, palette: Palette) -> dict[str, Drawing]:
    found = capability_gaps.capability_gaps(connection, chosen, LOCAL)
    first = capability_gaps.largest_first(found.cells).iloc[0]
    where = {"mission_code": first["mission_code"], "area_code": first["area_code"]}
    inside = capability_gaps.site_gaps(connection, chosen, LOCAL, **where)
    frames = {
        "capability_gaps: mission by area": gap_words.mission_matrix(found.cells, found.overall),
        "capability_gaps: site by dimension": gap_words.site_matrix(
            inside.sites, inside.dimensions, inside.mission
        ),
    }
    return {name: gap_matrix.gap_matrix(cells, palette) for name, cells in frames.items()}


def _threats(connection: Connection, chosen: Filters, palette: Palette) -> dict[str, Drawing]:
    found = crime_threats.crime_threats(connection, chosen, LOCAL)
    one = crime_threats.one_threat(connection, chosen, LOCAL, threat_code=found.threats[0])
    frames = {
        "crime_threats: threat by area": threat_words.matrix(found.matrix, as_of=chosen.as_of),
        "crime_threats: area by mission": threat_words.area_matrix(one.cells),
    }
    charts = {name: gap_matrix.gap_matrix(cells, palette) for name, cells in frames.items()}
    rated = threat_words.severities(one.missions)
    charts["crime_threats: severities"] = severity.severity(
        rated, palette, levels=threat_words.LEVELS
    )
    return charts


def _priorities(connection: Connection, chosen: Filters, palette: Palette) -> dict[str, Drawing]:
    found = ranking.ranking(connection, chosen, LOCAL)
    rows = ranking_words.bars(found.ranked.head(MOST))
    return {
        "ranking: what comes first": rank_ranges.rank_ranges(
            rows, palette, said=stability_words.axis(found.limits, draw_count=found.draw_count)
        ),
        "ranking: parts of each priority": ranking_bars.priority_parts(rows, palette),
    }


def _sources(connection: Connection, chosen: Filters, palette: Palette) -> dict[str, Drawing]:
    found = sources.sources(connection, chosen, LOCAL)
    grades, unknown = source_words.grades(), source_words.UNKNOWN
    ages = tuple(source_words.AGES.values())
    return {
        "sources: coverage": coverage.coverage(source_words.coverage(found.coverage), palette),
        "sources: grades": parts.parts(
            source_words.by_grade(found.grades), palette, order=grades, unknown=unknown
        ),
        "sources: ages": parts.parts(source_words.by_age(found.ages), palette, order=ages),
    }
