"""What the OData feed of ODK Central gives."""

import json

import pytest

from tests.ingest.submissions import shapes
from tests.ingest.submissions.conftest import TODAY, small
from unpol_data.ingest.raw import JSON, Raw
from unpol_data.ingest.read import Asked
from unpol_data.ingest.readers import odk_odata


def test_a_feed_is_recognised_and_read():
    feed = json.loads(shapes.odata([small(location="6.2 31.5 0 0")]))
    raw = Raw(JSON, value=feed)
    assert odk_odata.recognises(raw)
    found = odk_odata.read(raw, Asked(today=TODAY))
    assert found.submissions["submission_uuid"].tolist() == ["u1"]
    assert found.tables["sites"]["latitude"].tolist() == ["6.2"]
    assert len(found.tables["equipment"]) == 1


@pytest.mark.parametrize(
    "value", [[small()], {"results": [small()]}, {"value": "x"}, {"value": []}, {"value": [1]}]
)
def test_other_documents_are_left_to_others(value):
    assert not odk_odata.recognises(Raw(JSON, value=value))
