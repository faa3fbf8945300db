"""Are these submissions of our form at all?"""

from unpol_data.figures import form_labels
from unpol_data.ingest.refusal import Refused
from unpol_data.ingest.submissions.form_fields import item_fields
from unpol_data.ingest.submissions.shape import Sent, Submission

SHOWN = 8
EXPECTED = ("about/mission_code", "about/site_code", "about/side", "communications/com_per_1_state")


def refuse(sent: Sent, format_name: str) -> None:
    """Raise Refused, with what was found and expected, where no question of ours is answered."""
    if any(_is_ours(one) for one in sent.submissions):
        return
    if not sent.submissions:
        raise Refused(f"This is {format_name}, and no submission has been sent in yet.")
    found = [one.column for one in sent.notes if one.rule == "unknown_question"]
    more = ", ..." if len(found) > SHOWN else ""
    raise Refused(
        f"This is {format_name}, but of another form: {len(sent.submissions):,} submissions, and "
        f"none answers a question of the UNPOL form. Found: "
        f"{', '.join(found[:SHOWN]) or 'nothing'}{more}. Expected, among others: "
        f"{', '.join(EXPECTED)}. Make the form with the command template --kind xlsform."
    )


def _is_ours(submission: Submission) -> bool:
    names = set(submission.main.cells)
    asked_once = {"site_code", "side", "mission_code"}
    lines = any(submission.lines(name) for name in form_labels.REPEATS)
    return bool(names & set(item_fields())) or len(names & asked_once) > 1 or lines
