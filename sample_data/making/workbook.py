"""How is a sample workbook written so that the same content gives the same bytes?"""

import io
import zipfile
from datetime import datetime
from pathlib import Path

import openpyxl
import pandas as pd

EPOCH = datetime(2026, 3, 31)


def write_workbook(path: Path, sheets: dict[str, pd.DataFrame]) -> None:
    """Write one sheet per frame, the header in row 1; no clock enters the file."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    book.properties.created = book.properties.modified = EPOCH
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        sheet.append(list(rows.columns))
        for row in rows.astype(object).where(rows.notna(), None).itertuples(index=False):
            sheet.append([*row])
    raw = io.BytesIO()
    book.save(raw)
    with zipfile.ZipFile(raw) as before, zipfile.ZipFile(path, "w") as after:
        for entry in sorted(before.namelist()):
            content = before.read(entry)
            if entry == "docProps/core.xml":
                content = _without_clock(content)
            info = zipfile.ZipInfo(entry, date_time=(2026, 3, 31, 0, 0, 0))
            after.writestr(info, content, zipfile.ZIP_DEFLATED, 9)


def _without_clock(content: bytes) -> bytes:
    """The core properties with the moment of saving replaced by a fixed one."""
    start, _, rest = content.partition(b"<dcterms:modified")
    tag, _, rest = rest.partition(b">")
    _, _, rest = rest.partition(b"</dcterms:modified>")
    stamp = f"{EPOCH:%Y-%m-%dT%H:%M:%SZ}".encode()
    return start + b"<dcterms:modified" + tag + b">" + stamp + b"</dcterms:modified>" + rest
