"""The assessments plan as a reader opens it: with visits, without, by a link, to change one."""

from datetime import date

import pytest

from tests.pages.test_frame import texts
from tests.plan_rows import LINES, VISITS, record_plan
from unpol_data.store import open_store


@pytest.fixture
def plan_file(tmp_path):
    path = tmp_path / "plan.db"
    engine = open_store(f"sqlite:///{path}")
    record_plan(engine)
    engine.dispose()
    return path


def said(app) -> str:
    captions = "\n".join(element.value for element in app.caption)
    return f"{texts(app)}\n{captions}".replace("\\", "")


def tables(app) -> str:
    return "\n".join(element.value.to_string().replace("\\", "") for element in app.table)


def test_the_page_says_whether_time_and_money_last(frame, plan_file):
    app = frame(plan_file, url_path="plan")
    assert not app.exception
    assert app.metric[0].value == "1"
    assert "of 3 planned; 1 under way, 1 to make" in said(app)
    assert "the USD 22,780 left pay for 1 visit more" in said(app)
    assert "Programme support, 13 %" in tables(app)
    # 35,200 budgeted x 1.13
    assert "39,776" in tables(app)
    assert "One more mission would cost USD 11,421" in said(app)


def test_every_mission_says_when_it_was_seen(frame, plan_file):
    assert "never" in tables(frame(plan_file, url_path="plan"))


def test_a_link_names_the_mission_and_the_way_instead(frame, plan_file):
    app = frame(plan_file, url_path="plan", mission="MONUSCO", instead="hybrid")
    assert not app.exception
    assert app.selectbox(key="instead").value == "hybrid"
    assert "UNMISS" not in tables(app)
    assert "no approved answers" in said(app)


def test_the_sample_says_what_another_way_costs(frame, sample_copy):
    engine = open_store(f"sqlite:///{sample_copy}")
    later = {"planned_from": date(2027, 12, 1), "planned_to": date(2027, 12, 10)}
    record_plan(engine, visits=({**VISITS[2], **later, "round_label": "2027"},), lines=LINES[2:3])
    engine.dispose()
    app = frame(sample_copy, url_path="plan", visit="VISIT-3", instead="remote")
    assert not app.exception
    assert "Made remote instead of in person" in said(app)


def test_filters_that_change_nothing_are_named(frame, plan_file):
    app = frame(plan_file, url_path="plan", horizon="emerging")
    assert "The horizon filter changes nothing on this page" in said(app)


def test_an_empty_store_says_what_to_do_and_offers_the_form(frame, empty_file):
    app = frame(empty_file, url_path="plan")
    assert not app.exception
    assert "Add one below" in app.info[0].value
    assert app.button(key="new_visits").label == "New visit"


def test_a_day_before_the_plan_asks_for_a_later_one(frame, plan_file):
    app = frame(plan_file, url_path="plan", as_of="2026-01-01")
    assert "Choose a later date" in app.info[0].value


def test_the_form_of_the_chosen_visit_opens_with_what_is_in_force(frame, plan_file):
    app = frame(plan_file, url_path="plan")
    app.selectbox(key="one_visits").set_value(("VISIT-3",)).run()
    app.button(key="change_visits").click().run()
    assert not app.exception
    assert app.text_input(key="record_visits_VISIT-3_visit_code").value == "VISIT-3"


def test_what_is_changed_on_a_past_day_is_the_record_in_force_now(frame, plan_file):
    app = frame(plan_file, url_path="plan", as_of="2026-01-01")
    assert app.selectbox(key="one_visits").options[0] == "VISIT-1: UNMISS, 2026-07-06"
    assert "is the record in force now" in said(app)
