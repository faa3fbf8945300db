"""The portfolio page, as a planner opens it."""

import pytest

from tests.option_filing import few_options
from unpol_data.store import StoreError


@pytest.fixture(scope="module")
def filed(tmp_path_factory):
    return few_options(tmp_path_factory.mktemp("portfolio_page"))


@pytest.fixture
def page(frame, filed):
    return lambda **query: frame(filed, url_path="portfolio", **query)


def read(elements) -> str:
    """The text of these elements as it is read: without the marks that keep it plain."""
    return "\n".join(element.value for element in elements).replace("\\", "")


def headed(app, heading: str):
    """The rows of the first table with this heading."""
    return next(table.value for table in app.table if heading in table.value)


def test_a_link_shows_what_its_budget_buys_and_why_not_the_rest(page):
    app = page(budget="34000")
    assert not app.exception
    bought = read(app.markdown)
    assert "### What USD 34,000 buy" in bought
    assert "USD 30,000 + programme support 13 % USD 3,900" in bought
    names = " ".join(headed(app, "Chance")["Option"]).replace("\\", "")
    assert all(name in names for name in ("UNISFA · Kit", "UNISFA · Course", "UNISFA · Slow link"))
    why = " ".join(headed(app, "Why not")["Why not"]).replace("\\", "")
    assert "Only one of its group makes sense, and Slow link is chosen." in why
    assert "Kept out: gender check not passed." in why
    assert "Nothing for MINURSO and UNMIK." in read(app.caption)
    assert app.query_params["budget"] == "34000"


def test_another_budget_needs_no_new_work_and_stands_in_the_link(page, monkeypatch):
    app = page()
    first = app.select_slider(key="budget").value
    assert "budget" not in app.query_params

    def refused(*arguments, **more):
        raise StoreError("No work is needed here.")

    monkeypatch.setattr("unpol_data.work.running.portfolios", refused)
    other = next(int(each.replace("USD ", "").replace(",", "")) for each in _options(app, first))
    app.select_slider(key="budget").set_value(other).run()
    assert not app.error
    assert app.query_params["budget"] == str(other)


def _options(app, first: int) -> list[str]:
    every = app.select_slider(key="budget").options
    return [each for each in every[5:] if each != f"USD {first:,}"]


def test_conditions_that_clash_are_told_and_so_is_the_budget_that_would_do(page):
    app = page(budget="11300", must="COURSE")
    said = read(app.warning)
    assert "Course must be in; the budget of USD 11,300" in said
    assert "raise the budget to USD 22,600" in said


def test_how_firm_the_choice_is_is_found_when_asked_for(page):
    app = page(budget="34000")
    app.button(key="portfolio_draws").click().run()
    assert not app.error
    told = read(app.markdown)
    assert "Core:" in told
    assert "Chosen in" in headed(app, "Chance").columns
    assert "200 draws, seed 20260331" in read(app.caption)


def test_where_no_option_is_recorded_the_page_says_what_to_do(page, frame, empty_file):
    assert "No option is recorded" in read(page(mission="UNVMC").info)
    assert "No option is recorded" in read(frame(empty_file, url_path="portfolio").info)


def test_a_code_or_budget_that_is_none_is_left_out_and_said_to_be(page):
    said = read(page(budget="much", must="NOTHING").info)
    assert "budget 'much' is no whole number" in said
    assert "must 'NOTHING' is not among these" in said


def test_work_that_fails_is_one_sentence(page, monkeypatch):
    def refused(*arguments, **more):
        raise StoreError("The store is in use by another program; wait for it, then try again.")

    monkeypatch.setattr("unpol_data.work.running.portfolios", refused)
    assert "in use by another program" in page().error[0].value


def test_an_option_can_be_changed_where_the_choice_is_made(page):
    app = page(budget="34000")
    app.selectbox(key="one_options").set_value(("KIT",)).run()
    assert any("Version" in table.value for table in app.table)
    app.button(key="change_options").click().run()
    assert not app.exception
    # The rest, from Save on, is tested with the form itself: the test runner closes a dialog.
    assert app.number_input(key="record_options_KIT_cost_once_usd").value == 10_000


def test_a_chosen_as_of_date_shows_the_options_recorded_by_then(page):
    assert "Options as recorded now" in read(page(budget="34000").caption)
    # They were recorded on 20 March 2026.
    then = page(budget="34000", as_of="2026-03-20")
    assert "as they had been recorded by 20 Mar 2026" in read(then.caption)
    before = page(budget="34000", as_of="2026-03-19")
    assert "No option had been recorded by 19 Mar 2026" in read(before.info)
