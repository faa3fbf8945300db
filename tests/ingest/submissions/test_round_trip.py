"""The form, filled in and sent through every server, says the same in the store."""

import pytest
from sqlalchemy import select

from tests.ingest.submissions import shapes
from tests.ingest.submissions.conftest import TODAY, VISITS
from unpol_data.access import LOCAL
from unpol_data.ingest.importing import import_file
from unpol_data.ingest.submissions.form_fields import item_fields
from unpol_data.settings import settings
from unpol_data.store import open_store, reading
from unpol_data.store.tables import Answer, EquipmentLine, Measurement, SiteFacts, Submission

WORDS = {"yes": 1.0, "partly": 0.5, "no": 0.0}
SHAPES = shapes.WITH_REPEATS | shapes.WITHOUT_REPEATS


def expected_answers(sent: list[dict]) -> set[tuple]:
    """What the submissions say, as the store is to hold it."""
    rows: dict[tuple, dict] = {}
    for one in sent:
        for path, value in one.items():
            item_code, end = item_fields().get(path.rpartition("/")[2], ("", ""))
            if item_code:
                key = (one["about/site_code"], item_code, one["about/side"])
                rows.setdefault(key, {})[end] = value
    return {
        (
            *key,
            row["_state"],
            WORDS.get(row[""]) if row.get("") in WORDS else _number(row.get("")),
            _number(row.get("_needed")),
            row.get("_grade"),
            row.get("_cause"),
            row.get("_note"),
            "remote",
        )
        for key, row in rows.items()
    }


def _number(text: str | None) -> float | None:
    return None if text is None else float(text)


def held_answers(engine) -> set[tuple]:
    columns = (
        *("site_code", "item_code", "side", "state", "value", "needed"),
        *("evidence_grade", "cause", "note", "modality"),
    )
    with reading(engine) as connection:
        return {
            tuple(row)
            for row in connection.execute(select(*(getattr(Answer, name) for name in columns)))
        }


def imported(engine, content: bytes):
    return import_file(
        content, "sent.bin", engine=engine, viewer=LOCAL, settings=settings({}), today=TODAY
    )


@pytest.fixture(params=["sqlite_url", "postgres_url"], ids=["sqlite", "postgresql"])
def engine(request):
    """An empty store, on each database in turn."""
    if request.param == "sqlite_url":
        opened = open_store("sqlite://")
    else:
        opened = open_store(request.getfixturevalue(request.param))
    yield opened
    opened.dispose()


@pytest.mark.parametrize("shape", list(SHAPES))
def test_every_answer_arrives_from_every_shape(engine, sent, shape):
    report = imported(engine, SHAPES[shape](sent))
    assert report.refusal == ""
    assert report.errors == ()
    assert held_answers(engine) == expected_answers(sent)
    with reading(engine) as connection:
        kinds = connection.execute(select(SiteFacts.site_code, SiteFacts.site_kind)).all()
        sides = connection.execute(select(Submission.site_code, Submission.side)).all()
        position = connection.execute(select(SiteFacts.latitude, SiteFacts.longitude)).first()
        lines = connection.execute(select(EquipmentLine.__table__)).all()
        measured = connection.execute(
            select(Measurement.measure, Measurement.value).where(
                Measurement.site_code == "UNMISS-BOR"
            )
        ).all()
    assert set(kinds) == {(site_code, kind) for site_code, kind, _ in VISITS}
    assert set(sides) == {(site_code, side) for site_code, _, side in VISITS}
    assert tuple(position) == (6.209, 31.559)
    if shape in shapes.WITH_REPEATS:
        assert len(lines) == 6
        assert {(row.required, row.held, row.serviceable) for row in lines} == {(10, 8, 5)}
        expected = {("downlink_mbps", 6.5), ("latency_ms", 640), ("availability_pct", 91.5)}
        assert set(measured) == expected
        assert report.problems == ()
    else:
        assert {one.rule for one in report.problems} == {"lines_left_out"}


def test_the_same_submissions_in_another_shape_change_nothing(engine, sent):
    first = imported(engine, shapes.kobo_json(sent))
    for shape in ("odk_zip", "kobo_xlsx_french", "ona_csv", "kobo_csv_labels"):
        again = imported(engine, SHAPES[shape](sent))
        assert (again.already_known, again.assessment_id) == (True, first.assessment_id)
        assert "Already held as assessment 1" in again.summary


def test_only_what_is_new_is_taken_in(engine, sent):
    imported(engine, shapes.kobo_json(sent[:2]))
    report = imported(engine, shapes.odata(sent))
    assert report.assessment_id == 2
    assert [one.row for one in report.warnings] == [1, 2]
    assert "it is held already, in assessment 1" in report.warnings[0].message
    with reading(engine) as connection:
        rows = connection.execute(select(Submission.site_code, Submission.assessment_id)).all()
    assert set(rows) == {("UNMISS-BOR", 1), ("UNMISS-JUBA", 2)}
