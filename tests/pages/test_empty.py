"""A page with nothing to show says what to do about it."""

import pytest

from pages.ui import menu

PAGES = (
    *("overview", "mission", "connectivity", "equipment", "capability_gaps", "crime_threats"),
    *("ranking", "assessments", "sources", "method"),
)


def said(app) -> str:
    return " ".join(notice.value for notice in app.info).replace("\\", "")


@pytest.mark.parametrize("url_path", PAGES)
def test_an_empty_store_leads_to_the_import_whatever_the_filters(frame, empty_file, url_path):
    app = frame(empty_file, url_path=url_path, mission="UNMISS", threat="heroin")
    assert "No approved assessment yet. Import an assessment, then approve it." in said(app)
    assert "lear the" not in said(app)
    assert any("Import an assessment" in link.label for link in app.get("page_link"))


def test_each_filter_that_may_be_the_reason_is_a_way_out(frame, sample_file):
    app = frame(sample_file, url_path="crime_threats", threat="heroin", mission="UNMISS")
    assert "Heroin trade. Clear the mission filter or clear the threat filter." in said(app)


def test_a_filter_the_page_does_not_use_is_no_way_out(frame, sample_file):
    app = frame(
        sample_file, url_path="connectivity", mission="MINURSO", threat="heroin", as_of="2020-01-01"
    )
    assert "Clear the mission filter or choose a later date." in said(app)
    assert "threat" not in said(app)


def test_without_a_filter_the_reason_is_said_and_the_import_linked(frame, sample_file):
    app = frame(sample_file, url_path="method", as_of="2020-01-01")
    assert "No priority can be worked out" in said(app)
    assert "Choose a later date" in said(app)


@pytest.mark.parametrize("url_path", ["mission", "import"])
def test_a_filter_that_changes_nothing_is_said_to_on_every_page(frame, sample_file, url_path):
    uses = {"mission": "The weights filter", "import": "The mission and the crime threat filters"}
    query = {"mission": {"scenario": "threat-first"}, "import": {"mission": "UNMISS"}}[url_path]
    more = {"threat": "heroin"} if url_path == "import" else {}
    app = frame(sample_file, url_path=url_path, **query, **more)
    said_of = " ".join(caption.value for caption in app.caption).replace("\\", "")
    assert uses[url_path] in said_of


def test_every_page_says_which_filters_it_does_not_use():
    pages = [menu.PAGES / menu.entry(url_path).file for url_path in menu.url_paths()]
    silent = [page.name for page in pages if "empty.unused(" not in page.read_text("utf-8")]
    assert silent == []
