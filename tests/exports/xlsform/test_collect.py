"""The form in JavaRosa, the engine that ODK Collect and KoboCollect run."""

import shutil
import subprocess
from pathlib import Path

import pytest
import pyxform

from tests.exports.xlsform.conftest import converted

PROGRAM = Path(__file__).parent / "Collect.java"
JAR = Path(pyxform.__file__).parent / "validators/odk_validate/bin/ODK_Validate.jar"
WITHOUT_JAVA = shutil.which("javac") is None

pytestmark = pytest.mark.skipif(WITHOUT_JAVA, reason="JavaRosa needs a Java development kit")


@pytest.fixture
def shown(tmp_path):
    """What the engine shows of each path asked for, after the answers given before it."""

    def run(*lines: str) -> list[str]:
        form = tmp_path / "form.xml"
        form.write_text(converted(site_kind="host_station"), encoding="utf-8")
        ran = subprocess.run(
            ["java", "-cp", str(JAR), str(PROGRAM), str(form)],
            input="\n".join(lines),
            capture_output=True,
            text=True,
            check=True,
        )
        return [line[2:] for line in ran.stdout.splitlines() if line.startswith("> ")]

    return run


def test_collect_asks_and_hides_as_the_form_says(shown):
    answers = shown(
        "set about/side unpol",
        "show communications/com_per_3_state",
        "set communications/com_per_1_needed 20",
        "set communications/com_per_1 11",
        "show communications/com_per_1_cause",
        "set about/side host_state",
        "show communications/com_per_3_state",
        "show communications/com_per_1_cause",
        "set communications/com_per_1_state unknown",
        "show communications/com_per_1",
        "show equipment_lines",
        "set about/parts_covered power equipment_lines",
        "show equipment_lines/held",
        "show communications/com_per_2_state",
    )
    assert [line.partition(" ")[0] for line in answers] == [
        *("asked", "hidden", "hidden", "asked"),
        *("hidden", "hidden", "asked", "hidden"),
    ]


def test_collect_fills_the_grade_of_the_area_in_where_none_was_given(shown):
    answers = shown(
        "set communications/com_fac_1_grade document",
        "set communications/area_communications_grade inspected",
        "show communications/com_per_1_grade",
        "show communications/com_fac_1_grade",
        "show power/pwr_per_1_grade",
    )
    assert answers == ["asked inspected", "asked document", "asked "]


def test_collect_knows_the_profile_and_the_day_before_anything_is_answered(shown):
    answers = shown("show about/site_profile", "show about/assessed_on", "show about/round_label")
    assert answers[0] == "asked host_station.unpol"
    assert answers[1][6:].startswith(answers[2][6:])
