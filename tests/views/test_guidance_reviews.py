"""Which reviews wait, since when, and what is missing before a draft is cleared?"""

from datetime import date

import pytest

from tests.guidance_filing import CURRICULUM, ON, OPERATIONS, file_guidance
from unpol_data.access import LOCAL
from unpol_data.filters import Filters
from unpol_data.store import open_store, reading
from unpol_data.views import guidance


@pytest.fixture(scope="module")
def queue(tmp_path_factory):
    engine = open_store(f"sqlite:///{tmp_path_factory.mktemp('reviews') / 'unpol.db'}")
    file_guidance(engine)
    with reading(engine) as connection:
        found = guidance.guidance(connection, Filters(as_of=ON), LOCAL, today=ON)
    engine.dispose()
    return found.reviews


def test_the_longest_wait_comes_first(queue):
    assert list(dict.fromkeys(queue.queue["document_code"])) == [OPERATIONS, CURRICULUM]
    assert queue.oldest == date(2026, 3, 2)
    assert queue.waiting == 2


def test_who_was_not_asked_is_missing_too(queue):
    rows = queue.queue[queue.queue["document_code"] == CURRICULUM].set_index("reviewer")
    assert rows["state"].to_dict() == {
        "gender_adviser": "cleared",
        "legal_adviser": "requested",
        "human_rights_focal_point": "not_asked",
    }
