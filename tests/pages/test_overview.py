"""The overview as a reader opens it: with data, without, and through a link with filters."""

import pytest


@pytest.fixture
def page(frame, sample_file):
    return lambda **query: frame(sample_file, url_path="overview", **query)


def read(elements) -> str:
    """The text of these elements as it is read: without the marks that keep it plain."""
    return "\n".join(element.value for element in elements).replace("\\", "")


def texts(app) -> str:
    return read(app.markdown)


def tables(app) -> str:
    return "\n".join(element.value.to_string() for element in app.table)


def test_the_overview_answers_where_police_stand(page):
    app = page()
    assert not app.exception
    said = texts(app)
    for words in (
        "UNPOL facing a large or critical gap",
        "Where police lack the technology they need",
        "Five sharpest priorities",
        "Held back by **",
        "What got worse since the last round",
        "How much we know",
    ):
        assert words in said
    assert len(app.metric) == 4
    assert "MINURSO, UNTMIS" in tables(app)


def test_what_waits_for_a_decision_is_said_and_linked(page):
    labels = [link.label for link in page().get("page_link")]
    assert any("1 draft to submit" in label for label in labels)


def test_every_part_of_the_mandate_is_one_click_away(page):
    labels = [link.label for link in page().get("page_link")]
    for name in ("A4P+ priorities", "Agendas", "Women, peace and security", "Risks"):
        assert any(name.replace("+", "\\+") in label for label in labels), name


def test_an_empty_store_says_what_to_do(frame, empty_file):
    app = frame(empty_file, url_path="overview")
    assert "No approved assessment yet" in app.info[0].value
    assert not app.metric


def test_a_date_before_the_first_round_asks_for_a_later_one(page):
    assert "Choose a later date" in page(as_of="2020-01-01").info[0].value


def test_a_link_to_one_mission_shows_its_figures_only(page):
    app = page(mission="UNMISS")
    assert "UNMISS" in tables(app)
    assert "BINUH" not in tables(app)


def test_the_other_side_speaks_of_host_state_officers(page):
    assert "Host-State officers facing a large or critical gap" in texts(page(side="host_state"))


def test_the_dimension_filter_is_said_to_change_nothing(page):
    said = read(page(dimension="software").caption)
    assert "The dimension filter changes nothing on this page" in said


def test_a_mandate_date_that_has_passed_is_to_be_verified(page):
    said = texts(page(as_of="2026-11-16"))
    assert "MINUSCA mandate date passed on 15 Nov 2026: verify" in said
    assert "MINUSCA mandate date passed" not in texts(page())
