"""Submissions of another form."""

import pytest

from tests.ingest.submissions.conftest import read_json
from unpol_data.ingest.refusal import Refused


def test_another_form_is_refused_with_what_was_found_and_expected():
    trees = [{"_id": 1, "_uuid": "t1", "height": "12", "grp/species": "oak"}]
    with pytest.raises(Refused) as refusal:
        read_json(*trees)
    assert "of another form: 1 submissions" in str(refusal.value)
    assert "Found: height, grp/species" in str(refusal.value)
    assert "about/site_code" in str(refusal.value)
