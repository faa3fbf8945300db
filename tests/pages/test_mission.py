"""The mission page as a reader opens it: chosen, not chosen, compared, and without evidence."""

import pytest


@pytest.fixture
def page(frame, sample_file):
    return lambda **query: frame(sample_file, url_path="mission", **query)


def read(elements) -> str:
    """The text of these elements as it is read: without the marks that keep it plain."""
    return "\n".join(element.value for element in elements).replace("\\", "")


def texts(app) -> str:
    return read(app.markdown)


def captions(app) -> str:
    return read(app.caption)


def tables(app) -> str:
    return "\n".join(element.value.to_string() for element in app.table)


def test_a_chosen_mission_heads_its_page_with_its_host(page):
    app = page(mission="UNMISS")
    assert not app.exception
    assert app.title[0].value == "UNMISS · South Sudan"
    said = texts(app)
    for words in (
        "Gap by area and dimension",
        "Against last round and peers",
        "Worst sites",
        "Mission and host State: public facts",
        "Crime threats rated highest",
        "Equipment short most",
        "The evidence",
    ):
        assert words in said
    assert "No mission is chosen" not in captions(app)


def test_the_heading_names_the_host_in_short_and_the_profile_in_full(page):
    app = page(mission="UNISFA")
    assert app.title[0].value == "UNISFA · Abyei"
    assert "Abyei (final status not determined)" in texts(app) + captions(app)


def test_where_none_is_chosen_the_page_says_which_is_shown(page):
    app = page()
    assert "·" in app.title[0].value
    assert "No mission is chosen: this is the one with the largest gap" in captions(app)


def test_two_missions_stand_side_by_side(page):
    app = page(mission=["UNMISS", "MONUSCO", "BINUH"])
    assert "UNMISS beside MONUSCO" in texts(app)
    assert "Against MONUSCO and peers" in texts(app)
    assert "not shown: BINUH" in captions(app)
    assert "MONUSCO" in tables(app)


def test_a_mission_without_enough_evidence_prints_no_figure(page):
    app = page(mission="MINURSO")
    assert {metric.value for metric in app.metric} == {"not known"}
    assert "No site has a figure over the chosen areas" in texts(app)


def test_an_empty_store_says_what_to_do(frame, empty_file):
    app = frame(empty_file, url_path="mission")
    assert app.title[0].value == "Mission"
    assert "No approved assessment yet" in app.info[0].value


def test_a_mission_not_yet_assessed_still_shows_its_public_facts(page):
    app = page(mission="UNMISS", as_of="2020-01-01")
    assert "Clear the mission filter or choose a later date" in app.info[0].value
    assert "Authorised police strength" in tables(app)


def test_stale_answers_are_said_to_be_stale(page):
    assert "stale" in texts(page(mission="UNMISS", as_of="2028-06-30"))


def test_the_page_says_who_can_help_with_the_large_gaps(page):
    app = page(mission="UNMISS")
    assert "7 can be sent" in captions(app).replace("\\", "")
