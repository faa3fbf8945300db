"""Is this the archive of CSV files that ODK Central exports, and which submissions are in it?"""

from unpol_data.ingest.raw import Raw
from unpol_data.ingest.read import Asked, Read
from unpol_data.ingest.refusal import Refused
from unpol_data.ingest.submissions import assembling, flat

NAME = "ODK Central CSV archive"
SERVER = "ODK Central"
SHOWN = 12


def recognises(raw: Raw) -> bool:
    """Whether it is an archive of tables, each line with its key; or one of them alone."""
    if raw.format == "archive":
        return True
    headings = {heading for one in _tables(raw) for heading in one.headings}
    return (
        raw.format == "table"
        and {"KEY", "SubmissionDate"} <= headings
        and flat.asks_of_sites(_tables(raw))
    )


def _tables(raw: Raw) -> list[flat.Table]:
    return flat.tables((one.name, one.rows) for one in raw.sheets)


def read(raw: Raw, asked: Asked) -> Read:
    """The submissions as one assessment; raises Refused where the form is another one."""
    tables = _tables(raw)
    if not flat.asks_of_sites(tables):
        found = [heading for one in tables for heading in one.headings][:SHOWN]
        raise Refused(
            f"The archive holds {len(tables)} tables, but none with the questions of the UNPOL "
            f"form. Found: {', '.join(found) or 'nothing'}, ... Expected headings such as "
            "about-site_code and communications-com_per_1."
        )
    sent = flat.sent(tables)
    sent.form = next(one.name for one in tables if one.is_main).removesuffix(".csv")
    return assembling.read(sent, asked, server=SERVER, format_name=NAME)
