"""Names of sites, equipment and words for codes."""

import pandas as pd
import pytest

from unpol_data import reference
from unpol_data.ingest import naming
from unpol_data.validation import BrokenCell

SITES = pd.DataFrame(
    {
        "site_code": ["UNMISS-BOR", "UNMISS-WAU", "MINUSCA-BOR"],
        "mission_code": ["UNMISS", "UNMISS", "MINUSCA"],
        "name": ["Bor", "Wau", "Bor"],
    }
)


def codes(*cells: object, mission: str | None = None) -> list:
    return list(naming.site_codes(pd.Series(cells, dtype=object), SITES, mission))


def test_sites_are_known_by_code_and_by_name():
    assert codes("unmiss-bor", " wau ", "Nowhere", None) == [
        "UNMISS-BOR",
        "UNMISS-WAU",
        "Nowhere",
        None,
    ]


def test_a_name_of_two_sites_is_told_by_its_mission_only():
    assert codes("Bor") == ["Bor"]
    assert codes("Bor", mission="minusca") == ["MINUSCA-BOR"]


def test_a_new_site_gets_a_code_from_its_name():
    assert naming.site_code_of("MINUSCA", "Kaga-Bandoro") == "MINUSCA-KAGA-BANDORO"
    assert naming.site_code_of("BINUH", "Pétion Ville") == "BINUH-PETION-VILLE"
    assert naming.site_code_of("UNMISS", "جوبا") == ""


def test_missions_are_known_by_code_and_full_name():
    cells = pd.Series(["unmiss", "UN Mission in South Sudan", "Malakal", None])
    assert list(naming.mission_codes(cells).dropna()) == ["UNMISS", "UNMISS"]


def test_equipment_is_known_by_code_and_name():
    assert naming.equipment_code("VHF_Handheld") == "vhf_handheld"
    assert naming.equipment_code("patrol motorcycle") == "patrol_motorcycle"
    assert naming.equipment_code(12) == 12


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("VHF/UHF handheld radio", "VHF/UHF handheld radio, encrypted (vhf_handheld)"),
        ("vhf_handhelt", "a name or code of the equipment catalogue: vhf_handheld"),
    ],
)
def test_equipment_nobody_knows_is_told_with_the_nearest(written, expected):
    found = naming.equipment_code(written)
    assert isinstance(found, BrokenCell)
    assert found.expected == expected


@pytest.mark.parametrize(
    ("sheet", "column", "written", "code"),
    [
        ("sites", "closed", "Active", "no"),
        ("sites", "closed", "liquidated", "yes"),
        ("sites", "site_kind", "Team site", "team_site"),
        ("equipment", "side", "Host-State police", "host_state"),
        ("answers", "evidence_grade", "Document seen", "document"),
        ("answers", "evidence_grade", "hearsay", "hearsay"),
    ],
)
def test_words_become_codes_where_they_are_known(sheet, column, written, code):
    assert naming.words(sheet, column)(written) == code


def test_every_word_stands_for_a_code_there_is():
    lists = dict(reference.table("columns").dropna(subset=["list"])[["column", "list"]].to_numpy())
    for row in reference.table("words_for_codes").itertuples():
        known = ("yes", "no") if row.column == "closed" else reference.codes(lists[row.column])
        assert row.code in known, row
