"""The page of crime threats, as a reader opens it."""

import pytest


@pytest.fixture
def page(frame, sample_file):
    return lambda **query: frame(sample_file, url_path="crime_threats", **query)


def read(elements) -> str:
    """The text of these elements as it is read: without the marks that keep it plain."""
    return "\n".join(element.value for element in elements).replace("\\", "")


def test_the_page_says_how_a_cell_is_weighted_and_which_crimes_nobody_rated(page):
    app = page()
    assert not app.exception
    said = read(app.caption)
    assert "weighted by how severe each mission rated this crime, and by nothing else" in said
    assert "Not rated by any mission in scope: Heroin trade" in said


def test_a_chosen_crime_shows_who_is_under_its_pressure_and_what_would_close_it(page):
    app = page(in_threat="cattle_raiding")
    assert app.selectbox[0].value == "cattle_raiding"
    said = read(app.markdown)
    assert "Missions under pressure" in said
    assert "What would close it" in said
    areas = next(table.value for table in app.table if "Why it matters" in table.value)
    assert {"**decisive**", "decisive"} & set(areas["Against this crime it"])
    assert set(areas.columns) == {
        "Capability area",
        "Against this crime it",
        "Gap",
        "Why it matters",
    }


def test_the_matrix_can_be_read_as_a_table_and_taken_along(page):
    app = page()
    twin = next(table.value for table in app.table if "Mean of" in table.value.columns)
    assert list(twin.columns) == [
        "Crime threat",
        "Capability area",
        "Against this crime it",
        "Gap",
        "Mean of",
    ]
    assert twin["Gap"].str.contains("badge").all()
    assert app.download_button(key="download_crime_threat_gaps")


def test_the_threat_filter_narrows_the_choice(page):
    app = page(threat=["cocaine", "cannabis"])
    assert set(app.selectbox[0].options) == {"Cocaine trade", "Cannabis trade"}


def test_a_crime_nobody_rated_is_not_rated_and_the_page_says_what_to_do(page):
    app = page(threat="heroin")
    assert not app.exception
    assert "Not rated by any mission in scope: Heroin trade. Clear the threat filter." in read(
        app.info
    )
    assert not app.metric


def test_an_empty_store_says_what_to_do(frame, empty_file):
    app = frame(empty_file, url_path="crime_threats")
    assert "No approved assessment yet" in read(app.info)
