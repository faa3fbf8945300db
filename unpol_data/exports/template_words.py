"""What does the workbook tell the person who fills it?"""

CREATOR = "UNPOL technology-capacity dashboard"
TITLE = "Technology assessment of a United Nations Police component"

PREPARED = (
    "Prepared lines",
    "The sites of the mission stand here as they were last approved: correct what has changed. "
    "The sheets answers, equipment and connectivity have a line for all that may be said of each "
    "site. Lines left as they are change nothing; columns in italics only help.",
)

HEADINGS = ("What to do", "Answers", "Sensitivity", "Persons", "Sending it in")


def read_me() -> tuple[str, ...]:
    """The lines of the read_me sheet; the first is the title."""
    return (
        TITLE,
        "One workbook holds one assessment of one mission. Dark headings must be filled, "
        "light ones may be.",
        "",
        "What to do",
        "1. Sheet assessment: one row. Which mission, which round, from when to when, and on what "
        "source it rests.",
        "2. Sheet sites: one row per site, with its kind and how many UNPOL it serves. Codes start "
        "with the mission code and a hyphen, such as UNMISS-MALAKAL.",
        "3. Sheet answers: one row per site, item and side. The questions, hints and levels are on "
        "the sheet items.",
        "4. Sheets equipment, connectivity and threats: as far as they were looked at. A sheet "
        "without rows changes nothing.",
        "5. Every column is explained on the sheet dictionary and in a message when its cell is "
        "chosen. Do not rename sheets or headings.",
        "",
        "Answers",
        "The state says what is known: answered (with a value), unknown (looked at, could not be "
        "found out), not_applicable, not_provided (by design). Unknown is never a zero: leave the "
        "value empty.",
        "The value depends on the item: a level 0 to 4, yes / partly / no, a count (with the "
        "number needed), or a measure in the unit given.",
        "Give the grade of the evidence and the date of each answer; where something falls short, "
        "give its main cause.",
        "",
        "Sensitivity",
        "A list of where police are weakest is not public. Unless there is a reason otherwise the "
        "assessment is confidential; keep and send this file accordingly.",
        "",
        "Persons",
        "Roles only: no names, e-mail addresses or phone numbers of anybody, in any cell.",
        "",
        "Sending it in",
        "On the page Import, or: python -m unpol_data import FILE. A dry run shows every problem "
        "with its sheet, row and column; nothing is stored before all are put right.",
    )
