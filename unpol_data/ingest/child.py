"""Read one file in a process of its own, which may die without harm.

    python -m unpol_data.ingest.child REQUEST.json

The request names the file, the limits, the wanted sheets and where the answer goes. The
answer is JSON: {"refused": words} or {"format": ..., "sheets": [...]}.
"""

import json
import sys
from pathlib import Path

from unpol_data.ingest import csv_archive, form_definition, json_file, table_file, workbook
from unpol_data.ingest.archive import Limits
from unpol_data.ingest.refusal import Refused

ZIP = b"PK\x03\x04"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED = "EncryptedPackage".encode("utf-16-le")


def limit_resources(*, memory_mb: int, seconds: int, answer_bytes: int) -> None:
    """Let the system end this process when it takes more; Windows knows no such limits."""
    try:
        import resource
    except ImportError:
        return
    memory = memory_mb << 20
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CPU, (seconds, seconds + 1))
    resource.setrlimit(resource.RLIMIT_FSIZE, (answer_bytes, answer_bytes))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def read(request: dict) -> dict:
    """What the file holds, recognised by its content and not by its name."""
    path = Path(request["path"])
    content = path.read_bytes()
    if not content.strip():
        raise Refused("The file is empty.")
    limits = Limits(request["unpacked_bytes"], request["cells"])
    known = tuple(request["columns"])
    if content.startswith(ZIP) and csv_archive.recognises(path):
        found = csv_archive.sheets(path, known_columns=known, limits=limits)
        return {"format": "archive", "sheets": list(found)}
    if content.startswith(ZIP):
        del content
        found = workbook.sheets(path, ours=tuple(request["sheets"]), limits=limits)
        return {"format": "workbook", "sheets": list(found)}
    if json_file.recognises(content):
        value = json_file.value(content, most_values=limits.cells)
        return {"format": "json", "sheets": [], "value": value}
    _refuse_other_formats(content)
    rows = table_file.rows(content, known_columns=known, most_cells=limits.cells)
    return {"format": "table", "sheets": [{"name": "", "rows": rows}]}


def _refuse_other_formats(content: bytes) -> None:
    if content.startswith(COMPOUND):
        if ENCRYPTED in content:
            raise Refused("The workbook is protected by a password; save it without one.")
        raise Refused("This is a workbook of the old kind (.xls); save it as .xlsx.")
    start = content[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if start.startswith(b"<"):
        form_definition.refuse_markup(content)
    if start.startswith((b"<", b"%pdf", b"{\\rtf")):
        raise Refused(
            "The file is neither a workbook, a text table nor JSON; give an .xlsx, a CSV file, or "
            "what KoboToolbox or ODK Central export."
        )
    if content.startswith(b"PK"):
        raise Refused("The workbook is damaged or incomplete; save it again as .xlsx.")


def main() -> None:
    """Answer the request named on the command line."""
    request = json.loads(Path(sys.argv[1]).read_text(encoding="utf-8"))
    limit_resources(
        memory_mb=request["memory_mb"],
        seconds=request["seconds"],
        answer_bytes=request["answer_bytes"],
    )
    try:
        answer = read(request)
    except Refused as refusal:
        answer = {"refused": str(refusal)}
    except MemoryError:
        answer = {"refused": "", "memory": True}
    # In one piece: writing JSON bit by bit takes three times as long.
    told = json.dumps(answer, allow_nan=False, separators=(",", ":"))
    Path(request["answer"]).write_text(told, encoding="utf-8")


if __name__ == "__main__":
    main()
