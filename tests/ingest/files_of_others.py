"""Files in the shapes that servers, offices and pranksters make; nothing is copied from any."""

import io
import json
from pathlib import Path

import openpyxl

ROOT = Path(__file__).parents[2]
FOLDERS = ("kobo_odk", "hxl", "spreadsheets")
SITES = "site_code,name,site_kind,unpol_served,users\nMINUSCA-BRIA,Bria,team_site,12,20\n"
NAUGHTY = [
    *(
        "undefined",
        "NaN",
        "1E+02",
        "1;DROP TABLE users",
        "' OR 1=1 -- 1",
        "<script>alert(1)</script>",
    ),
    *("Ω≈ç√∫˜µ≤≥÷", "田中さんにあげて下さい", "👩🏽‍🚀 🏳️‍🌈", "الْكُشْمَنْدُ", "\u202etest\u202c", "Ṱ̺̺̕o͞ ̷i̲̬͇̪n"),
    *("/dev/null; touch /tmp/x", "$HOME", "%s%x", "../../etc/passwd", "{{ 7*7 }}", "CON"),
]
FORMULAS = ("=cmd|' /C calc'!A0", "@SUM(1+1)*cmd", "+1+1", "-2+3", '=HYPERLINK("http://x")')


def book(sheets: dict[str, list[list]]) -> bytes:
    """A workbook of these rows."""
    made = openpyxl.Workbook()
    made.remove(made.active)
    for name, rows in sheets.items():
        sheet = made.create_sheet(name)
        for row in rows:
            sheet.append(row)
    target = io.BytesIO()
    made.save(target)
    return target.getvalue()


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False).encode()


def own() -> dict[str, bytes]:
    """By name, a file of each shape."""
    return _of_servers() | _tagged() | _of_offices()


def _of_servers() -> dict[str, bytes]:
    kobo = {"_id": 1, "_uuid": "a", "_submission_time": "2026-03-01T10:00:00"}
    household = kobo | {"hh/name": "x", "members": [{"members/age": "3"}]}
    return {
        "sites.csv": SITES.encode(),
        "sites_french.csv": SITES.replace(",", ";").replace("Bria", "Été").encode("cp1252"),
        "sites_utf16.csv": SITES.replace("BRIA", "BOUAR").encode("utf-16"),
        "posts.csv": "Site name,Kind,Police,Users\nBambari,team_site,30,45\n".encode("utf-8-sig"),
        "kobo_nested.json": _json({"count": 1, "results": [household]}),
        "kobo_trees.json": _json([kobo | {"Record_your_location": "1.5 3.2 0 0"}]),
        "odata.json": _json({"value": [{"__id": "uuid:1", "__system": {}, "village": "x"}]}),
        "kobo_labels.csv": "start;end;Quel âge ?;_id;_uuid\n2026-03-01;;12;1;a\n".encode(),
        "odk.csv": b"SubmissionDate,community,meta-instanceID,KEY\n2026-03-01T10:00Z,x,a,a\n",
        "ona_repeats.csv": b"name,kids[1]/age,kids[2]/age,_uuid,_duration\nBob,3,n/a,a,60\n",
        "ona_bad_dates.csv": b"name,date,location,_uuid\nBob,31/02/2026,1.5 3.2 0 0,a\n",
        "xlsform.xlsx": book(
            {"survey": [["type", "name", "label"], ["text", "a", "A"]], "choices": [["list_name"]]}
        ),
    }


def _tagged() -> dict[str, bytes]:
    tagged = "Pays,Localité,Population\n#country,#adm1+name,#affected+f\nNiger,Dîffa,1200\n"
    return {
        "hxl.csv": tagged.encode(),
        "hxl_latin1.csv": tagged.encode("cp1252"),
        "hxl_only_tags.csv": b"#description\nA note\n",
        "hxl_two_headings.csv": b"Who,,Where\nOrg,Type,Place\n#org,,#adm1\nA,,B\n",
        "hxl_sites.csv": (
            b"Lieu,Code,Nord,Est\n#loc+name,#loc+code,#geo+lat,#geo+lon\n"
            b'Obo,MINUSCA-OBO,"5,4",26.5\n'
        ),
    }


def _of_offices() -> dict[str, bytes]:
    return {
        "naughty.json": _json(NAUGHTY),
        "naughty.txt": "\n".join(["# strings", *NAUGHTY]).encode(),
        "formulas.txt": "\n".join(FORMULAS).encode(),
        "newlines.csv": b'a,b,c\r\n1,"2\r\n3",4\r\n',
        "escaped_quotes.csv": b'a,b\n1,"ha ""ha"" ha"\n',
        "json_in_cells.csv": b'key,val\n1,"{""type"": ""Point"", ""coordinates"": [102.0, 0.5]}"\n',
        "only_headings.csv": b"a,b,c\n",
        "only_a_mark.csv": b"\xef\xbb\xbfabc\n",
        "tabs_from_a_spreadsheet.csv": b"CO2 emissions\t1990\t2000\nChad\t0,1\t..\n",
        "sparse.csv": b"LP;Name;;\n1;;;\n;;;x;y;z\n2;Bria\n",
        "two_columns.xlsx": book({"sheet1": [["only one row", None]]}),
        "far_headings.xlsx": book(
            {"Data": [["Return of March"], [], ["Post", "Radios"], ["A", 3]]}
        ),
    }


def real() -> dict[str, Path]:
    """By folder and name, the collected files of others, where they lie beside this repository."""
    shared = [one / "shared" / "real" for one in ROOT.parents]
    place = next((one for one in shared if one.is_dir()), None)
    if place is None:
        return {}
    files = [path for folder in FOLDERS for path in sorted((place / folder).rglob("*"))]
    return {str(path.relative_to(place)): path for path in files if path.is_file()}
