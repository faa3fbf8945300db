"""How do the kinds of servers name a form's submissions, and where do their pages go on?"""

import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote, urlencode

from unpol_data.ingest.refusal import Refused

ROWS_A_PAGE = 1_000
KOBO_FORM = re.compile(r"[A-Za-z0-9]{5,40}")
ODK_FORM = re.compile(r"(\d{1,9})/([^/\s]{1,200})")


@dataclass(frozen=True)
class Kind:
    """One kind of server.

    `rows` and `more` are the names under which a page holds its submissions and the address
    of the next page; `first` is the path and query of the first page of a form.
    """

    name: str
    scheme: str
    rows: str
    more: str
    first: Callable[[str, date | None], str]


def _kobo(form: str, since: date | None) -> str:
    if not KOBO_FORM.fullmatch(form):
        raise Refused(
            "This is not a form of KoboToolbox; its identifier stands in the address of the form, "
            "such as aHnGxAGvPCsXAuZNmkyTpq."
        )
    # Sorted, so that pages do not shift when somebody sends a submission meanwhile.
    asked = {"format": "json", "limit": ROWS_A_PAGE, "start": 0, "sort": '{"_id":1}'}
    if since is not None:
        asked["query"] = json.dumps({"_submission_time": {"$gte": since.isoformat()}})
    return f"/api/v2/assets/{form}/data/?{urlencode(asked)}"


def _odk(form: str, since: date | None) -> str:
    found = ODK_FORM.fullmatch(form)
    if not found:
        raise Refused(
            "This is not a form of ODK Central; give the number of the project and the form's "
            "identifier, such as 3/unpol_team_site."
        )
    asked = {"$top": ROWS_A_PAGE, "$expand": "*"}
    if since is not None:
        asked["$filter"] = f"__system/submissionDate ge {since.isoformat()}T00:00:00.000Z"
    form_id = quote(found[2], safe="")
    query = urlencode(asked, quote_via=quote, safe="$*")
    return f"/v1/projects/{found[1]}/forms/{form_id}.svc/Submissions?{query}"


KINDS = {
    "kobo": Kind("KoboToolbox", "Token", "results", "next", _kobo),
    "odk": Kind("ODK Central", "Bearer", "value", "@odata.nextLink", _odk),
}


def rows_and_more(kind: Kind, page: bytes) -> tuple[list, str | None]:
    """The submissions of a page, and where it goes on; raises Refused where it is no such page."""
    try:
        told = json.loads(page)
        rows, more = told[kind.rows], told.get(kind.more)
    except (ValueError, RecursionError, KeyError, TypeError, AttributeError) as error:
        raise Refused(
            f"The server did not answer as {kind.name} does; check the address and the kind."
        ) from error
    if not isinstance(rows, list) or not isinstance(more, str | None):
        raise Refused(f"The server did not answer as {kind.name} does.")
    return rows, more or None
