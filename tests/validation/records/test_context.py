"""What would be in force with the rows of a file?"""

from datetime import date

from tests.programme_rows import rows
from tests.validation.records.conftest import SITES
from unpol_data.validation.records import RecordContext


def test_a_row_of_the_file_replaces_the_record_in_force():
    held = {"lessons": rows("lessons", {}, {"lesson_code": "LESSON-2"})}
    context = RecordContext(today=date(2026, 11, 15), known_sites=SITES, held=held)
    given = {"lessons": rows("lessons", {"title": "Other"})}
    found = context.in_force("lessons", given).set_index("lesson_code")["title"]
    assert found["LESSON-1"] == "Other"
    assert set(found.index) == {"LESSON-1", "LESSON-2"}
    assert context.in_force("visits", {}).empty
