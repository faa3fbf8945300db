"""Saying on the page what the columns of a table of others hold."""

import io
import shutil

import openpyxl
import pytest

TABLE = b"Place;Date of test;Down (kbit/s);Ping\nMalakal;14/03/2026;12,300;640\n"
COUNTS = b"Place;Item;Authorised;On hand;Working\nMalakal;Patrol motorcycle;3;2;1\n"


@pytest.fixture
def page(frame, sample_file, tmp_path):
    return frame(shutil.copy(sample_file, tmp_path / "store.db"), url_path="import")


@pytest.fixture
def given(finished):
    """The page once the file is chosen and checked."""

    def checked(app, name: str, content: bytes):
        return finished(app.file_uploader(key="import_file").set_value((name, content, "")).run())

    return checked


def said(elements) -> str:
    return " ".join(element.value for element in elements).replace("\\", "")


def test_a_table_with_other_headings_is_asked_about_read_and_then_known(page, given, finished):
    app = given(page, "links.csv", TABLE)
    assert not app.exception
    assert "The headings of this table are not ours" in said(app.markdown)
    assert app.selectbox(key="import_mapping_kind").value == "measurements"
    assert "\\" not in app.selectbox(key="import_map_measurements_2").label
    assert app.selectbox(key="import_map_measurements_2").value == "downlink_mbps"
    assert app.selectbox(key="import_unit_measurements_2").value == "kbit/s"
    assert "For example: Malakal" in said(app.caption)
    finished(app.button(key="use_mapping").click().run())
    assert "is right: 1 row of UNMISS" in said(app.success)
    finished(app.button(key="save_as_draft").click().run())
    assert "was imported as assessment" in said(app.success)
    app = given(page, "next.csv", TABLE.replace(b"14/03", b"15/03"))
    assert "is right" in said(app.success)
    told = " ".join(table.value.astype(str).to_string() for table in app.table)
    assert "mapping used again" in told


def test_what_each_row_needs_and_no_heading_holds_is_asked_for_all_rows(page, given, finished):
    app = given(page, "count.csv", COUNTS)
    app.selectbox(key="import_constant_equipment_side").select("unpol")
    app.selectbox(key="import_constant_equipment_evidence_grade").select("inspected")
    finished(app.button(key="use_mapping").click().run())
    assert "was refused" in said(app.error)


def test_another_kind_has_its_own_suggestions(page, given):
    app = given(page, "links.csv", TABLE)
    app.selectbox(key="import_mapping_kind").select("sites").run()
    assert app.selectbox(key="import_map_sites_0").value == "name"


def test_a_file_of_several_missions_asks_for_one(page, given, finished):
    book = openpyxl.Workbook()
    book.active.title = "2023"
    book.active.append(["Country", "Human trafficking,", "Arms trafficking,", "Heroin trade,"])
    book.active.append(["South Sudan", 7.5, 9, 1])
    book.active.append(["Haiti", 6.5, 10, 2])
    target = io.BytesIO()
    book.save(target)
    app = given(page, "index.xlsx", target.getvalue())
    assert "Which mission?" in said(app.markdown) or app.selectbox(key="import_of_several")
    assert app.selectbox(key="import_of_several").options == ["UNMISS", "BINUH"]
    app.selectbox(key="import_of_several").select("BINUH")
    (button,) = (one for one in app.button if one.label == "Read it for this mission")
    finished(button.click().run())
    assert "3 rows of BINUH" in said(app.success)


def test_a_wrong_mapping_can_be_changed_and_begins_with_what_was_said(page, given, finished):
    app = given(page, "links.csv", TABLE)
    app.selectbox(key="import_map_measurements_3").select("uplink_mbps").run()
    finished(app.button(key="use_mapping").click().run())
    finished(app.button(key="change_mapping").click().run())
    assert app.selectbox(key="import_map_measurements_3").value == "uplink_mbps"
    app.selectbox(key="import_map_measurements_3").select("latency_ms").run()
    finished(app.button(key="use_mapping").click().run())
    assert "is right" in said(app.success)


def test_one_column_for_two_headings_is_told_before_anything_is_read(page, given):
    app = given(page, "links.csv", TABLE)
    app.selectbox(key="import_map_measurements_3").select("downlink_mbps").run()
    assert "Downlink mbps: chosen for more than one heading" in said(app.error)
    assert "use_mapping" not in [button.key for button in app.button]


def test_saying_the_source_keeps_what_was_said_of_the_columns(page, given, finished):
    app = given(page, "links.csv", TABLE)
    app.selectbox(key="import_map_measurements_3").select("uplink_mbps").run()
    finished(app.text_input(key="import_source").input("Signals section").run())
    assert app.selectbox(key="import_map_measurements_3").value == "uplink_mbps"
