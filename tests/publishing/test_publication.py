"""What happens to the figures when an assessment is approved or withdrawn?"""

from datetime import date

import pandas as pd
import pytest
from sqlalchemy import func, select, text

from tests import lifecycle
from unpol_data import publishing, reference
from unpol_data.access import LOCAL, NotPermitted, Viewer
from unpol_data.filters import Filters
from unpol_data.queries import gaps, sites, threats
from unpol_data.store.engine import reading
from unpol_data.store.errors import StoreError
from unpol_data.store.tables import AuditEntry, SiteGap
from unpol_data.store.writes import Description, record_assessment

FIRST, SECOND = date(2024, 10, 31), date(2025, 10, 31)
WHY = "Counted the wrong sites"
HQ, TEAM = "UNISFA-HQ", "UNISFA-TEAM"


def test_an_approved_assessment_counts_from_its_publication_on(desk):
    desk.approved(1.0, FIRST)
    assert desk.mission_figures(date(2024, 10, 30)) == set()
    assert desk.mission_figures(FIRST) == {0.0}
    assert desk.mission_figures(date(2030, 1, 1)) == {0.0}


def test_a_draft_does_not_count(desk):
    desk.recorded(1.0, FIRST)
    assert desk.mission_figures(FIRST) == set()


def test_a_later_assessment_leaves_the_earlier_days_as_they_were(desk):
    desk.approved(1.0, FIRST)
    desk.approved(0.0, SECOND)
    assert desk.mission_figures(date(2025, 10, 30)) == {0.0}
    assert desk.mission_figures(SECOND) == {1.0}


def test_an_earlier_round_approved_late_does_not_overrule_the_newer(desk):
    desk.approved(0.0, SECOND)
    desk.approved(1.0, FIRST)
    assert desk.mission_figures(FIRST) == {0.0}
    assert desk.mission_figures(SECOND) == {1.0}


def test_withdrawing_brings_back_what_held_without_it(desk):
    desk.approved(1.0, FIRST)
    second = desk.approved(0.0, SECOND)
    withdrawn = publishing.withdraw(desk.engine, second.assessment_id, reason=WHY, viewer=LOCAL)
    assert withdrawn.state == "withdrawn"
    assert desk.mission_figures(SECOND) == {0.0}
    assert desk.mission_figures(SECOND, revision=second.revision) == {1.0}


def test_withdrawing_the_only_assessment_leaves_no_figure(desk):
    only = desk.approved(1.0, FIRST)
    publishing.withdraw(desk.engine, only.assessment_id, reason=WHY, viewer=LOCAL)
    assert desk.mission_figures(FIRST) == set()


def test_withdrawing_a_draft_changes_no_figure(desk):
    desk.approved(1.0, FIRST)
    draft = desk.recorded(0.0, SECOND)
    withdrawn = publishing.withdraw(desk.engine, draft, reason=WHY, viewer=LOCAL)
    assert withdrawn.changes.empty
    assert desk.mission_figures(SECOND) == {0.0}


def test_figures_rest_only_on_what_their_reader_may_see(desk):
    desk.approved(1.0, FIRST)
    desk.approved(0.0, SECOND, sensitivity=1)
    assert desk.mission_figures(SECOND, clearance=0) == {0.0}
    assert desk.mission_figures(SECOND, clearance=1) == {1.0}
    assert desk.mission_figures(SECOND, clearance=2) == {1.0}


def test_a_reader_who_may_see_nothing_of_a_mission_sees_no_figure(desk):
    desk.approved(1.0, FIRST, sensitivity=2)
    assert desk.mission_figures(FIRST, clearance=1) == set()


def test_an_overruled_fact_still_counts_for_those_who_may_not_see_what_overrules_it(desk):
    open_one = desk.recorded(1.0, FIRST)
    desk.approved(0.0, FIRST, sensitivity=2)
    lifecycle.approved(desk.engine, open_one, FIRST)
    assert desk.mission_figures(FIRST, clearance=2) == {1.0}
    assert desk.mission_figures(FIRST, clearance=0) == {0.0}
    chosen = Filters(missions=("UNISFA",), as_of=FIRST)
    reader = Viewer("reader", None, 0, frozenset({"viewer"}))
    with reading(desk.engine) as connection:
        assert set(gaps.site_gaps(connection, chosen, reader)["site_code"]) == {HQ, TEAM}


def test_only_the_sites_an_assessment_speaks_of_are_written_again(desk):
    first = desk.approved(1.0, FIRST)
    second = desk.approved(0.0, SECOND, kinds={TEAM: "team_site"})
    assert second.site_codes == (TEAM,)
    with reading(desk.engine) as connection:
        newest = select(SiteGap.site_code, func.max(SiteGap.revision_from))
        revisions = dict(connection.execute(newest.group_by(SiteGap.site_code)).all())
    assert revisions == {HQ: first.revision, TEAM: second.revision}
    # Both serve 100, so the mission stands half-way where both are asked.
    assert 0.5 in desk.mission_figures(SECOND)


