"""What does a file hold, read where it can do no harm?"""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from unpol_data import reference
from unpol_data.ingest.raw import Raw, RawSheet
from unpol_data.ingest.refusal import Refused
from unpol_data.settings import Settings

PACKAGE_PARENT = Path(__file__).resolve().parents[2]
# How much larger than a packed file its parts, and the rows it amounts to, may be.
UNPACKED_TIMES = 10
ANSWER_TIMES = 5


def raw(content: Path | bytes, *, settings: Settings) -> Raw:
    """The file as the child process read it.

    Raises Refused, in words, where the file is too large, cannot be read, or ends or
    outlasts its reader.
    """
    size = len(content) if isinstance(content, bytes) else content.stat().st_size
    if size > settings.import_max_mb << 20:
        raise Refused(
            f"The file has {size / (1 << 20):,.1f} MB; at most {settings.import_max_mb} MB are "
            "read (UNPOL_IMPORT_MAX_MB)."
        )
    with tempfile.TemporaryDirectory(prefix="unpol-import-") as folder:
        path = Path(folder) / "file"
        path.write_bytes(content if isinstance(content, bytes) else content.read_bytes())
        answer = _answer(Path(folder), path, settings)
    if "refused" in answer:
        raise Refused(answer["refused"] or _too_heavy(settings))
    sheets = tuple(RawSheet(one["name"], one["rows"]) for one in answer["sheets"])
    return Raw(answer["format"], sheets, answer.get("value"))


def _request(path: Path, answer_path: Path, settings: Settings) -> dict:
    columns, of_records = reference.table("columns"), reference.table("record_columns")
    return {
        "path": str(path),
        "answer": str(answer_path),
        "unpacked_bytes": (settings.import_max_mb << 20) * UNPACKED_TIMES,
        "answer_bytes": (settings.import_max_mb << 20) * ANSWER_TIMES,
        "cells": settings.import_max_cells,
        "memory_mb": settings.import_memory_mb,
        "seconds": settings.import_seconds,
        "sheets": sorted({*columns["sheet"], *reference.records.kinds()}),
        "columns": sorted({*columns["column"], *of_records["column"]}),
    }


def _answer(folder: Path, path: Path, settings: Settings) -> dict:
    request_path, answer_path = folder / "request.json", folder / "answer.json"
    request = _request(path, answer_path, settings)
    request_path.write_text(json.dumps(request), encoding="utf-8")
    command = [sys.executable, "-m", "unpol_data.ingest.child", str(request_path)]
    try:
        ended = subprocess.run(
            command,
            cwd=PACKAGE_PARENT,
            env={**_environment(), "PYTHONPATH": str(PACKAGE_PARENT)},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=settings.import_seconds,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise Refused(
            f"Reading the file took longer than {settings.import_seconds} seconds "
            "(UNPOL_IMPORT_SECONDS) and was stopped; split the file."
        ) from error
    if ended.returncode != 0 or answer_path.stat().st_size > request["answer_bytes"]:
        raise Refused(_too_heavy(settings))
    return json.loads(answer_path.read_text(encoding="utf-8"))


def _environment() -> dict[str, str]:
    """What a reader of foreign files may know of ours: not the key to a form server."""
    return {name: value for name, value in os.environ.items() if name != "UNPOL_PULL_TOKEN"}


def _too_heavy(settings: Settings) -> str:
    return (
        f"The file could not be read within {settings.import_memory_mb:,} MB of memory "
        f"(UNPOL_IMPORT_MEMORY_MB) and {settings.import_seconds} seconds (UNPOL_IMPORT_SECONDS), "
        "or is damaged; save it again, without anything but the tables, or split it."
    )
