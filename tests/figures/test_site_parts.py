"""Does an ocean between the sites give them two maps?"""

import pandas as pd

from unpol_data.figures import site_parts


def sites(*longitudes: float) -> pd.DataFrame:
    return pd.DataFrame({"longitude": longitudes})


def test_sites_on_both_sides_of_an_ocean_get_a_map_each_the_larger_first():
    parts = site_parts.parts(sites(-72, 20, 30, -74, 31))
    assert [sorted(part["longitude"]) for part in parts] == [[20, 30, 31], [-74, -72]]


def test_sites_of_one_continent_share_a_map():
    assert len(site_parts.parts(sites(15, 20, 32))) == 1


def test_no_site_still_gives_a_map():
    assert len(site_parts.parts(sites())) == 1
