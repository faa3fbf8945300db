"""A draft is handed in once all it says holds together."""

from datetime import date

import pandas as pd
import pytest
from sqlalchemy import func, select

from tests.publishing.test_life import set_answers, state
from unpol_data import publishing
from unpol_data.access import LOCAL
from unpol_data.store import reading, writing
from unpol_data.store.tables import Answer, AuditEntry
from unpol_data.store.writes import Description, record_assessment

VISITED = date(2025, 10, 31)


def drafted(desk, kind: str = "assessment", facts: dict | None = None, **said) -> int:
    """The number of a draft that says just this."""
    described = Description("UNISFA", VISITED, VISITED, "test", f"{kind} {said}", kind=kind, **said)
    recorded = record_assessment(desk.engine, described, facts=facts or {}, account="test")
    return recorded.assessment_id


def refusal(desk, number: int) -> publishing.DraftRefused:
    """Why the draft is not handed in; it is as it was, and so is the store."""

    def acts() -> int:
        with reading(desk.engine) as connection:
            return connection.scalar(select(func.count()).select_from(AuditEntry))

    before = acts()
    with pytest.raises(publishing.DraftRefused) as refused:
        publishing.submit(desk.engine, number, viewer=LOCAL)
    assert (state(desk, number), acts()) == ("draft", before)
    return refused.value


def test_a_sound_draft_is_handed_in(desk):
    number = desk.recorded(1.0, VISITED)
    publishing.submit(desk.engine, number, viewer=LOCAL)
    assert state(desk, number) == "submitted"


def test_yes_and_no_are_judged_as_they_were_given(desk):
    number = desk.recorded(0.0, VISITED)
    publishing.submit(desk.engine, number, viewer=LOCAL)
    assert state(desk, number) == "submitted"


def test_a_draft_that_says_nothing_is_not_handed_in(desk):
    refused = refusal(desk, drafted(desk, round_label="2025", modality="remote"))
    assert "The draft holds no answer, count, measurement, rating or site yet." in str(refused)
    assert refused.summary == ("Not submitted: 1 problem to put right first. Nothing was changed.")


def test_every_problem_is_told_with_sheet_site_question_and_column(desk):
    number = desk.recorded(1.0, VISITED)
    set_answers(desk, number, 0.55)
    refused = refusal(desk, number)
    one = refused.places[refused.problems[0].row]
    assert one.split(":")[0] in ("UNISFA-HQ", "UNISFA-TEAM")
    assert {problem.sheet for problem in refused.problems} == {"answers"}
    assert {problem.column for problem in refused.problems} == {"value"}
    assert str(refused).startswith(f"answers, {one}, value: '2.2' does not answer")
    assert f"and {len(refused.problems) - 10} more" in str(refused)


def test_what_the_assessment_says_of_itself_is_judged_too(desk):
    number = desk.recorded(1.0, VISITED)
    with writing(desk.engine) as connection:
        connection.exec_driver_sql("UPDATE assessments SET modality = NULL")
    assert "assessment, What it says of itself, modality: nothing stands here" in str(
        refusal(desk, number)
    )


def test_an_answer_to_nothing_that_is_asked_of_that_side_is_told(desk):
    number = desk.recorded(1.0, VISITED)
    with writing(desk.engine) as connection:
        one = connection.execute(select(Answer.site_code, Answer.item_code)).first()
        own = (Answer.site_code == one.site_code) & (Answer.item_code == one.item_code)
        values = {"item_code": "COM-PER-99"}
        connection.execute(Answer.__table__.update().where(own).values(**values))
    (problem,) = refusal(desk, number).problems
    assert (problem.column, problem.found) == ("item_code", "COM-PER-99")


def test_facts_of_one_sheet_alone_need_no_row_about_the_assessment(desk):
    rated = {"threat_code": ["ieds"], "level_now": [3], "rated_on": [VISITED], "source": ["JMAC"]}
    number = drafted(desk, "threats", {"threat_ratings": pd.DataFrame(rated)})
    publishing.submit(desk.engine, number, viewer=LOCAL)
    assert state(desk, number) == "submitted"
