"""The ranking page, as a reader opens it."""

import sqlite3

import pytest

from tests.views.priority_filing import three_missions
from unpol_data.store import StoreError


@pytest.fixture
def page(frame, sample_file):
    return lambda **query: frame(sample_file, url_path="ranking", **query)


def read(elements) -> str:
    """The text of these elements as it is read: without the marks that keep it plain."""
    return "\n".join(element.value for element in elements).replace("\\", "")


def headed(app, heading: str):
    """The rows of the table with this heading."""
    return next(table.value for table in app.table if heading in table.value)


def test_the_page_shows_weights_with_their_source_and_what_to_assess_first(page):
    app = page()
    assert not app.exception
    everything, weights = (table.value for table in app.table[-2:])
    assert list(weights["Weight"]) == ["0\\.5", "0\\.3", "0\\.2"]
    assert "Source: Method note, section 9" in read(app.caption)
    assert "MINURSO all 13 areas" in read(app.markdown)
    assert everything.shape[0] > 100
    assert everything.iloc[0, 0].startswith("**1")


def test_the_page_says_in_words_how_firm_the_order_is(page):
    app = page()
    told = read(app.markdown)
    assert "A Robust] ranks 1–3" in told
    assert "In the top 5 in at least 80 % of draws" in told
    assert "1 and 2 are close to a **coin-toss** (50 %)." in told
    assert "3 overtakes 2 if the **mandate weight exceeds .55** (now .3)." in told
    assert "2,000 draws, seed 20260331." in read(app.caption)


def test_every_priority_has_its_rank_range_tier_and_chance_of_the_top(page):
    everything = page().table[-2].value
    first = everything.iloc[0]
    assert (first["Rank range"], first["Tier"], first["In the top 5"]) == ("1–3", "A", "100\\.0 %")


def test_each_of_the_first_priorities_is_taken_apart_with_the_way_to_its_answers(page):
    app = page(in_priority="UNMISS.power")
    told = read(app.markdown)
    assert "**UNMISS · Power, mobility and facilities ICT**" in told
    parts = headed(app, "Importance is made of")
    parts = parts.set_index("Importance is made of")["Adds to the priority"]
    added = [float(points.replace("\\", "")) for points in parts]
    assert sum(added[:3]) == pytest.approx(added[3], abs=0.11)
    assert {"Serve there", "Gap"} <= set(headed(app, "Site").columns)
    assert "Severity" in headed(app, "Presses on it")
    links = {link.proto.label: link.proto for link in app.get("page_link")}
    answers = next(link for label, link in links.items() if "answers behind it" in label)
    assert answers.query_string == "in_mission=UNMISS&in_area=power"


def test_a_gap_that_is_met_is_taken_apart_too_and_nothing_holds_it_back(frame, tmp_path):
    # UNMIK has everything in place: every gap is 0 and has no limiting dimension.
    app = frame(three_missions(tmp_path), url_path="ranking", mission="UNMIK")
    assert not app.exception
    assert not app.error
    told = read(app.markdown)
    assert "Priority **0** of 100. Confidence" in told
    assert "Held back by" not in told


def test_a_priority_of_which_no_site_is_wholly_known_says_so(page):
    app = page(mission="UNTMIS", area="digital_forensics")
    assert not app.exception
    told = read(app.markdown)
    assert "**UNTMIS · Digital forensics and electronic evidence**" in told
    assert "At no site is every dimension of this capability known." in told


def test_the_assumption_that_matters_most_is_found_when_asked_for_and_then_kept(page):
    app = page(mission="UNMIK")
    app.button(key="assumptions").click().run()
    assert not app.error
    told = read(app.markdown)
    assert "of how far the order moves hangs on it" in told
    assert "assumptions" not in {button.key for button in app.run().button}


def test_work_that_fails_is_one_sentence(page, monkeypatch):
    def refused(*arguments, **more):
        raise StoreError("The store is in use by another program; wait for it, then try again.")

    app = page(mission="UNMIK")
    monkeypatch.setattr("unpol_data.work.running.assumption_shares", refused)
    app.button(key="assumptions").click().run()
    assert "in use by another program" in app.error[0].value


def test_without_kept_draws_the_page_says_so(frame, sample_copy):
    with sqlite3.connect(sample_copy) as store:
        store.execute("delete from gap_draws")
    app = frame(sample_copy, url_path="ranking")
    assert not app.exception
    assert "no draws kept: rank range not known." in read(app.caption)
    assert set(app.table[-2].value["Rank range"]) == {"not known"}


def test_where_nothing_can_be_ranked_the_page_says_why(page):
    app = page(threat="heroin")
    assert "Nothing can be ranked yet" in read(app.info)
    assert "crime threats not rated" in read(app.markdown)


def test_an_empty_store_says_what_to_do(frame, empty_file):
    app = frame(empty_file, url_path="ranking")
    assert "No approved assessment yet" in read(app.info)
    assert "Not ranked" not in read(app.markdown)