def test_approving_one_mission_changes_no_other(desk):
    desk.approved(1.0, FIRST)
    before = desk.current()
    desk.approved(0.0, FIRST, mission="UNMIK", kinds={"UNMIK-HQ": "mission_hq"})
    assert desk.mission_figures(FIRST) == {0.0}
    assert desk.mission_figures(FIRST, mission="UNMIK") == {1.0}
    assert desk.current() == before + 4


def test_a_table_of_threats_touches_no_site(desk):
    desk.approved(1.0, FIRST)
    ratings = pd.DataFrame(
        {
            "threat_code": ["extortion"],
            "level_now": [2],
            "level_emerging": [4],
            "rated_on": [SECOND],
            "source": ["test"],
        }
    )
    description = Description("UNISFA", SECOND, SECOND, "test", "threats", kind="threats")
    number = record_assessment(
        desk.engine, description, facts={"threat_ratings": ratings}, account="test"
    ).assessment_id
    found = lifecycle.approved(desk.engine, number, SECOND)
    assert found.site_codes == ()
    chosen = Filters(missions=("UNISFA",), as_of=SECOND)
    with reading(desk.engine) as connection:
        assert threats.mission_threats(connection, chosen, LOCAL)["severity_now"].tolist() == [0.5]
        assert len(sites.site_profiles(connection, chosen, LOCAL)) == 2
    assert desk.mission_figures(SECOND) == {0.0}


def test_what_has_changed_is_told_area_by_area(desk):
    desk.approved(1.0, FIRST)
    changes = desk.approved(0.0, SECOND).changes
    today = changes.query("side == 'unpol' and horizon == 'today'")
    assert len(today) == len(reference.codes("areas"))
    assert set(today["gap_before"]) == {0.0}
    assert set(today["gap_after"]) == {1.0}


@pytest.mark.parametrize(
    ("viewer", "error"),
    [
        (Viewer("reader", None, 2, frozenset({"viewer"})), NotPermitted),
        (Viewer("elsewhere", ("BINUH",), 2, frozenset({"reviewer"})), StoreError),
        (Viewer("uncleared", None, 0, frozenset({"reviewer"})), StoreError),
    ],
)
def test_who_may_not_see_or_approve_an_assessment_changes_nothing(desk, viewer, error):
    number = desk.recorded(1.0, FIRST, sensitivity=1)
    before = desk.current()
    with pytest.raises(error):
        publishing.approve(desk.engine, number, viewer=viewer, published_on=FIRST)
    with pytest.raises(error):
        publishing.withdraw(desk.engine, number, reason=WHY, viewer=viewer)
    assert desk.current() == before
    assert desk.mission_figures(FIRST) == set()


def test_an_approved_assessment_cannot_be_approved_again(desk):
    first = desk.approved(1.0, FIRST)
    with pytest.raises(StoreError, match="is approved"):
        publishing.approve(desk.engine, first.assessment_id, viewer=LOCAL, published_on=SECOND)
    assert desk.current() == first.revision


def test_an_approval_is_one_revision_with_its_audit_entry(desk):
    number = lifecycle.reviewed(desk.engine, desk.recorded(1.0, FIRST))
    before = desk.current()
    found = publishing.approve(desk.engine, number, viewer=LOCAL, published_on=FIRST)
    assert found.revision == desk.current() == before + 1
    with reading(desk.engine) as connection:
        entry = connection.execute(
            select(AuditEntry.act, AuditEntry.account, AuditEntry.subject).where(
                AuditEntry.revision == found.revision
            )
        ).one()
    assert tuple(entry) == ("approve_assessment", "local", "UNISFA 2024")


def test_a_failure_on_the_way_leaves_the_assessment_and_the_figures_as_they_were(desk):
    desk.approved(1.0, FIRST)
    number = lifecycle.reviewed(desk.engine, desk.recorded(0.0, SECOND))
    before = desk.current()
    with desk.engine.begin() as connection:
        connection.execute(text("ALTER TABLE mission_threats RENAME TO taken_away"))
    with pytest.raises(StoreError):
        publishing.approve(desk.engine, number, viewer=LOCAL, published_on=SECOND)
    with desk.engine.begin() as connection:
        connection.execute(text("ALTER TABLE taken_away RENAME TO mission_threats"))
    assert desk.current() == before
    assert desk.mission_figures(SECOND) == {0.0}
    publishing.approve(desk.engine, number, viewer=LOCAL, published_on=SECOND)
    assert desk.mission_figures(SECOND) == {1.0}
