"""Does a shared link reproduce what its sender saw, choices on the page included?"""

from urllib.parse import parse_qs, urlsplit

import pytest

SEEN = {
    "connectivity": {"site": ["UNMISS-BENTIU"]},
    "capability_gaps": {
        "in_mission": ["MINUSCA"],
        "in_area": ["records"],
        "in_site": ["MINUSCA-BAMBARI"],
    },
    "crime_threats": {"in_threat": ["cattle_raiding"]},
    "ranking": {"in_priority": ["UNMISS.power"]},
    "assessments": {"assessment": ["2"]},
}


def shared(app) -> dict[str, list[str]]:
    """The parameters of the link under Share."""
    link = next(block.value for block in app.code if "method=" in block.value)
    return parse_qs(urlsplit(link).query)


@pytest.mark.parametrize("url_path", SEEN)
def test_a_link_holds_what_was_chosen_on_the_page(frame, sample_file, url_path):
    link = shared(frame(sample_file, url_path=url_path, **SEEN[url_path]))
    assert {name: link.get(name) for name in SEEN[url_path]} == SEEN[url_path]
    assert {"as_of", "scenario", "method"} <= set(link)
    again = frame(sample_file, url_path=url_path, **link)
    assert not again.info
    assert shared(again) == link


@pytest.mark.parametrize("url_path", SEEN)
def test_a_link_holds_what_is_shown_where_nothing_was_chosen(frame, sample_file, url_path):
    assert set(SEEN[url_path]) <= set(shared(frame(sample_file, url_path=url_path)))


def test_a_link_follows_a_choice_at_once(frame, sample_file):
    app = frame(sample_file, url_path="crime_threats")
    app.selectbox(key="in_threat").select("cattle_raiding").run()
    assert shared(app)["in_threat"] == ["cattle_raiding"]


def test_a_link_of_a_page_without_choices_holds_filters_date_weights_and_method(frame, sample_file):
    link = shared(frame(sample_file, url_path="mission", mission="UNMISS"))
    assert set(link) == {"mission", "as_of", "scenario", "method"}
    assert link["scenario"] == ["default"]
