"""How are coverage, evidence, age and sources told to a reader?"""

import pandas as pd

from unpol_data import reference
from unpol_data.figures import assessment_words, formats

UNKNOWN = "No answer"
AGES = {
    "recent": "Within one half-life",
    "ageing": "Within two half-lives",
    "stale": "Stale: older",
}
ASSESS_FIRST = {
    "mission": "Mission",
    "affected": "UNPOL affected",
    "why": "Why, and what is missing",
}
HOST_AFFECTED = {**ASSESS_FIRST, "affected": "Officers affected"}
STALE = {
    "mission": "Mission",
    "area": "Area",
    "stale": "Stale answers",
    "oldest": "Oldest answer",
}
ASSESSMENTS = {
    "mission": "Mission",
    "name": "Assessment",
    "period": "Assessed",
    "modality": "How",
    "published": "Counts from",
    "source": "Source",
}
REFERENCE = {
    "subject": "Reference table",
    "version": "Version",
    "rows": "Rows",
    "sources": "Sources",
}
EVIDENCE = {
    "mission": "Mission",
    "needed": "Answers needed",
    "grades": "How it is known",
    "ages": "Age of what is answered",
}
# Names listed one by one; the rest are counted.
MOST_NAMED = 3


def grades() -> tuple[str, ...]:
    """The names of the evidence grades, strongest first."""
    known = reference.table("evidence_grades").sort_values("weight", ascending=False)
    return tuple(known["name"])


def by_grade(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per mission and grade, as the bars of parts take them."""
    named = [
        UNKNOWN if pd.isna(grade) else reference.name("evidence_grade", grade)
        for grade in rows["evidence_grade"]
    ]
    return _bars(rows, named)


def by_age(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per mission and age, as the bars of parts take them."""
    return _bars(rows, [AGES[age] for age in rows["age"]])


def coverage(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per area and mission, as the table of coverage takes them."""
    return pd.DataFrame(
        {
            "row_name": [reference.short_name("area", code) for code in rows["area_code"]],
            "column_name": rows["mission_code"],
            "share": rows["coverage_share"],
            "enough": rows["enough"],
        }
    )


def coverage_table(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per area, one column per mission: the percentage, marked where not enough."""
    told = coverage(rows)
    told["cell"] = [
        "–" if pd.isna(row.share) else formats.percent(row.share) + ("" if row.enough else " *")
        for row in told.itertuples(index=False)
    ]
    wide = told.pivot(index="row_name", columns="column_name", values="cell")
    wide = wide.reindex(index=told["row_name"].unique(), columns=told["column_name"].unique())
    return wide.reset_index().rename_axis(columns=None).rename(columns={"row_name": "area"})


def coverage_headings(rows: pd.DataFrame) -> dict[str, str]:
    """Headings of the columns of coverage_table: the missions are called by their code."""
    return {name: "Area" if name == "area" else name for name in rows}


def evidence_table(grades: pd.DataFrame, ages: pd.DataFrame) -> pd.DataFrame:
    """One row per mission as text, under the headings EVIDENCE."""
    known, old = by_grade(grades), by_age(ages)
    return pd.DataFrame(
        [
            {
                "mission": mission,
                "needed": int(own["amount"].sum()),
                "grades": _in_percent(own),
                "ages": _in_percent(old[old["name"] == mission]) or "nothing answered",
            }
            for mission, own in known.groupby("name", sort=False)
        ],
        columns=list(EVIDENCE),
    )


def assess_first(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per mission as text, under the headings ASSESS_FIRST."""
    return pd.DataFrame(
        [
            {
                "mission": row.mission_code,
                "affected": formats.number(row.served),
                "why": f"{_areas(row)}. {_missing(row)}",
            }
            for row in rows.itertuples(index=False)
        ],
        columns=list(ASSESS_FIRST),
    )


def stale(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per mission and area with stale answers as text, under the headings STALE."""
    return pd.DataFrame(
        [
            {
                "mission": row.mission_code,
                "area": reference.short_name("area", row.area_code),
                "stale": f"{row.stale_count:,} of {row.answer_count:,}",
                "oldest": formats.day(row.oldest_on),
            }
            for row in rows.itertuples(index=False)
        ],
        columns=list(STALE),
    )


def assessments(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per approved assessment as text, under the headings ASSESSMENTS."""
    return pd.DataFrame(
        [
            {
                "mission": row.mission_code,
                "name": assessment_words.label(row),
                "period": assessment_words.period(row),
                "modality": assessment_words.modality(row),
                "published": formats.day(row.published_on),
                "source": assessment_words.source(row),
            }
            for row in rows.itertuples(index=False)
        ],
        columns=list(ASSESSMENTS),
    )


def reference_tables(rows: pd.DataFrame) -> pd.DataFrame:
    """One row per reference table as text, under the headings REFERENCE."""
    return rows.assign(
        version=rows["version"].replace("", "dated by row"),
        sources=[_listed(found) for found in rows["sources"]],
    )


def _bars(rows: pd.DataFrame, named: list[str]) -> pd.DataFrame:
    return pd.DataFrame(
        {
            "name": rows["mission_code"],
            "part": named,
            "amount": rows["answer_count"],
            "share": rows["share"],
        }
    )


def _in_percent(bars: pd.DataFrame) -> str:
    """ "Measured 12 %, document seen 30 %": the parts of one bar, largest first."""
    rows = bars.sort_values("share", ascending=False, kind="stable").itertuples(index=False)
    return ", ".join(f"{row.part} {formats.percent(row.share)}" for row in rows)


def _areas(row: tuple) -> str:
    """ "No figure in 1 of 13 areas (Digital forensics), for want of answers at 2 sites"."""
    where = "any area"
    if len(row.areas) < row.area_count:
        named = _listed([reference.short_name("area", code) for code in row.areas])
        where = f"{len(row.areas)} of {row.area_count} areas ({named})"
    if not row.site_count:
        return f"No figure in {where}"
    sites = formats.count(row.site_count, "site", "sites")
    return f"No figure in {where}, for want of answers at {sites}"


def _missing(row: tuple) -> str:
    """ "84 of 240 answers missing, most on Software (31) and Equipment (28)"."""
    unknown = row.needed_count - row.answered_count
    if not row.needed_count:
        return "Nothing has been asked there yet"
    if not unknown:
        return "All its answers are there, but not from enough of its sites"
    named = [
        f"{reference.name('dimension', code)} ({count})" for code, count in row.missing[:MOST_NAMED]
    ]
    count = f"{unknown:,} of {row.needed_count:,} answers missing"
    return f"{count}, most on {formats.listed(named)}"


def _listed(names: tuple[str, ...] | list[str]) -> str:
    """The first few names, and how many there are besides."""
    others = len(names) - MOST_NAMED
    if others <= 1:
        return "; ".join(names) if any("," in name for name in names) else ", ".join(names)
    first = names[:MOST_NAMED]
    return f"{('; ' if any(',' in name for name in first) else ', ').join(first)} and {others} more"
