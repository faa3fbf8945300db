"""Has every early-warning rule exactly the thresholds it is computed with?"""

import pandas as pd

NEEDED = {
    "gap_rise": ("rise_points",),
    "threat_rise": ("rise_levels", "relevance_thirds", "gap_points"),
    "link_availability": ("months_running", "longest_pause_months"),
    "equipment_decline": ("drop_points", "held_at_least"),
    "mandate_passed": ("days_after",),
    "stale_evidence": ("stale_pct", "needed_at_least"),
    "mandate_due": ("days_before",),
}


def signal_problems(tables: dict[str, pd.DataFrame]) -> list[str]:
    """Every problem of the rules and thresholds, in words; empty where they are sound."""
    rules, thresholds = tables["signal_rules"], tables["signal_thresholds"]
    return [
        *_rule_problems(rules),
        *_threshold_problems(thresholds),
        *_class_problems(thresholds, tables["gap_classes"]),
        *_measure_problems(rules, tables["measures"]),
    ]


def _rule_problems(rules: pd.DataFrame) -> list[str]:
    known = set(rules["rule_code"])
    absent = [f"signal_rules.csv: the rule {code} is missing." for code in NEEDED.keys() - known]
    return absent + [
        f"signal_rules.csv: {code!r} is no rule that can be computed; known are "
        f"{', '.join(NEEDED)}."
        for code in sorted(known - NEEDED.keys())
    ]


def _threshold_problems(thresholds: pd.DataFrame) -> list[str]:
    problems = []
    for rule_code, needed in NEEDED.items():
        given = thresholds.loc[thresholds["rule_code"] == rule_code, "parameter"].tolist()
        problems += [
            f"signal_thresholds.csv: no row for {rule_code} / {name}."
            for name in needed
            if name not in given
        ]
        problems += [
            f"signal_thresholds.csv: {rule_code} has no use for {name!r}; it needs "
            f"{', '.join(needed)}."
            for name in given
            if name not in needed
        ]
    return problems


def _class_problems(thresholds: pd.DataFrame, classes: pd.DataFrame) -> list[str]:
    """A gap from which a rule holds is one where a class of gaps begins."""
    begins = set(classes["from_gap"].dropna())
    limits = thresholds[thresholds["parameter"] == "gap_points"]
    return [
        f"signal_thresholds.csv: gap_points {row.value:g} of {row.rule_code} is not where a "
        f"gap class begins ({', '.join(f'{gap:g}' for gap in sorted(begins))})."
        for row in limits.itertuples(index=False)
        if row.value not in begins
    ]


def _measure_problems(rules: pd.DataFrame, measures: pd.DataFrame) -> list[str]:
    """A measure of which too little is a warning must be one where more is better."""
    lower = set(measures.loc[measures["lower_is_better"] == "yes", "measure"])
    problems = [
        f"signal_rules.csv: {row.rule_code} watches {row.measure}, of which less is better."
        for row in rules.itertuples(index=False)
        if row.measure in lower
    ]
    watching = rules.loc[rules["measure"].notna(), "rule_code"].tolist()
    if watching != ["link_availability"]:
        problems.append("signal_rules.csv: link_availability, and no other rule, has a measure.")
    return problems
