"""Files that mean harm, or are not what they seem, end in one sentence."""

import dataclasses
import io
import struct
import zipfile

import openpyxl
import pytest

from unpol_data.ingest import isolated
from unpol_data.ingest.refusal import Refused

WORKSHEET = "xl/worksheets/sheet1.xml"
HEADINGS = b"site_code,name\nUNMISS-BOR,Bor\n"


def changed(content: bytes, change) -> bytes:
    """A workbook with one change made by hand."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    change(book["sites"])
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def refusal(content: bytes, limits) -> str:
    """The sentence a file is refused with."""
    with pytest.raises(Refused) as caught:
        isolated.raw(content, settings=limits)
    return str(caught.value)


def rows(content: bytes, limits) -> list:
    """The rows of a file's first sheet."""
    return isolated.raw(content, settings=limits).sheets[0].rows


def test_a_file_larger_than_the_limit_is_not_opened(limits):
    words = refusal(b"a" * (26 << 20), limits)
    assert "26.0 MB" in words
    assert "UNPOL_IMPORT_MAX_MB" in words


def test_a_single_cell_in_the_last_corner_is_refused_and_named(small, limits):
    far = changed(small, lambda sheet: sheet.__setitem__("XFD1048576", "x"))
    assert "XFD1048576" in refusal(far, limits)


def test_a_reader_that_dies_is_a_refusal(small, repacked, limits):
    # The odd closing tag hides the far cell from our count, but not from the reader.
    far = changed(small, lambda sheet: sheet.__setitem__("XFD1048576", "x"))
    part = zipfile.ZipFile(io.BytesIO(far)).read(WORKSHEET)
    part = part.replace(b"</c></row></sheetData>", b"</c ></row></sheetData>")
    assert "1,024 MB of memory" in refusal(repacked(far, {WORKSHEET: part}), limits)


def test_a_reader_that_takes_too_long_is_stopped(small, repacked, limits):
    noise = b"".join(b'<c r="A%d">' % n for n in range(300_000))
    slow = repacked(small, {WORKSHEET: b"<worksheet><sheetData>" + noise})
    words = refusal(slow, dataclasses.replace(limits, import_seconds=1))
    assert "UNPOL_IMPORT_SECONDS" in words


def test_a_zip_bomb_is_refused_by_what_it_claims(small, repacked, limits):
    bomb = repacked(small, {"xl/media/image1.png": b" " * (60 << 20)})
    assert "times its size" in refusal(bomb, limits)
    little = dataclasses.replace(limits, import_max_mb=5)
    assert "unpacks to more than 50 MB" in refusal(bomb, little)


def test_one_long_text_shown_in_very_many_cells_does_not_fill_the_memory(small, repacked, limits):
    cells = "".join(f'<c r="A{n}" t="s"><v>0</v></c>' for n in range(1, 9_001))
    parts = {
        WORKSHEET: f"<worksheet><sheetData><row>{cells}</row></sheetData></worksheet>".encode(),
        "xl/sharedStrings.xml": b"<sst><si><t>" + b"long text " * 3_200 + b"</t></si></sst>",
    }
    assert "could not be read within" in refusal(repacked(small, parts), limits)


def test_an_archive_that_claims_4_gb_is_refused(small, limits):
    claim = bytearray(small)
    entry = claim.rfind(b"PK\x01\x02")
    claim[entry + 24 : entry + 28] = struct.pack("<I", 0xFFFFFFFE)
    assert "4,096 MB" in refusal(bytes(claim), limits)


def test_an_archive_that_claims_less_than_it_holds_is_refused(small, repacked, limits):
    liar = bytearray(repacked(small, {"xl/media/image1.png": b" " * (1 << 20)}))
    entry = liar.rfind(b"PK\x01\x02")
    liar[entry + 24 : entry + 28] = struct.pack("<I", 100)
    assert "damaged" in refusal(bytes(liar), limits)


