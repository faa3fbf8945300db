"""The page of capability gaps, as a reader opens it."""

import pytest


@pytest.fixture
def page(frame, sample_file):
    return lambda **query: frame(sample_file, url_path="capability_gaps", **query)


def read(elements) -> str:
    """The text of these elements as it is read: without the marks that keep it plain."""
    return "\n".join(element.value for element in elements).replace("\\", "")


def chosen(app) -> dict[str, str]:
    return {box.label: box.value for box in app.selectbox}


def answers(app):
    """The table of answers that count at the chosen site."""
    return next(table.value for table in app.table if "Required today" in table.value)


def test_the_page_leads_from_missions_to_the_answers_behind_a_gap(page):
    app = page()
    assert not app.exception
    said = read(app.markdown)
    for heading in (
        "Where police lack which capability",
        "Why, site by site",
        "The answers behind",
    ):
        assert heading in said
    assert "Most widespread gap" in read(app.markdown)
    assert {"Mission", "Capability area", "Site"} == set(chosen(app))
    assert {"Question", "Answer", "Evidence", "Told by"} <= set(answers(app).columns)


def test_a_link_opens_the_same_mission_area_and_site(page):
    app = page(in_mission="UNMISS", in_area="power", in_site="UNMISS-BOR")
    assert chosen(app) == {
        "Mission": "UNMISS",
        "Capability area": "power",
        "Site": "UNMISS-BOR",
    }


def test_what_becomes_critical_is_told_on_either_horizon(page):
    for horizon in ("today", "emerging"):
        app = page(horizon=horizon)
        assert "become critical that are not yet" in read(app.markdown)
        becoming = next(t.value for t in app.table if "In two to three years" in t.value)
        assert "Critical" in becoming["In two to three years"].iloc[0]


def test_where_nothing_becomes_large_the_page_says_so(page):
    assert "No gap shown becomes large or critical" in read(page(mission="UNMIK").markdown)


def test_the_dimension_filter_chooses_what_is_shown(page):
    app = page(in_mission="UNMISS", in_area="power", dimension="software")
    assert set(answers(app)["Dimension"]) == {"**Software**"}


def test_a_threat_filter_changes_what_presses_on_it_soon_and_no_gap(page):
    def becoming(app):
        return next(t.value for t in app.table if "In two to three years" in t.value)

    every, one = becoming(page()), becoming(page(threat="arms_trafficking"))
    assert list(every["Gap today"]) == list(one["Gap today"])
    assert list(every["Threat pressure"]) != list(one["Threat pressure"])


def test_a_mission_without_enough_evidence_shows_its_sites_and_no_zero(page):
    app = page(mission="MINURSO")
    assert not app.exception
    assert not app.error
    assert "not enough evidence" in app.table[0].value.to_string()


def test_an_empty_store_says_what_to_do(frame, empty_file):
    app = frame(empty_file, url_path="capability_gaps")
    assert "No approved assessment yet" in read(app.info)
    assert not app.metric


def test_beneath_an_area_stands_who_can_help_with_it(page):
    app = page(in_mission="UNMISS", in_area="surveillance")
    notes = "".join(note.value for note in app.caption).replace("\\", "")
    assert "Surveillance and UAS: Nobody with the expertise on the spot, nobody can be" in notes
