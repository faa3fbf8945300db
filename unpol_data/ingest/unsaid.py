"""What does a file of this format leave for the person to say beside it?"""

from unpol_data.ingest.readers import (
    kobo_json,
    kobo_table,
    odk_archive,
    odk_odata,
    ona_table,
    our_workbook,
    programme,
)

MISSION, SOURCE, REFERENCE, ILLUSTRATIVE = "mission", "source", "reference", "illustrative"
SAY_ALL = (our_workbook.NAME, programme.NAME)
# The form asks for source and day itself, but not whether a submission is a trial.
OF_FORMS = tuple(one.NAME for one in (kobo_json, kobo_table, odk_archive, odk_odata, ona_table))


def unsaid(format_name: str) -> tuple[str, ...]:
    """What may be said beside it, by the names of importing.Said; none where nobody reads it."""
    if not format_name or format_name in SAY_ALL:
        return ()
    if format_name in OF_FORMS:
        return (MISSION, ILLUSTRATIVE)
    return (MISSION, SOURCE, REFERENCE, ILLUSTRATIVE)
