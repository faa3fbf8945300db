"""How does the same workbook become the same file, byte for byte?"""

import io
import zipfile
from datetime import datetime

from openpyxl import Workbook

# Nothing in the file may hold the clock.
FIXED_MOMENT = datetime(2026, 1, 1)
FIXED_ZIP_MOMENT = (2026, 1, 1, 0, 0, 0)


def content(book: Workbook) -> bytes:
    """The workbook's bytes with every moment in it fixed."""
    written = io.BytesIO()
    book.properties.created = FIXED_MOMENT
    book.save(written)
    moment = book.properties.modified.strftime("%Y-%m-%dT%H:%M:%SZ").encode()
    fixed = io.BytesIO()
    with zipfile.ZipFile(written) as source, zipfile.ZipFile(fixed, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            if name == "docProps/core.xml":
                part = part.replace(moment, FIXED_MOMENT.strftime("%Y-%m-%dT%H:%M:%SZ").encode())
            entry = zipfile.ZipInfo(name, FIXED_ZIP_MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, part)
    return fixed.getvalue()
