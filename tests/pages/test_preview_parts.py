"""What a step would change is shown below its button, until it is confirmed or left."""

import pytest

from pages.ui import preview_parts
from tests.pages.assessment_page import drawn, keys, press, texts, told
from unpol_data import publishing
from unpol_data.access import LOCAL
from unpol_data.store import open_store
from unpol_data.store.errors import StoreError


@pytest.fixture
def page(frame, sample_copy):
    return lambda **query: frame(sample_copy, url_path="assessments", **query)


def test_what_a_step_would_change_and_did_stands_right_below_its_button(page):
    app = press(page(), "submit_it")
    assert drawn(app, "review_it") < drawn(app, "is submitted and waits") < drawn(app, "Imported")
    press(app, "review_it", "preview_it")
    assert drawn(app, "preview_it") < drawn(app, "would change this") < drawn(app, "Imported")


def test_a_preview_can_be_left(page):
    app = press(page(), "submit_it", "review_it", "preview_it", "leave_it")
    assert "would change this" not in texts(app)
    assert "preview_it" in keys(app)
    assert "preview" not in app.query_params


def test_a_preview_that_a_lost_connection_broke_off_is_worked_out_anew(page):
    app = press(page(), "submit_it", "review_it", "preview_it")
    del app.session_state[preview_parts.SHOWN]
    assert "would change this" in texts(app.run())


def test_a_session_that_was_lost_says_that_the_preview_has_to_be_asked_anew(page):
    app = page(assessment="21", preview="21")
    assert [one for one in app.info if "the connection to the dashboard was lost" in one.value]
    assert "preview" not in app.query_params
    assert not [one for one in app.run().info if "was lost" in one.value]


def test_a_preview_is_dropped_and_said_to_be_once_something_else_was_recorded(page, sample_copy):
    app = press(page(), "submit_it", "review_it", "preview_it")
    engine = open_store(f"sqlite:///{sample_copy}")
    publishing.withdraw(engine, 21, viewer=LOCAL, reason="Entered twice")
    engine.dispose()
    app.run()
    assert "would change this" not in texts(app)
    assert [one for one in app.info if "Something was recorded since" in one.value]


def test_withdrawing_what_counts_shows_first_what_it_would_change(page):
    app = page(assessment="21")
    app.text_input(key="reason_withdraw_21").input("Wrong sites").run()
    press(app, "preview_withdrawal")
    assert "would change this" in texts(app).replace("\\", "")
    press(app, "withdraw_it")
    assert "is withdrawn" in told(app)


def test_a_refused_approval_is_one_sentence(page, monkeypatch):
    def refused(*arguments, **more):
        raise StoreError("The store is in use by another program; wait for it, then try again.")

    app = press(page(), "submit_it", "review_it", "preview_it")
    monkeypatch.setattr("unpol_data.work.running.approve", refused)
    app.button(key="approve_it").click().run()
    assert "in use by another program" in app.error[0].value
    assert not app.exception
