"""What is said of a signal: what happened, on what evidence, and what resolved it?"""

from collections.abc import Callable

import pandas as pd

from unpol_data import reference
from unpol_data.figures import formats

COUNT_HEADINGS = {"name": "", "new": "New", "seen": "Seen", "newest": "Newest"}
SHARPEST_HEADINGS = {"mission_code": "Mission", "what": "Signal", "raised": "Raised"}


def title(signal: tuple) -> str:
    """What happened, to whom: "Gap up: Records and case management"."""
    if signal.rule_code == "threat_rise":
        return f"{signal.rule_name}: {signal.threat_name}"
    about = signal.site_name if not pd.isna(signal.site_name) else signal.area_name
    return signal.rule_name if pd.isna(about) else f"{signal.rule_name}: {about}"


def evidence(signal: tuple) -> str:
    """The figures that raised the signal, in one or two sentences."""
    return EVIDENCE[signal.rule_code](signal)


def _gap_rise(signal: tuple) -> str:
    before = f" in the round of {formats.month(signal.compared_on)}"
    rise = formats.change_in_points(signal.value - signal.value_before)
    return (
        f"Gap {formats.number(signal.value)} of 100, {rise} from "
        f"{formats.number(signal.value_before)}{before}."
    )


def _threat_rise(signal: tuple) -> str:
    top = formats.short(reference.parameter("threat_level_top"))
    more = int(signal.counted) - 1
    also = f"; {formats.count(more, 'more area', 'more areas')} also" if more else ""
    before = formats.short(signal.value_before)
    return (
        f"Rated {formats.short(signal.value)} of {top}, {before} before "
        f"({formats.month(signal.compared_on)}). Decisive against it: {signal.area_name}, with a "
        f"gap of {formats.number(signal.gap_points)}{also}."
    )


def _link_availability(signal: tuple) -> str:
    months = signal.run_values.split()
    values = formats.listed([formats.short(float(value)) for value in months])
    return (
        f"Available {values} % in the last {len(months)} measured months where "
        f"{formats.quantity(signal.limit_value, '%')} is required; under it for "
        f"{formats.count(int(signal.counted), 'month', 'months')} running, since "
        f"{formats.month(signal.basis_on)}."
    )


def _equipment_decline(signal: tuple) -> str:
    fall = formats.change_in_points(signal.value - signal.value_before)
    units = formats.count(int(signal.counted), "unit", "units")
    return (
        f"{formats.number(signal.value)} % of {units} held are serviceable, {fall} from "
        f"{formats.number(signal.value_before)} % at the count "
        f"before ({formats.month(signal.compared_on)})."
    )


def _stale_evidence(signal: tuple) -> str:
    times = formats.short(reference.parameter("stale_after_half_lives"))
    return (
        f"{formats.number(signal.value)} % of {formats.number(signal.counted)} answers needed "
        f"were older than {times} half-lives when this was raised."
    )


def _mandate_passed(signal: tuple) -> str:
    return f"The mandate was last known to run to {formats.day(signal.basis_on)}: verify it."


def _mandate_due(signal: tuple) -> str:
    return f"The mandate is known to run to {formats.day(signal.basis_on)}."


EVIDENCE: dict[str, Callable[[tuple], str]] = {
    "gap_rise": _gap_rise,
    "threat_rise": _threat_rise,
    "link_availability": _link_availability,
    "equipment_decline": _equipment_decline,
    "stale_evidence": _stale_evidence,
    "mandate_passed": _mandate_passed,
    "mandate_due": _mandate_due,
}


def resolution(signal: tuple) -> str:
    """What resolved the signal: the day, and the figures of that day where they are known."""
    day = f"Resolved on {formats.day(signal.resolved_on)}"
    if signal.is_replaced:
        return f"{day}: raised anew on newer figures{_figures_then(signal)}."
    if signal.rule_code.startswith("mandate"):
        ended = {"mandate_due": "the date passed or was extended", "mandate_passed": "a later date"}
        return f"{day}: {ended[signal.rule_code]}."
    figures = _figures_then(signal)
    return f"{day}{figures or ': nothing is known of it any more'}."


