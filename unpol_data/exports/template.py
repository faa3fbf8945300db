"""What does a blank assessment workbook look like?"""

from collections.abc import Sequence

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from unpol_data import reference
from unpol_data.exports import template_lists, template_mission, template_words, workbook_file
from unpol_data.exports.template_checks import add_checks

LANGUAGES = ("en",)

REQUIRED_FILL = PatternFill("solid", fgColor="1F3A5F")
OPTIONAL_FILL = PatternFill("solid", fgColor="DCE3EA")
REQUIRED_FONT = Font(name="Calibri", bold=True, color="FFFFFF")
OPTIONAL_FONT = Font(name="Calibri", bold=True, color="1F2933")
TITLE_FONT = Font(name="Calibri", bold=True, size=16)
WRAPPED = Alignment(wrap_text=True, vertical="top")
NUMBER_FORMATS = {"date": "yyyy-mm-dd", "code": "@", "text": "@", "yes_no": "@"}
WIDTHS = {"text": 28, "date": 14, "integer": 14, "number": 16, "yes_no": 10, "answer": 14}
WIDE = {"note": 50, "summary": 60, "name": 32, "source": 32, "item_code": 14, "respondent_role": 26}
ITEM_COLUMNS = {
    "item_code": 14,
    "area_code": 20,
    "dimension_code": 18,
    "side": 12,
    "question": 70,
    "hint": 50,
    "answer_type": 16,
    "unit": 16,
    "level_anchors": 70,
}
DICTIONARY_COLUMNS = {
    "sheet": 14,
    "column": 24,
    "value_kind": 12,
    "list": 20,
    "required": 10,
    "meaning": 70,
    "example": 24,
    "source": 40,
}


def workbook(*, language: str = "en", mission: template_mission.Mission | None = None) -> bytes:
    """The assessment workbook as an .xlsx file, the same bytes every time.

    A sheet per table of the data dictionary with drop-downs and input messages, the
    questions, the dictionary, and the lists the drop-downs refer to. Blank, or with the
    sites of a mission and a line for all that is asked there. Raises ValueError for a
    language there is no template in.
    """
    if language not in LANGUAGES:
        raise ValueError(f"There is no template in {language!r}; known are {', '.join(LANGUAGES)}.")
    book = Workbook()
    read_me(book.active, template_words.read_me())
    columns = reference.table("columns")
    for sheet in dict.fromkeys(columns["sheet"]):
        of_sheet = columns[columns["sheet"] == sheet].sort_values("position")
        table_sheet(book.create_sheet(sheet), of_sheet.to_dict("records"))
    _listing(book.create_sheet("items"), "framework", ITEM_COLUMNS)
    _listing(book.create_sheet("dictionary"), "columns", DICTIONARY_COLUMNS)
    template_lists.add(book, columns)
    if mission is not None:
        template_mission.fill(book, mission)
    book.properties.creator = template_words.CREATOR
    book.properties.title = template_words.TITLE
    return workbook_file.content(book)


def read_me(sheet: Worksheet, lines: Sequence[str]) -> None:
    """What a workbook tells the person who fills it; the first line is its title."""
    sheet.title = "read_me"
    sheet.column_dimensions["A"].width = 100
    sheet.sheet_view.showGridLines = False
    for row, line in enumerate(lines, start=1):
        cell = sheet.cell(row=row, column=1, value=line)
        cell.alignment = WRAPPED
        if row == 1:
            cell.font = TITLE_FONT
        elif line in template_words.HEADINGS:
            cell.font = OPTIONAL_FONT


def table_sheet(sheet: Worksheet, columns: list[dict]) -> None:
    """Headings, widths and checks of a sheet that somebody fills, a column per row given."""
    for position, column in enumerate(columns, start=1):
        letter = get_column_letter(position)
        heading(sheet, position, column["column"], required=column["required"] == "yes")
        dimension = sheet.column_dimensions[letter]
        dimension.width = WIDE.get(column["column"], WIDTHS.get(column["value_kind"], 22))
        if column["value_kind"] in NUMBER_FORMATS:
            dimension.number_format = NUMBER_FORMATS[column["value_kind"]]
    add_checks(sheet, columns)
    finish(sheet, len(columns))


def heading(sheet: Worksheet, position: int, words: str, *, required: bool) -> None:
    """One heading, dark where the column has to be filled."""
    cell = sheet.cell(row=1, column=position, value=words)
    cell.fill = REQUIRED_FILL if required else OPTIONAL_FILL
    cell.font = REQUIRED_FONT if required else OPTIONAL_FONT
    cell.alignment = Alignment(vertical="center")


def finish(sheet: Worksheet, width: int) -> None:
    """Freeze the headings, make it print in landscape, and let rows be filtered."""
    sheet.freeze_panes = "A2"
    sheet.row_dimensions[1].height = 22
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight = 1, 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"
    if sheet.max_row > 1:
        sheet.auto_filter.ref = f"A1:{get_column_letter(width)}{sheet.max_row}"


def _listing(sheet: Worksheet, table_name: str, widths: dict[str, int]) -> None:
    rows = reference.table(table_name)[list(widths)]
    for position, (column, width) in enumerate(widths.items(), start=1):
        heading(sheet, position, column, required=False)
        sheet.column_dimensions[get_column_letter(position)].width = width
    for row, cells in enumerate(rows.itertuples(index=False, name=None), start=2):
        for position, cell in enumerate(cells, start=1):
            if isinstance(cell, str):
                written = sheet.cell(row=row, column=position, value=cell)
                # Text is text, also where it begins with an equals sign.
                written.data_type = "s"
                written.alignment = WRAPPED
    finish(sheet, len(widths))
