"""Other weights on the pages: tried, taken, saved, and left with one click."""

import pytest

from unpol_data.access import LOCAL
from unpol_data.ingest.scenarios import save
from unpol_data.store import open_store

WEIGHTS = {"threat": 70, "mandate": 20, "exposure": 10}


@pytest.fixture
def store(sample_copy):
    engine = open_store(f"sqlite:///{sample_copy}")
    save(engine, "Threat first", "", WEIGHTS, viewer=LOCAL)
    engine.dispose()
    return sample_copy


def read(elements) -> str:
    return "\n".join(element.value for element in elements).replace("\\", "")


def places(app) -> list[str]:
    table = next(table.value for table in app.table if "Rank, mission and area" in table.value)
    return list(table["Rank, mission and area"])


@pytest.mark.parametrize("url_path", ["overview", "mission", "equipment", "sources", "ranking"])
def test_the_scenario_in_force_is_printed_on_every_page(frame, store, url_path):
    app = frame(store, url_path=url_path, scenario="threat-first.1")
    assert not app.exception
    told = read(app.markdown)
    assert "weights Threat first: threat .7, mandate .2, exposure .1" in told
    assert "Scenario: Threat first" in told


def test_the_order_follows_the_weights_and_the_default_is_one_click_away(frame, store):
    default = places(frame(store, url_path="ranking"))
    app = frame(store, url_path="ranking", scenario="threat-first")
    assert places(app) != default
    app.button(key="default_weights").click().run()
    assert places(app) == default
    assert "scenario" not in app.query_params


def test_a_scenario_nobody_saved_is_left_out_with_a_notice(frame, store):
    app = frame(store, url_path="ranking", scenario="gone.1")
    assert "scenario 'gone.1' is not known" in read(app.info)
    assert "default weights" in read(app.markdown)


def test_unsaved_weights_of_a_link_are_in_force(frame, store):
    app = frame(store, url_path="ranking", scenario="60-25-15")
    assert "weights threat .6, mandate .25, exposure .15" in read(app.markdown)
    assert not app.info


def slider(app, part: str):
    return next(one for one in app.slider if one.key.startswith(f"swing_{part}"))


def test_sliders_begin_with_the_weights_in_force_and_then_nothing_moves(frame, store):
    for query in ({}, {"scenario": "threat-first.1"}):
        app = frame(store, url_path="ranking", **query)
        assert "Nothing moves among the first 12." in read(app.markdown)


def test_a_moved_slider_shows_what_would_move_before_anything_is_taken(frame, store):
    app = frame(store, url_path="ranking")
    before = places(app)
    slider(app, "exposure").set_value(100).run()
    assert "hands among the first 12" in read(app.markdown)
    assert "threat .39, mandate .23, exposure .38" in read(app.markdown)
    assert places(app) == before
    app.button(key="use_weights").click().run()
    assert app.query_params["scenario"] == "39-23-38"
    assert places(app) != before


def test_three_sliders_at_nothing_are_said_to_weigh_nothing(frame, store):
    app = frame(store, url_path="ranking")
    for part in ("threat", "mandate", "exposure"):
        slider(app, part).set_value(0).run()
    assert "All three are 0" in read(app.warning)
    assert not app.exception


def test_weights_are_saved_under_a_name_and_refused_without_one(frame, store):
    app = frame(store, url_path="ranking")
    slider(app, "exposure").set_value(100).run()
    app.button(key="FormSubmitter:save_scenario-Save under this name").click().run()
    assert "needs a name" in read(app.error)
    app.text_input(key="scenario_name").set_value("Duty of care")
    app.button(key="FormSubmitter:save_scenario-Save under this name").click().run()
    assert app.query_params["scenario"] == "duty-of-care.1"
    assert "weights Duty of care: threat .39" in read(app.markdown)
