"""Settings come from the environment and a wrong one is named."""

import pytest

from unpol_data.settings import SettingsError, settings


def test_without_settings_the_defaults_hold():
    assert settings({}).store_url == "sqlite:///var/unpol.db"
    assert settings({}).address == "127.0.0.1"
    assert settings({}).port == 8501


@pytest.mark.parametrize("given", ["0", "70000", "eighty", "-1"])
def test_a_port_that_is_none_is_refused_with_its_value(given):
    with pytest.raises(SettingsError, match="UNPOL_PORT is '" + given):
        settings({"UNPOL_PORT": given})


def test_a_store_of_an_unknown_kind_is_refused():
    with pytest.raises(SettingsError, match="starts with 'oracle'"):
        settings({"UNPOL_STORE_URL": "oracle://db"})
