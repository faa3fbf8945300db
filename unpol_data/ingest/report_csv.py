"""How does a report leave as a table that a spreadsheet opens and never runs?"""

import pandas as pd

from unpol_data.figures.formats import inert
from unpol_data.ingest.difference import Difference
from unpol_data.ingest.report import Report

PROBLEMS = {
    "severity": "Severity",
    "file": "File",
    "sheet": "Sheet",
    "row": "Row",
    "column": "Column",
    "found": "Found",
    "expected": "Expected",
    "words": "What is wrong",
    "cells": "The whole row",
}
DIFFERENCE = {
    "sheet": "Sheet",
    "change": "Change",
    "site_code": "Site",
    "about": "About",
    "before": "Held now",
    "after": "In the file",
}


def problems(report: Report) -> bytes:
    """UTF-8 CSV, one line per problem with its place and all cells of its row.

    A file that was not read at all has one line, which says why.
    """
    rows = [{name: getattr(one, name) for name in PROBLEMS} for one in report.problems]
    if report.refusal:
        said = {"severity": "error", "file": report.file_name, "words": report.refusal}
        rows.append(said)
    if report.unlisted_problems:
        words = f"{report.unlisted_problems:,} further problems, counted only"
        rows.append({"severity": "error", "file": report.file_name, "words": words})
    table = pd.DataFrame(rows, columns=list(PROBLEMS))
    return _csv(table.assign(row=table["row"].astype("Int64")), PROBLEMS)


def difference(found: Difference) -> bytes:
    """UTF-8 CSV, one line per fact the file would change, add, or no longer says."""
    return _csv(found.rows, DIFFERENCE)


def _csv(rows: pd.DataFrame, headings: dict[str, str]) -> bytes:
    rows = rows[list(headings)].rename(columns=headings)
    return rows.map(inert).to_csv(index=False).encode("utf-8-sig")