def _figures_then(signal: tuple) -> str:
    """ ": gap 48, 55 before", ": 96, 97 and 98 %"; empty where nothing is known."""
    if not pd.isna(signal.resolved_run_values):
        values = [formats.short(float(value)) for value in signal.resolved_run_values.split()]
        return f": available {formats.listed(values)} %"
    if pd.isna(signal.resolved_value):
        return ""
    unit = {"points": "", "%": " %", "level": ""}[signal.unit]
    what = {"gap_rise": "gap ", "threat_rise": "rated "}.get(signal.rule_code, "")
    now = f": {what}{formats.short(signal.resolved_value)}{unit}"
    if not pd.isna(signal.resolved_before):
        now += f", {formats.short(signal.resolved_before)}{unit} before"
    if not pd.isna(signal.resolved_gap_points):
        now += f", largest decisive gap {formats.number(signal.resolved_gap_points)}"
    return now


def said_so(signal: tuple) -> str:
    """Who said what of the signal, and when: "Seen by local, 1 Apr 2026"; empty for nobody."""
    if pd.isna(signal.state_by) or signal.state not in ("seen", "dismissed"):
        return ""
    words = f"{signal.state.capitalize()} by {signal.state_by}, {formats.day(signal.state_on)}"
    return words if pd.isna(signal.reason) else f"{words}: {signal.reason}"


def since(signal: tuple) -> str:
    """From when to when, and who said what: "Raised 27 Mar 2026 · Seen by local, 1 Apr 2026"."""
    raised = f"Raised {formats.day(signal.raised_on)}"
    if signal.state == "resolved":
        return f"{raised} · {resolution(signal)}"
    return " · ".join(part for part in (raised, said_so(signal)) if part)


def sharpest(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per signal, as text under SHARPEST_HEADINGS."""
    return pd.DataFrame(
        {
            "mission_code": rows["mission_code"],
            "what": [_short(row) for row in rows.itertuples(index=False)],
            "raised": rows["raised_on"].map(formats.day),
        }
    )


def _short(signal: tuple) -> str:
    """One line: what happened and by how much."""
    if signal.rule_code == "gap_rise":
        points = formats.number(signal.value - signal.value_before)
        area = reference.short_name("area", signal.area_code)
        return f"Gap up {points} points to {formats.number(signal.value)}: {area}"
    if signal.rule_code == "threat_rise":
        return f"Threat up, gap {formats.number(signal.gap_points)}: {signal.threat_name}"
    return title(signal)


def counts(rows: pd.DataFrame, names: dict[str, str]) -> pd.DataFrame:
    """The counts of a view's signals as text under COUNT_HEADINGS; codes become names."""
    codes = rows.iloc[:, 0]
    return pd.DataFrame(
        {
            "name": [names.get(code, code) for code in codes],
            "new": rows["new"].astype("int64"),
            "seen": rows["seen"].astype("int64"),
            "newest": rows["newest_on"].map(formats.day),
        }
    )


def rules(found: pd.DataFrame, thresholds: pd.DataFrame) -> list[tuple[str, str, str]]:
    """Of each rule, most urgent first: its name, what it means and from when on, its source."""
    said = []
    for rule in found.itertuples(index=False):
        limits = thresholds[thresholds["rule_code"] == rule.rule_code].itertuples(index=False)
        numbers = [f"{row.value:g} {row.unit}: {row.meaning.rstrip('.')}." for row in limits]
        said.append((rule.name, " ".join([rule.meaning, *numbers]), rule.source))
    return said


def table(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows with what and evidence as text after their codes, for a file."""
    listed = list(rows.itertuples(index=False))
    said = {"what": [title(row) for row in listed], "evidence": [evidence(row) for row in listed]}
    resolved = [resolution(row) if row.state == "resolved" else "" for row in listed]
    return rows.assign(**said, resolution=resolved)
