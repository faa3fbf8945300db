"""What does the workbook let somebody type into each column, and what does it tell them?"""

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from unpol_data import reference
from unpol_data.exports.template_lists import range_name

ROWS_CHECKED = 20_000
# Spreadsheet programs cut longer messages off, or refuse the file.
MOST_PROMPT = 255
MOST_TITLE = 32
SITE_CODES = "list_of_site_codes"
EARLIEST_DATE = "36526"  # 1 January 2000, as spreadsheet programs count days
BETWEEN = {
    "latitude": ("-90", "90"),
    "longitude": ("-180", "180"),
    "availability_pct": ("0", "100"),
    "radio_coverage_pct": ("0", "100"),
    "power_hours_per_day": ("0", "24"),
    "level_now": ("0", "4"),
    "level_emerging": ("0", "4"),
    "tech_pct": ("0", "100"),
    "adopt_pct": ("0", "100"),
    "attainment_gain_pct": ("0", "100"),
}
TYPES = {"integer": "whole", "number": "decimal"}


def add_checks(sheet: Worksheet, columns: list[dict]) -> None:
    """Give every column of a sheet its drop-down or check, and its meaning as input message."""
    for position, column in enumerate(columns, start=1):
        letter = get_column_letter(position)
        check = _check(sheet.title, column)
        check.promptTitle = column["column"][:MOST_TITLE]
        check.prompt = _prompt(column)
        check.showInputMessage = True
        check.errorTitle = "Not possible here"
        check.error = f"{column['column']}: see the sheet dictionary."
        check.showErrorMessage = check.type is not None
        check.add(f"{letter}2:{letter}{ROWS_CHECKED}")
        sheet.add_data_validation(check)


def _check(sheet_name: str, column: dict) -> DataValidation:
    name, kind = column["column"], column["value_kind"]
    if kind == "yes_no":
        return DataValidation(type="list", formula1=f"={range_name('yes_no')}", allow_blank=True)
    if kind == "code" and isinstance(column["list"], str):
        return DataValidation(
            type="list",
            formula1=f"={range_name(column['list'])}",
            allow_blank=True,
            # What is referred to may be held in the store already.
            errorStyle="warning" if column["list"] in reference.records.kinds() else None,
        )
    if name == "site_code" and sheet_name != "sites":
        # A warning only: a site may be held in the store already.
        return DataValidation(
            type="list", formula1=f"={SITE_CODES}", allow_blank=True, errorStyle="warning"
        )
    if kind == "date":
        return DataValidation(
            type="date", operator="greaterThanOrEqual", formula1=EARLIEST_DATE, allow_blank=True
        )
    if kind in TYPES:
        low, high = BETWEEN.get(name, ("0", None))
        return DataValidation(
            type=TYPES[kind],
            operator="greaterThanOrEqual" if high is None else "between",
            formula1=low,
            formula2=high,
            allow_blank=True,
        )
    return DataValidation(allow_blank=True)


def _prompt(column: dict) -> str:
    needed = "Needed. " if column["required"] == "yes" else ""
    example = f" Example: {column['example']}" if isinstance(column["example"], str) else ""
    words = needed + str(column["meaning"])
    room = MOST_PROMPT - len(example)
    if len(words) > room:
        words = words[: room - 3].rstrip() + "..."
    return words + example
