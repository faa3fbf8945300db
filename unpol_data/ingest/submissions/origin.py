"""By what does a server know a submission, and when was it sent?"""

import re
from collections.abc import Mapping
from datetime import UTC, date, datetime

from unpol_data.ingest.submissions.shape import Submission
from unpol_data.validation.cells import shown_whole

# In the order in which they are believed: an edit changes the instance, not the key of ODK.
KNOWN_BY = ("__id", "key", "_uuid", "instanceid")
REPLACES = ("deprecatedid",)
SENT = ("_submission_time", "submissiondate", "submission_time")
FORM = ("_xform_id_string",)


def added_name(heading: str) -> str:
    """The name of what a server added, without its group and capitals."""
    return re.split(r"[/.:-]", heading.strip())[-1].casefold()


def note_origin(submission: Submission, added: Mapping[str, object]) -> None:
    """Write down what the server added says of the submission; `added` by `added_name`."""
    submission.uuid = _identity(added, KNOWN_BY)
    submission.replaces = _identity(added, REPLACES)
    submission.sent_at = next((_moment(added[name]) for name in SENT if added.get(name)), "")


def _identity(added: Mapping[str, object], known: tuple[str, ...]) -> str:
    found = next((shown_whole(added[name]) for name in known if added.get(name)), "")
    return found.strip().casefold().removeprefix("uuid:")


def _moment(value: object) -> str:
    """A moment as text that sorts, in UTC; what is none as it stands."""
    try:
        moment = value if isinstance(value, date) else datetime.fromisoformat(str(value).strip())
    except ValueError:
        return str(value)
    if not isinstance(moment, datetime):
        return moment.isoformat()
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC).isoformat()
