"""Do the sentences about signals read as an adviser would write them?"""

from types import SimpleNamespace

import pandas as pd
import pytest

from unpol_data import reference
from unpol_data.figures import signal_words as said

UNKNOWN = dict.fromkeys(
    (
        *("site_name", "area_name", "area_code", "threat_name", "value", "value_before"),
        *("limit_value", "gap_points", "counted", "run_values", "basis_on", "compared_on"),
        *("resolved_on", "resolved_value", "resolved_before", "resolved_run_values"),
        *("resolved_gap_points", "reason", "state_by", "state_on"),
    )
)
MARCH, OCTOBER = pd.Timestamp("2026-03-27"), pd.Timestamp("2024-10-01")
CYBER = {"area_name": "Cybercrime investigation", "area_code": "cyber"}


def signal(rule_code: str, **more) -> SimpleNamespace:
    rules = reference.table("signal_rules").set_index("rule_code").loc[rule_code]
    row = UNKNOWN | {"rule_code": rule_code, "rule_name": rules["name"], "unit": rules["unit"]}
    return SimpleNamespace(**row | {"state": "new", "is_replaced": False} | more)


GAP = signal("gap_rise", **CYBER, value=55.0, value_before=41.0, compared_on=OCTOBER)
THREAT = signal(
    "threat_rise",
    **CYBER,
    threat_name="Extortion",
    value=3.0,
    value_before=2.0,
    compared_on=OCTOBER,
    gap_points=75.0,
    counted=3.0,
)
LINK = signal(
    "link_availability",
    site_name="Abyei",
    area_name="Communications",
    value=74.0,
    limit_value=95.0,
    counted=3.0,
    run_values="78.0 81.0 74.0",
    basis_on=OCTOBER,
)
EQUIPMENT = signal(
    "equipment_decline", **CYBER, value=39.0, value_before=63.0, counted=18.0, compared_on=OCTOBER
)
STALE = signal("stale_evidence", **CYBER, value=47.0, counted=34.0)
PASSED = signal("mandate_passed", basis_on=MARCH)


@pytest.mark.parametrize(
    ("row", "title", "evidence"),
    [
        (
            GAP,
            "Gap up: Cybercrime investigation",
            "Gap 55 of 100, ▲ 14 points from 41 in the round of Oct 2024.",
        ),
        (
            THREAT,
            "Crime threat up where the gap is large: Extortion",
            "Rated 3 of 4, 2 before (Oct 2024). Decisive against it: Cybercrime investigation, "
            "with a gap of 75; 2 more areas also.",
        ),
        (
            LINK,
            "Link down too often: Abyei",
            "Available 78, 81 and 74 % in the last 3 measured months where 95 % is required; "
            "under it for 3 months running, since Oct 2024.",
        ),
        (
            EQUIPMENT,
            "Less of the equipment works: Cybercrime investigation",
            "39 % of 18 units held are serviceable, ▼ 24 points from 63 % at the count before "
            "(Oct 2024).",
        ),
        (
            STALE,
            "Evidence is stale: Cybercrime investigation",
            "47 % of 34 answers needed were older than 2 half-lives when this was raised.",
        ),
        (
            PASSED,
            "Mandate date passed",
            "The mandate was last known to run to 27 Mar 2026: verify it.",
        ),
        (
            signal("mandate_due", basis_on=MARCH),
            "Mandate date near",
            "The mandate is known to run to 27 Mar 2026.",
        ),
    ],
)
def test_what_happened_and_what_says_so(row, title, evidence):
    assert said.title(row) == title
    assert said.evidence(row) == evidence


def test_every_rule_has_its_sentence():
    assert set(said.EVIDENCE) == set(reference.codes("signal_rules"))


def resolved(row: SimpleNamespace, **more) -> SimpleNamespace:
    return SimpleNamespace(**vars(row) | {"state": "resolved", "resolved_on": MARCH} | more)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        (
            resolved(GAP, resolved_value=48.0, resolved_before=55.0),
            "Resolved on 27 Mar 2026: gap 48, 55 before.",
        ),
        (
            resolved(LINK, resolved_value=98.0, resolved_run_values="96.0 97.0 98.0"),
            "Resolved on 27 Mar 2026: available 96, 97 and 98 %.",
        ),
        (
            resolved(THREAT, resolved_value=3, resolved_before=2, resolved_gap_points=40.0),
            "Resolved on 27 Mar 2026: rated 3, 2 before, largest decisive gap 40.",
        ),
        (
            resolved(GAP, resolved_value=70.0, resolved_before=55.0, is_replaced=True),
            "Resolved on 27 Mar 2026: raised anew on newer figures: gap 70, 55 before.",
        ),
        (resolved(STALE, resolved_value=0.0), "Resolved on 27 Mar 2026: 0 %."),
        (resolved(EQUIPMENT), "Resolved on 27 Mar 2026: nothing is known of it any more."),
        (resolved(PASSED), "Resolved on 27 Mar 2026: a later date."),
    ],
)
def test_a_resolved_signal_says_what_resolved_it(row, words):
    assert said.resolution(row) == words


def test_who_dismissed_a_signal_and_why_is_said():
    row = SimpleNamespace(
        **vars(GAP)
        | {"state": "dismissed", "state_by": "ada", "state_on": MARCH, "reason": "Moved"}
    )
    assert said.said_so(row) == "Dismissed by ada, 27 Mar 2026: Moved"
    assert said.said_so(GAP) == ""


def test_the_rules_are_told_with_every_threshold():
    found = said.rules(reference.table("signal_rules"), reference.table("signal_thresholds"))
    assert len(found) == len(reference.table("signal_rules"))
    told = {name: meaning for name, meaning, _ in found}
    assert "10 points: " in told["Gap up"]
    assert all(len(source) > 10 for _, _, source in found)


def test_since_when_and_what_became_of_it_stand_in_one_line():
    raised = vars(GAP) | {"raised_on": MARCH}
    assert said.since(SimpleNamespace(**raised)) == "Raised 27 Mar 2026"
    told = {"state": "dismissed", "state_by": "ada", "state_on": MARCH, "reason": "Moved"}
    dismissed = said.since(SimpleNamespace(**raised | told))
    assert dismissed == "Raised 27 Mar 2026 · Dismissed by ada, 27 Mar 2026: Moved"
    replaced = {"state": "resolved", "resolved_on": MARCH, "is_replaced": True}
    resolved = said.since(SimpleNamespace(**raised | replaced))
    assert resolved == "Raised 27 Mar 2026 · Resolved on 27 Mar 2026: raised anew on newer figures."
