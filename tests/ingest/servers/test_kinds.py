"""Each kind of server is asked in its own words."""

from urllib.parse import parse_qs, urlsplit

from unpol_data.ingest.servers.kinds import KINDS, rows_and_more


def test_kobotoolbox_is_asked_for_json_in_a_lasting_order():
    asked = urlsplit(KINDS["kobo"].first("aHnGxAGvPCsXAuZNmkyTpq", None))
    assert asked.path == "/api/v2/assets/aHnGxAGvPCsXAuZNmkyTpq/data/"
    assert parse_qs(asked.query) == {
        "format": ["json"],
        "limit": ["1000"],
        "start": ["0"],
        "sort": ['{"_id":1}'],
    }


def test_odk_central_is_asked_for_repeats_within_their_submission():
    asked = KINDS["odk"].first("3/a&b", None)
    assert asked == "/v1/projects/3/forms/a%26b.svc/Submissions?$top=1000&$expand=*"


def test_the_last_page_goes_on_nowhere():
    assert rows_and_more(KINDS["kobo"], b'{"results": [1], "next": null}') == ([1], None)
    assert rows_and_more(KINDS["odk"], b'{"value": []}') == ([], None)
