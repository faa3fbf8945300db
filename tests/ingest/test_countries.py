"""Names of countries."""

import pytest

from unpol_data import reference
from unpol_data.ingest.countries import iso3


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Congo, Dem, Rep,", "COD"),
        ("Congo, Dem. Rep.", "COD"),
        ("Democratic Republic of the Congo", "COD"),
        ("central african republic ", "CAF"),
        ("South Sudan", "SSD"),
        ("HTI", "HTI"),
        ("Atlantis", ""),
    ],
)
def test_a_country_is_known_by_its_names(name, code):
    assert iso3(name) == code


def test_every_alias_is_of_a_host_state():
    hosts = set(reference.table("missions")["host_iso3"].dropna())
    assert set(reference.table("country_aliases")["iso3"]) <= hosts
