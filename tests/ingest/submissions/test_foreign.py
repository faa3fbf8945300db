"""Submissions of another form."""

import pytest

from tests.ingest.submissions.conftest import TODAY, read_json
from unpol_data.ingest.raw import JSON, Raw
from unpol_data.ingest.read import Asked
from unpol_data.ingest.readers_known import reader_of
from unpol_data.ingest.refusal import Refused


def test_another_form_is_refused_with_what_was_found_and_expected():
    trees = [{"_id": 1, "_uuid": "t1", "height": "12", "grp/species": "oak"}]
    with pytest.raises(Refused) as refusal:
        read_json(*trees)
    assert "of another form: 1 submissions" in str(refusal.value)
    assert "Found: height, grp/species" in str(refusal.value)
    assert "about/site_code" in str(refusal.value)


@pytest.mark.parametrize(
    "document",
    [{"count": 0, "next": None, "results": []}, {"@odata.context": "x/$metadata", "value": []}],
)
def test_a_form_without_any_submission_yet_says_so(document):
    raw = Raw(JSON, value=document)
    with pytest.raises(Refused, match="no submission has been sent in yet"):
        reader_of(raw).read(raw, Asked(today=TODAY))
