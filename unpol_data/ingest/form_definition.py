"""Is this the form itself, where its answers were wanted?"""

from unpol_data.ingest.raw import JSON, WORKBOOK, Raw
from unpol_data.ingest.refusal import Refused

SURVEY = "survey"
HEADINGS = frozenset(("type", "name"))
XFORMS = b"http://www.w3.org/2002/xforms"
REFUSAL = (
    "This is a form ({what}), not answers; upload the submissions: what KoboToolbox, ODK Central "
    "or Ona export under Data or Submissions."
)


def refuse(raw: Raw) -> None:
    """Raise Refused where the file is a form as a workbook (XLSForm) or as KoboToolbox keeps it."""
    if raw.format == WORKBOOK and any(_asks(one.name, one.rows) for one in raw.sheets):
        raise Refused(REFUSAL.format(what="XLSForm"))
    content = raw.value.get("content") if isinstance(raw.value, dict) else None
    if raw.format == JSON and isinstance(content, dict) and SURVEY in content:
        raise Refused(REFUSAL.format(what="KoboToolbox"))


def refuse_markup(content: bytes) -> None:
    """Raise Refused where the file is a form as markup (XForm)."""
    if XFORMS in content[: 1 << 16]:
        raise Refused(REFUSAL.format(what="XForm"))


def _asks(name: str, rows: list[list] | None) -> bool:
    """Whether it is the sheet in which an XLSForm lists its questions."""
    if name.strip().casefold() != SURVEY or not rows:
        return False
    headings = {str(cell).strip().casefold() for cell in rows[0][1] if cell is not None}
    return headings >= HEADINGS
