"""Which country does a name in somebody's table mean?"""

from functools import cache

from unpol_data import reference
from unpol_data.figures import shapes
from unpol_data.ingest.folding import folded


@cache
def _known() -> dict[str, str]:
    world = shapes.countries()
    missions = reference.table("missions").dropna(subset=["host_iso3"])
    aliases = reference.table("country_aliases")
    named = [
        *zip(world["name"], world["iso3"], strict=True),
        *zip(world["iso3"], world["iso3"], strict=True),
        *zip(missions["host_name"], missions["host_iso3"], strict=True),
        *zip(missions["host_short_name"], missions["host_iso3"], strict=True),
        *zip(aliases["name"], aliases["iso3"], strict=True),
    ]
    return {folded(name): iso3 for name, iso3 in named}


def iso3(name: str) -> str:
    """The ISO 3166-1 alpha-3 code of a country by a name of it, "" where no name is known.

    "Congo, Dem, Rep," is COD: signs, capitals and accents do not matter.
    """
    return _known().get(folded(name), "")