def test_an_archive_of_thousands_of_parts_is_refused(small, repacked, limits):
    parts = {f"xl/media/{number}.png": b"x" for number in range(2_001)}
    assert "parts; at most 2,000" in refusal(repacked(small, parts), limits)


def test_a_bomb_of_xml_entities_is_refused(small, repacked, limits):
    bomb = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet>&a;</worksheet>'
    assert "document type" in refusal(repacked(small, {WORKSHEET: bomb}), limits)
    elsewhere = repacked(small, {"xl/workbook.xml": bomb})
    assert "document type" in refusal(elsewhere, limits)


@pytest.mark.parametrize("kept", [300, -200])
def test_a_truncated_workbook_is_refused(small, limits, kept):
    assert "damaged or incomplete" in refusal(small[:kept], limits)


def test_a_workbook_without_a_single_cell_has_no_rows(small, limits):
    assert rows(changed(small, lambda sheet: sheet.delete_rows(1, 9)), limits) == []


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "empty"),
        (b" \n", "empty"),
        (b"site_code,na\0me\n", "NUL"),
        (HEADINGS.decode().encode("utf-16-le"), "NUL"),
        (b"%PDF-1.7", "neither a workbook"),
        (b"<html><table>", "neither a workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "old kind (.xls)"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "password",
        ),
        (b'site_code,name\nA,"open\n', "quotation mark"),
        (b"\xef\xbb\xbfname\xff\xff", "says it is utf-8"),
    ],
)
def test_what_is_neither_a_workbook_nor_a_table_is_refused_in_words(content, words, limits):
    assert words in refusal(content, limits)


@pytest.mark.parametrize(
    ("part", "words"),
    [("xl/workbook.bin", ".xlsb"), ("content.xml", "OpenDocument"), ("a.txt", "not a workbook")],
)
def test_other_archives_are_refused_by_what_they_hold(part, words, limits):
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr(part, "x")
    assert words in refusal(target.getvalue(), limits)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_tables_come_in_many_encodings_and_separators(limits, encoding, delimiter):
    text = f"site_code{delimiter}name\r\n\r\nBINUH-X{delimiter}Cité Soleil, été\r\n"
    text = text.replace("Soleil, été", "Soleil été") if delimiter == "," else text
    found = rows(text.encode(encoding), limits)
    assert found[0] == [1, ["site_code", "name"]]
    assert found[1][0] == 3
    assert found[1][1][1].startswith("Cité Soleil")


def test_formulas_in_a_table_stay_text(limits):
    found = rows(HEADINGS + b"UNMISS-WAU,=HYPERLINK(1)\n", limits)
    assert found[2] == [3, ["UNMISS-WAU", "=HYPERLINK(1)"]]


def test_a_table_with_too_many_cells_is_refused(limits):
    little = dataclasses.replace(limits, import_max_cells=3)
    assert "UNPOL_IMPORT_MAX_CELLS" in refusal(HEADINGS, little)


def test_error_values_and_formulas_without_result_keep_their_place(small, limits):
    def break_cells(sheet):
        sheet["B2"] = "#REF!"
        sheet["B2"].data_type = "e"
        sheet["A4"] = "=1+1"

    found = rows(changed(small, break_cells), limits)
    assert found[1] == [2, ["UNMISS-BOR", {"broken": "#REF!"}]]
    assert found[2][0] == 4
    assert found[2][1][0] == {"broken": "="}


def test_two_sheets_of_one_name_are_refused(small, limits):
    book = openpyxl.load_workbook(io.BytesIO(small))
    book.create_sheet("Sites ")
    target = io.BytesIO()
    book.save(target)
    assert "Two sheets are named sites" in refusal(target.getvalue(), limits)


def test_a_sheet_that_is_not_read_may_be_as_large_as_it_likes(small, limits):
    book = openpyxl.load_workbook(io.BytesIO(small))
    book.create_sheet("scratch")["XFD1048576"] = "x"
    target = io.BytesIO()
    book.save(target)
    names = {one.name for one in isolated.raw(target.getvalue(), settings=limits).sheets}
    assert names == {"sites", "scratch"}
