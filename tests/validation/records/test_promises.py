"""Each rule that a record has to keep is broken by a test."""

from datetime import date

import pytest

from unpol_data.kept_figures import KeptFigures

EARLY, LATE = date(2020, 1, 1), date(2030, 1, 1)
SECRET = KeptFigures((), ("UNMISS",), clearance=2).to_text()
BEYOND = KeptFigures((), ("UNMISS",), clearance=99).to_text()


@pytest.mark.parametrize(
    ("kind", "changed", "rule"),
    [
        ("visits", {"planned_to": EARLY}, "period_in_order"),
        ("visits", {"made_to": EARLY}, "period_in_order"),
        ("visits", {"modality_reason": None}, "needs_modality_reason"),
        ("visits", {"made_to": None}, "needs_made_to"),
        ("visits", {"made_from": None}, "needs_made_from"),
        ("visits", {"made_to": LATE}, "in_the_future"),
        ("visits", {"assessors_brindisi": -1}, "possible_figure"),
        ("budget_lines", {"spent_usd": -1}, "possible_figure"),
        ("options", {"tech_pct": 101}, "possible_figure"),
        ("options", {"side": "host_state"}, "needs_hrddp_status"),
        ("option_gains", {"attainment_gain_pct": 101}, "possible_figure"),
        ("decisions", {"due_on": EARLY}, "period_in_order"),
        ("decisions", {"decided_on": LATE, "due_on": None}, "in_the_future"),
        ("decisions", {"figures": "{rank"}, "figures_as_json"),
        ("decisions", {"figures": "[" * 30_000}, "figures_as_json"),
        ("decisions", {"figures": BEYOND}, "figures_as_json"),
        ("decisions", {"store_revision": 0}, "possible_revision"),
        ("decisions", {"store_revision": 2**31}, "possible_revision"),
        ("decisions", {"store_revision": 10**9}, "revision_of_another_store"),
        ("decisions", {"state": "done"}, "needs_outcome"),
        ("decisions", {"figures": SECRET}, "as_sensitive_as_its_figures"),
        ("expertise_requests", {"holder": None}, "needs_holder"),
    ],
)
def test_a_broken_promise_is_told(rules, kind, changed, rule):
    assert rules(**{kind: [changed]}) == [rule]


def test_what_is_only_desired_is_a_warning(found):
    told = [one for one in found() if one.rule == "needs_passage"]
    assert [(one.severity, one.sheet) for one in told] == [("warning", "considerations")]


def test_a_visit_in_person_needs_no_reason(rules):
    assert rules(visits=[{"modality": "in_person", "modality_reason": None}]) == []
