"""Is every record found by its words, whatever their case and accents, and none by half of them?"""

import pytest

from tests.expertise_filing import file_expertise
from unpol_data.access import LOCAL, Viewer
from unpol_data.filters import Filters
from unpol_data.store import open_store, reading
from unpol_data.views import expertise_search


@pytest.fixture(scope="module")
def store(tmp_path_factory):
    engine = open_store(f"sqlite:///{tmp_path_factory.mktemp('search') / 'search.db'}")
    file_expertise(engine)
    yield engine
    engine.dispose()


@pytest.fixture(scope="module")
def codes(store):
    def found(asked, *, viewer=LOCAL, **fields) -> list[str]:
        with reading(store) as connection:
            rows = expertise_search.searchable(connection, Filters(**fields), viewer)
        return list(expertise_search.found(rows, asked)["code"])

    return found


def test_case_and_accents_do_not_matter(codes):
    assert codes("academie POLICE") == ["ACTIVE"]
    assert codes("Académie") == ["ACTIVE"]


def test_all_words_must_occur_in_one_record(codes):
    assert codes("batteries spare") == ["OUT"]
    assert codes("batteries drones") == []


def test_names_are_searched_where_codes_are_stored(codes):
    assert codes("specialised police team") == ["RADIO"]
    assert "RUNNING" in codes("cattle raiding south sudan")


def test_a_record_with_the_word_in_its_title_comes_before_others(codes):
    # Batteries stand in the words of both lessons, in the title of one.
    assert codes("batteries") == ["OUT", "DRAFT"]


def test_nothing_asked_is_nothing_found(codes):
    assert codes("") == []
    assert codes("   ") == []


def test_only_what_the_filters_leave_is_searched(codes):
    assert codes("drone", missions=("UNMIK",)) == ["DRONES"]
    assert codes("drone operator", missions=("UNISFA",)) == []


def test_nobody_finds_what_is_above_their_clearance(codes):
    assert codes("batteries", viewer=Viewer("ada", None, 0, frozenset({"viewer"}))) == []


def test_the_words_found_are_told_apart_in_their_place():
    pieces = expertise_search.excerpt("Straße und Élève", ("strasse", "eleve"))
    assert pieces == (("Straße", True), (" und ", False), ("Élève", True))


def test_a_long_text_is_cut_around_the_first_word():
    text = f"{'before ' * 30}needle {'after ' * 60}"
    pieces = expertise_search.excerpt(text, ("needle",))
    assert pieces[0] == ("…", False)
    assert ("needle", True) in pieces
    assert pieces[-1][0].endswith("…")
    assert sum(len(piece) for piece, _ in pieces) < expertise_search.LONGEST + 20
    assert pieces[1][0].startswith("before")
