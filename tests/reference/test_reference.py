"""Reference data is whole, and each way of breaking it is refused with file, row and reason."""

import shutil
from pathlib import Path

import pytest

from unpol_data import reference
from unpol_data.reference.reading import FOLDER


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the reference tables that a test may break."""
    return Path(shutil.copytree(FOLDER, tmp_path / "tables"))


def change(folder: Path, file_name: str, old: str, new: str) -> None:
    """Replace the first occurrence of `old`, which must be there, in one file."""
    path = folder / file_name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def problems(folder: Path) -> str:
    """What the check says about the broken folder."""
    with pytest.raises(reference.ReferenceDataError) as refusal:
        reference.check(folder)
    return str(refusal.value)


def test_the_reference_data_in_use_is_whole():
    reference.check()


def test_every_cell_of_the_framework_is_asked_at_least_twice_of_unpol():
    framework = reference.table("framework")
    asked = framework[framework["side"] != "host_state"]
    assert len(reference.table("framework")) >= 130
    assert asked.groupby(["area_code", "dimension_code"]).size().min() >= 2
    assert asked.groupby(["area_code", "dimension_code"]).ngroups == 13 * 5


def test_every_question_is_asked_once():
    questions = reference.table("framework")["question"].str.casefold()
    assert questions.is_unique


def test_the_eleven_missions_in_the_field_are_active():
    missions = reference.table("missions").query("status == 'active'")
    assert len(missions) == 11


def test_the_equipment_catalogue_covers_every_capability_area():
    equipment = reference.table("equipment")
    assert len(equipment) >= 60
    assert set(equipment["area_code"]) == set(reference.codes("areas"))


def test_an_unknown_column_stops_the_start(folder):
    change(folder, "areas.csv", "description", "descriptoin")
    assert "areas.csv: unknown column 'descriptoin'" in problems(folder)


def test_a_missing_source_stops_the_start_with_its_row(folder):
    rows = (folder / "causes.csv").read_text(encoding="utf-8").splitlines()
    rows[1] = rows[1].rsplit(",", 1)[0] + ","
    (folder / "causes.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    assert "causes.csv, row 2, column source: nothing stands here" in problems(folder)


def test_a_code_that_stands_twice_stops_the_start(folder):
    path = folder / "sides.csv"
    rows = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join([*rows, rows[-1]]) + "\n", encoding="utf-8")
    assert f"sides.csv, row {len(rows) + 1}: host_state stands there twice" in problems(folder)


def test_weights_that_do_not_sum_stop_the_start(folder):
    rows = (folder / "dimension_weights.csv").read_text(encoding="utf-8").splitlines()
    area, dimension, _, source = rows[1].split(",", 3)
    rows[1] = ",".join([area, dimension, "0.99", source])
    (folder / "dimension_weights.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    assert f"the weights of {area} sum to" in problems(folder)


def test_an_unknown_code_stops_the_start_with_its_row(folder):
    change(folder, "threat_relevance.csv", "human_trafficking", "human_trafficing")
    assert "row 2, column threat_code: 'human_trafficing' is not in threats.csv" in problems(folder)


def test_a_missing_file_stops_the_start(folder):
    (folder / "measures.csv").unlink()
    assert "measures.csv: cannot be read" in problems(folder)


def test_a_mission_without_a_judged_mandate_stops_the_start(folder):
    path = folder / "mandate_relevance.csv"
    rows = path.read_text(encoding="utf-8").splitlines()
    path.write_text("\n".join(rows[:-1]) + "\n", encoding="utf-8")
    assert "mandate_relevance.csv: no row for" in problems(folder)


def test_asking_for_an_unknown_name_lists_the_known_ones():
    with pytest.raises(
        reference.ReferenceDataError, match="known are Communications|known are comm"
    ):
        reference.name("area", "cooking")
    with pytest.raises(reference.ReferenceDataError, match="not a parameter"):
        reference.parameter("magic")


def test_a_reader_of_a_table_cannot_change_it_for_others():
    mine = reference.table("areas")
    mine["name"] = "spoiled"
    assert reference.table("areas")["name"].iloc[0] == "Communications and connectivity"
