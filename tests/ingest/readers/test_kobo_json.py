"""What the KoboToolbox API gives."""

import pytest

from tests.ingest.submissions.conftest import TODAY, small
from unpol_data.ingest.raw import JSON, Raw
from unpol_data.ingest.read import Asked
from unpol_data.ingest.readers import kobo_json
from unpol_data.ingest.refusal import Refused


def raw(value: object) -> Raw:
    return Raw(JSON, value=value)


@pytest.mark.parametrize(
    "value",
    [
        {"count": 1, "next": None, "previous": None, "results": [small()]},
        [small()],
        {"asset": {"name": "Form"}, "data": {"results": [small()]}},
        [{"formhub/uuid": "f", "about/site_code": "UNMISS-BOR"}],
    ],
)
def test_pages_lists_and_pages_beside_their_form_are_recognised(value):
    assert kobo_json.recognises(raw(value))


@pytest.mark.parametrize(
    "value",
    [
        {"value": [{"__id": "uuid:1", "__system": {}}]},
        {"type": "FeatureCollection", "features": []},
        [],
        ["text"],
        [{"a": 1}],
        {"results": {"_id": 1}},
        3,
        None,
    ],
)
def test_other_documents_are_left_to_others(value):
    assert not kobo_json.recognises(raw(value))
    assert not kobo_json.recognises(Raw("table"))


def test_another_kind_than_an_assessment_cannot_be_asked_for():
    with pytest.raises(Refused, match="are an assessment, not equipment"):
        kobo_json.read(raw([small()]), Asked(today=TODAY, kind="equipment"))


def test_the_reader_and_the_form_are_named():
    found = kobo_json.read(raw([small()]), Asked(today=TODAY))
    assert (found.format, found.kind) == ("KoboToolbox JSON", "assessment")
    assert found.tables["assessment"]["source"].tolist() == ["KoboToolbox, form unpol_form"]
