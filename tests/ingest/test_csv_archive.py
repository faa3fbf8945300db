"""A zip of CSV files is read without trusting what it says of itself."""

import io
import struct
import zipfile

import pytest

from unpol_data.ingest import isolated
from unpol_data.ingest.refusal import Refused

MAIN = b"SubmissionDate,about-mission_code,KEY\n2026-03-09,UNMISS,uuid:1\n"
REPEAT = b"equipment_code,held,PARENT_KEY,KEY\nvhf_handheld,4,uuid:1,uuid:1/1\n"


def packed(parts: dict[str, bytes]) -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def refusal(content: bytes, limits) -> str:
    with pytest.raises(Refused) as caught:
        isolated.raw(content, settings=limits)
    return str(caught.value)


def test_each_table_becomes_a_sheet_named_after_its_file(limits):
    parts = {"Form.csv": MAIN, "Form-equipment_lines.csv": REPEAT, "media/photo.jpg": b"\xff\xd8"}
    raw = isolated.raw(packed(parts), settings=limits)
    assert raw.format == "archive"
    assert [sheet.name for sheet in raw.sheets] == ["form", "form-equipment_lines"]
    assert raw.sheets[1].rows[1] == [2, ["vhf_handheld", "4", "uuid:1", "uuid:1/1"]]


def test_paths_in_names_lead_nowhere(limits, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    raw = isolated.raw(packed({"../../evil.csv": MAIN, "C:\\x\\y.csv": REPEAT}), settings=limits)
    assert [sheet.name for sheet in raw.sheets] == ["evil", "y"]
    assert list(tmp_path.iterdir()) == []


def test_two_tables_of_one_name_are_refused(limits):
    assert "two files named form.csv" in refusal(
        packed({"a/form.csv": MAIN, "b/Form.csv": MAIN}), limits
    )


def test_too_many_tables_are_refused(limits):
    assert "at most 100" in refusal(packed({f"{n}.csv": MAIN for n in range(101)}), limits)


def test_a_bomb_is_refused_while_unpacking(limits):
    bomb = packed({"form.csv": b"a,b\n" + b"0" * (300 << 20)})
    assert "UNPOL_IMPORT_MAX_MB" in refusal(bomb, limits)


def test_a_claim_of_four_gigabytes_is_not_believed(limits):
    content = bytearray(packed({"form.csv": MAIN}))
    entry = content.rindex(b"PK\x01\x02")
    content[entry + 24 : entry + 28] = struct.pack("<I", 0xFFFFFFFE)
    raw = isolated.raw(bytes(content), settings=limits)
    assert raw.sheets[0].rows[1] == [2, ["2026-03-09", "UNMISS", "uuid:1"]]


def test_an_archive_within_an_archive_is_not_opened(limits):
    inner = packed({"form.csv": MAIN})
    assert "not a workbook" in refusal(packed({"inner.zip": inner}), limits)
    raw = isolated.raw(packed({"inner.zip": inner, "form.csv": MAIN}), settings=limits)
    assert [sheet.name for sheet in raw.sheets] == ["form"]
