"""An answer is commented on where it is read."""

import pytest

from tests.pages.assessment_page import drawn, keys, press, texts, told


@pytest.fixture
def page(frame, sample_copy):
    return lambda **query: frame(sample_copy, url_path="assessments", **query)


def test_a_comment_holds_back_the_review_until_it_is_resolved(page):
    app = press(page(), "submit_it")
    number = app.selectbox(key="assessment").value
    sheet = f"sheet_{number}"
    comments = len(app.segmented_control(key=sheet).options) - 2
    app.segmented_control(key=sheet).set_value(comments).run()
    site = app.selectbox(key=f"comment_site_{number}").options[1]
    app.selectbox(key=f"comment_site_{number}").select(site).run()
    app.text_area(key=f"words_new_{number}_0").input("Inspected, or told?").run()
    press(app, f"send_new_{number}_0")
    assert "Inspected, or told?" in texts(app)
    assert "1 comment is open" in texts(app).replace("\\", "")
    app.button(key="review_it").click().run()
    assert "1 comment is open on assessment" in app.error[0].value.replace("\\", "")
    press(app, "resolve_0", "review_it")
    assert "is reviewed" in told(app)


def test_a_comment_is_begun_from_the_answer_one_reads(page):
    app = page()
    (first, *_) = (key for key in sorted(keys(app)) if key.startswith("comment_on_"))
    press(app, first)
    (field,) = (area for area in app.text_area if area.key.startswith("words_row_"))
    app = field.input("Inspected, or told?").run()
    press(app, field.key.replace("words_", "send_"))
    assert not [area for area in app.text_area if area.key.startswith("words_row_")]
    assert "1 open" in texts(app)
    number = app.selectbox(key="assessment").value
    sheet = app.segmented_control(key=f"sheet_{number}")
    sheet.set_value(len(sheet.options) - 2).run()
    assert "Inspected, or told?" in texts(app)


def test_an_empty_comment_is_refused_where_it_is_written(page):
    app = page()
    (first, *_) = (key for key in sorted(keys(app)) if key.startswith("comment_on_"))
    press(app, first)
    (send,) = (key for key in keys(app) if key.startswith("send_row_"))
    app.button(key=send).click().run()
    assert "The comment is empty" in app.error[0].value
    assert drawn(app, send) < drawn(app, "The comment is empty")
