"""What is said of one mission: in its matrix, beside its chart and in its tables?"""

import pandas as pd

from unpol_data import reference
from unpol_data.figures import formats

# Column heads of the matrix on a phone.
SHORT = {
    "": "Cap.",
    "personnel": "Pers.",
    "facilities": "Fac.",
    "software": "Soft.",
    "equipment": "Equip.",
    "working_methods": "Meth.",
}
SMALLEST_SHARE = 0.005
FACTS = {
    "police_authorised": "Authorised police strength",
    "police_deployed": "Police deployed",
    "mandate_expires_on": "Mandate ends",
    "mandate_text": "Mandate, in short",
}
INDICATORS = {
    "electricity_access_pct": "People with electricity",
    "internet_users_pct": "People using the internet",
}
SITE_HEADINGS = {"name": "Site", "gap": "Gap", "held_back_by": "Held back by"}
THREAT_HEADINGS = {"threat_name": "Crime threat", "now": "Today", "emerging": "Emerging"}
SHORT_HEADINGS = {"name": "Item", "short": "Short", "cost": "Cost to close"}
FACT_HEADINGS = {"fact": "Fact", "known": "What is known, and by whom"}
GRADE_HEADINGS = {"grade_name": "Evidence", "answers": "Answers", "share": "Share"}


def matrix(cells: pd.DataFrame) -> pd.DataFrame:
    """The cells with the column heads a phone has room for."""
    return cells.assign(column_short=cells["dimension_code"].map(SHORT))


def matrix_rows(cells: pd.DataFrame) -> pd.DataFrame:
    """The table twin of the matrix, as text: one row per area, one column per column."""
    said = [
        _cell(points, gap_class)
        for points, gap_class in zip(cells["gap_points"], cells["gap_class"], strict=True)
    ]
    heads, rows = cells["column_name"].unique(), cells["row_name"].unique()
    wide = cells.assign(said=said).pivot(index="row_name", columns="column_name", values="said")
    limits = cells[cells["limiting"]].set_index("row_name")["column_name"]
    wide = wide.reindex(index=rows, columns=heads)
    wide["Limiting dimension"] = pd.Series(rows, index=rows).map(limits)
    return wide.rename_axis(index="area").reset_index()


def _cell(points: float | None, gap_class: str) -> str:
    if gap_class == "not_applicable":
        return formats.NOT_APPLICABLE
    return formats.NOT_ENOUGH_EVIDENCE if pd.isna(points) else formats.number(points)


def site_rows(worst_sites: pd.DataFrame) -> pd.DataFrame:
    """One row per site, as text: held_back_by is its worst area and what limits that."""
    return pd.DataFrame(
        {
            "name": worst_sites["name"],
            "gap_class": worst_sites["gap_class"],
            "gap_points": worst_sites["gap_points"],
            "held_back_by": [
                f"{row.dimension_name}, most in {row.area_name}"
                for row in worst_sites.itertuples(index=False)
            ],
            "served": worst_sites["served"].map(formats.number),
        }
    )


def threat_rows(threats: pd.DataFrame) -> pd.DataFrame:
    """One row per crime threat, as text: its rating now and emerging, "3 of 4"."""
    return threats.assign(
        now=[formats.of_needed(row.level_now, row.top_level, "").strip() for row in _rows(threats)],
        emerging=[
            formats.of_needed(row.level_emerging, row.top_level, "").strip()
            for row in _rows(threats)
        ],
    )


def short_rows(short: pd.DataFrame) -> pd.DataFrame:
    """One row per item short, as text: "26 of 36, 16 never held, 10 unserviceable", the cost."""
    return pd.DataFrame(
        {
            "name": short["name"],
            "short": [_short(row) for row in _rows(short)],
            "cost": short["cost_to_close_usd"].map(formats.money),
        }
    )


def _short(row: tuple) -> str:
    parts = [f"{row.short:,.0f} of {row.required:,.0f}"]
    if row.never_held:
        parts.append(f"{row.never_held:,.0f} never held")
    if row.unserviceable:
        parts.append(f"{row.unserviceable:,.0f} unserviceable")
    return ", ".join(parts)


def fact_rows(facts: pd.DataFrame, context: pd.DataFrame) -> pd.DataFrame:
    """One row per public fact of the mission and of its host State, as text.

    Columns fact, value, and origin: as known on which day or of which year, by whom, and
    whether it is not verified.
    """
    rows = [(FACTS[row.fact], _fact(row), _origin(row)) for row in _rows(facts)]
    rows += [
        (INDICATORS[row.indicator], _indicator(row), f"Host State. {row.source}.")
        for row in _rows(context)
    ]
    return pd.DataFrame(rows, columns=["fact", "value", "origin"])


def _fact(row: tuple) -> str:
    if pd.isna(row.value):
        return "not found"
    if row.fact == "mandate_expires_on":
        ends = formats.day(pd.Timestamp(row.value))
        return f"{ends}, has passed: verify" if row.has_passed else ends
    return row.value if row.fact == "mandate_text" else formats.number(float(row.value))


def _origin(row: tuple) -> str:
    verified = "" if row.is_verified or pd.isna(row.value) else "Not verified. "
    return f"{verified}As known on {formats.day(row.dated_on)}. {row.source}."


def _indicator(row: tuple) -> str:
    newest = f"{formats.quantity(row.value, '%')} in {row.year:.0f}"
    if row.first_year == row.year:
        return newest
    return f"{newest}; {formats.quantity(row.first_value, '%')} in {row.first_year:.0f}"


def grade_rows(grades: pd.DataFrame) -> pd.DataFrame:
    """One row per evidence grade, as text."""
    return pd.DataFrame(
        {
            "grade_name": grades["grade_name"],
            "answers": grades["answer_count"].map(formats.number),
            "share": grades["share"].map(_share),
        }
    )


def _share(share: float) -> str:
    """A share that is there but prints as nothing says so."""
    return "under 1 %" if 0 < share < SMALLEST_SHARE else formats.percent(share)


def latest_round(latest: dict, *, answer_count: int, median_age_months: float | None) -> str:
    """The latest round in one line: label, days, kind of visit, answers and their age."""
    visit = latest["modality"]
    kind = "" if pd.isna(visit) else f", {reference.name('modality', visit).lower()}"
    days = f"{formats.day(latest['assessed_from'])} to {formats.day(latest['assessed_to'])}"
    label = "" if pd.isna(latest["round_label"]) else f" {latest['round_label']}"
    age = ""
    if median_age_months is not None:
        months = formats.count(formats.round_half_up(median_age_months), "month", "months")
        age = f", median age {months}"
    counted = formats.count(answer_count, "answer", "answers")
    return f"Latest round{label}: {days}{kind}. In force, of all rounds: {counted}{age}."


def stale(stale_count: int, answer_count: int) -> str:
    """How many answers are stale, and what that means."""
    limit = formats.short(reference.parameter("stale_after_half_lives"))
    return (
        f"{stale_count:,} of {formats.count(answer_count, 'answer', 'answers')}: older than "
        f"{limit} half-lives of the dimension."
    )


def _rows(frame: pd.DataFrame) -> list[tuple]:
    return list(frame.itertuples(index=False))
