"""A page shows the store as it stood at a revision, says so, and leads back to now."""

from tests.pages.test_frame import texts

THEN = {"mission": "UNMISS", "as_of": "2026-03-31", "revision": "83"}


def first_figure(app) -> str:
    """The gap of the mission, as its first tile prints it."""
    return app.metric[0].value


def test_an_earlier_revision_is_said_and_shows_the_figures_of_then(frame, sample_file):
    app = frame(sample_file, url_path="mission", **THEN)
    said = texts(app).replace("\\", "")
    assert "Shown as the store stood at revision 83 on" in said
    assert "as the store stood at revision 83, default weights" in said
    # At revision 83 the round of 2025 was not approved yet, whatever the date.
    assert "Nov 2024" in said
    now = frame(sample_file, url_path="mission", mission="UNMISS", as_of="2026-03-31")
    assert first_figure(now) != first_figure(app)


def test_one_click_leads_back_to_now(frame, sample_file):
    app = frame(sample_file, url_path="mission", **THEN)
    app.button(key="back_to_now").click().run()
    assert not app.exception
    assert "revision" not in app.query_params
    assert "as_of" not in app.query_params
    assert app.query_params["mission"] == "UNMISS"
    assert "Shown as the store stood" not in texts(app)


def test_a_revision_there_is_not_is_left_out_and_said(frame, sample_file):
    for wrong in ("99999", "0", "soon"):
        app = frame(sample_file, url_path="mission", mission="UNMISS", revision=wrong)
        assert not app.exception
        notes = "".join(one.value for one in app.info).replace("\\", "")
        assert "revision" in notes
        assert "left out" in notes
        assert "revision" not in app.query_params


def test_pages_of_work_in_progress_say_that_the_revision_changes_nothing(frame, sample_file):
    app = frame(sample_file, url_path="assessments", revision="83")
    notes = "".join(one.value for one in app.caption)
    assert "The revision filter changes nothing on this page" in notes
