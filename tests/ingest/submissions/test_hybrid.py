"""A visit in person replaces a remote answer without losing it, in one file and in two."""

from datetime import date

import pytest
from sqlalchemy import delete

from tests import lifecycle
from tests.exports.filled import filled
from tests.ingest.submissions import shapes
from tests.ingest.submissions.conftest import DESCRIBED, TODAY
from unpol_data.access import LOCAL
from unpol_data.figures import content_words
from unpol_data.filters import Filters
from unpol_data.ingest.digest import digest_of_draft
from unpol_data.ingest.importing import import_file
from unpol_data.settings import settings
from unpol_data.store import open_store, reading, writing
from unpol_data.store.tables import ReplacedAnswer
from unpol_data.store.writes import acting, correction_of
from unpol_data.views import assessments, site_answers

ITEM, SITE = "com_per_3", "UNMISS-BOR"
SHAPES = {name: shapes.WITH_REPEATS[name] for name in ("kobo_json", "kobo_xlsx", "odata")}
SEEN, CALLED = (4.0, "in_person"), (1.0, "remote")


@pytest.fixture(params=["sqlite_url", "postgres_url"], ids=["sqlite", "postgresql"])
def engine(request, tmp_path):
    """An empty store, on each database in turn."""
    own = f"sqlite:///{tmp_path / 'store.db'}"
    url = own if request.param == "sqlite_url" else request.getfixturevalue(request.param)
    opened = open_store(url)
    yield opened
    opened.dispose()


def visit(form: bytes, day: str, level: str, modality: str, sent_at: str) -> dict:
    """A whole form about Bor, filled in that day."""
    said = {"site_name": "Bor", "modality": modality, "assessed_on": day, **DESCRIBED}
    one = filled(form, site_code=SITE, site_kind="host_station", side="unpol", about=said)
    path = next(path for path in one if path.rpartition("/")[2] == ITEM)
    return one | {path: level, "_uuid": f"{modality} {day}", "_submission_time": sent_at}


@pytest.fixture(scope="session")
def seen(form) -> dict:
    """What was seen on 9 March, sent at once."""
    return visit(form, "2026-03-09", "4", "in_person", "2026-03-09T18:00:00")


@pytest.fixture(scope="session")
def called(form) -> dict:
    """What was told by telephone on 2 March, sent three weeks later."""
    return visit(form, "2026-03-02", "1", "remote", "2026-03-23T18:00:00")


def brought(engine, content: bytes) -> int:
    """The number of the draft the file becomes."""
    said = {"viewer": LOCAL, "settings": settings({}), "today": TODAY}
    report = import_file(content, "sent.bin", engine=engine, **said)
    assert (report.refusal, report.errors) == ("", ())
    return report.assessment_id


def read(engine, query, on: date = TODAY) -> list[tuple]:
    """Value and modality of the item as the pages show them on a day."""
    where = {"site_code": SITE, "area_code": "communications"}
    with reading(engine) as connection:
        rows = query(connection, Filters(as_of=on), LOCAL, **where)
    rows = rows[rows["item_code"] == "COM-PER-3"]
    return list(rows[["value", "modality"]].itertuples(index=False, name=None))


@pytest.mark.parametrize("shape", list(SHAPES))
@pytest.mark.parametrize("turned", [False, True], ids=["call first", "visit first"])
def test_in_one_file_the_visit_counts_and_the_call_stands_beneath(
    engine, seen, called, shape, turned
):
    entries = [seen, called] if turned else [called, seen]
    number = brought(engine, SHAPES[shape](entries))
    with reading(engine) as connection:
        contents = assessments.contents(
            connection, Filters(as_of=TODAY), LOCAL, assessment_id=number
        )
    told = content_words.answers(contents.answers, contents.replaced)
    question = contents.replaced.query("item_code == 'COM-PER-3'")["question"].iloc[0]
    rows = told[told["question"] == question]
    assert list(rows["how"]) == ["In person", "Remote"]
    assert [one.split(":")[0] for one in rows["answer"]] == ["4 of 4", "Answered before"]
    lifecycle.approved(engine, number, TODAY)
    assert read(engine, site_answers.site_answers) == [SEEN]
    assert read(engine, site_answers.earlier_answers) == [CALLED]


@pytest.mark.parametrize("turned", [False, True], ids=["call first", "visit first"])
@pytest.mark.parametrize("shape", ["kobo_json", "kobo_xlsx"])
def test_in_two_files_that_count_from_one_day_the_visit_counts_too(
    engine, seen, called, shape, turned
):
    for one in (seen, called) if turned else (called, seen):
        lifecycle.approved(engine, brought(engine, SHAPES[shape]([one])), TODAY)
    assert read(engine, site_answers.site_answers) == [SEEN]
    assert read(engine, site_answers.earlier_answers) == [CALLED]


def test_what_was_replaced_belongs_to_the_content_of_the_draft(engine, seen, called):
    number = brought(engine, shapes.kobo_json([called, seen]))
    with reading(engine) as connection:
        whole = digest_of_draft(connection, number)
    with writing(engine) as connection:
        connection.execute(delete(ReplacedAnswer))
    with reading(engine) as connection:
        assert digest_of_draft(connection, number) != whole


def test_a_correction_keeps_what_was_replaced_and_tells_it_once(engine, seen, called):
    number = brought(engine, shapes.kobo_json([called, seen]))
    lifecycle.approved(engine, number, date(2026, 3, 25))
    with acting(engine, act="test", subject="", account="ada") as act:
        correction = correction_of(act, number, role="assessor")
    lifecycle.approved(engine, correction, TODAY)
    earlier = read(engine, site_answers.earlier_answers)
    assert sorted(earlier) == [CALLED, SEEN]
    assert read(engine, site_answers.earlier_answers, date(2026, 3, 26)) == [CALLED]


def test_a_replaced_answer_that_cannot_be_is_told_at_its_place(engine, seen, called):
    path = next(path for path in called if path.rpartition("/")[2] == ITEM)
    said = {"viewer": LOCAL, "settings": settings({}), "today": TODAY}
    wrong = shapes.kobo_json([seen, called | {path: "7"}])
    report = import_file(wrong, "sent.json", engine=engine, **said)
    assert report.assessment_id is None
    (problem,) = report.errors
    assert (problem.row, problem.column) == (2, path)
    assert "'7' does not answer COM-PER-3" in problem.words
