"""Which assessment do the submissions make together, and at which sites?"""

from collections import Counter

import pandas as pd

from unpol_data import reference
from unpol_data.ingest.submissions.shape import Record, Submission, warning
from unpol_data.ingest.submissions.sheet import Sheet
from unpol_data.ingest.submissions.visits import day
from unpol_data.validation.modality import PARTLY_EACH
from unpol_data.validation.problems import Problem

FACTS = ("unpol_served", "users", "host_officers_served")
OF_SITE = {
    "name": "site_name",
    "site_kind": "site_kind",
    "latitude": "latitude",
    "longitude": "longitude",
    **{fact: fact for fact in FACTS},
}
# Without these a site cannot be described; where they are given, it is described anew.
NEEDED = ("site_name", "unpol_served", "users")


def assessment(
    submissions: list[Submission], sheet: Sheet, *, mission_code: str | None, source: str
) -> list[Problem]:
    """Add the one row of the assessment: all submissions of a file are one.

    The period is that of the visits, the sensitivity the highest, the modality the one
    they share, else hybrid, the round the one most of them name.
    """
    by_day = sorted(submissions, key=day)
    first = next((one for one in by_day if day(one)), by_day[0]).main
    last = by_day[-1].main
    highest = max(submissions, key=_level).main
    labels = Counter(one.main.text("round_label") for one in submissions)
    labels.pop("", None)
    round_label = max(labels, key=lambda one: labels[one]) if labels else None
    modalities = {one.main.text("modality") for one in submissions} - {""}
    values = {
        "mission_code": mission_code or submissions[0].main.value("mission_code"),
        "round_label": round_label,
        "assessed_from": first.value("assessed_on"),
        "assessed_to": last.value("assessed_on"),
        "modality": modalities.pop() if len(modalities) == 1 else modalities and PARTLY_EACH,
        "sensitivity": highest.value("sensitivity"),
        "source": source,
    }
    values["modality"] = values["modality"] or None
    named = {name: highest.heading(name) for name in ("mission_code", "round_label", "modality")}
    headings = named | {
        "assessed_from": first.heading("assessed_on"),
        "assessed_to": last.heading("assessed_on"),
        "sensitivity": highest.heading("sensitivity"),
    }
    sheet.add(highest, values, headings)
    return _round_problems(submissions, labels, round_label)


def _level(submission: Submission) -> int:
    """How sensitive it is; what cannot be read counts as the highest, so that it is told."""
    levels = reference.table("sensitivities").set_index("sensitivity")["level"]
    word = submission.main.text("sensitivity")
    return int(levels.get(word, levels.max() + 1 if word else -1))


def _round_problems(
    submissions: list[Submission], labels: Counter[str], taken: str | None
) -> list[Problem]:
    if len(labels) < 2:
        return []
    told = ", ".join(f"{label} ({count})" for label, count in labels.most_common(6))
    other = next(one.main for one in submissions if one.main.text("round_label") != taken)
    return [
        warning(
            other,
            f"the submissions name {len(labels)} rounds: {told}; all are taken in as {taken}",
            rule="several_rounds",
            column=other.heading("round_label"),
            found=other.text("round_label"),
            expected=taken or "",
        )
    ]


def sites(submissions: list[Submission], sheet: Sheet, known: pd.DataFrame) -> list[Problem]:
    """Add a row for each site that is new, or whose facts are all given; the rest stay as held."""
    kinds = dict(zip(known["site_code"], known["site_kind"], strict=True))
    by_site: dict[str, list[Submission]] = {}
    for one in submissions:
        by_site.setdefault(one.main.text("site_code").upper(), []).append(one)
    problems = []
    for code, of_site in by_site.items():
        if not code:
            continue
        problems += _kind_problems(of_site, kinds.get(code))
        given = {name: _last(of_site, name) for name in ("site_code", *OF_SITE.values())}
        complete = all(given[name] is not None for name in NEEDED)
        if code in kinds and not complete:
            problems += _partly_described(of_site[-1].main, given)
            continue
        place = of_site[-1].main
        values = {column: _value(given[name], name) for column, name in OF_SITE.items()}
        headings = {column: _heading(given[name], name) for column, name in OF_SITE.items()}
        headings["site_code"] = place.heading("site_code")
        sheet.add(place, {"site_code": place.value("site_code"), **values}, headings)
    return problems


def _last(of_site: list[Submission], name: str) -> Record | None:
    """The last submission that says anything of this."""
    return next((one.main for one in reversed(of_site) if name in one.main.cells), None)


def _value(record: Record | None, name: str) -> object:
    return None if record is None else record.value(name)


def _heading(record: Record | None, name: str) -> str:
    return name if record is None else record.heading(name)


def _kind_problems(of_site: list[Submission], held: str | None) -> list[Problem]:
    named = {one.main.text("site_kind"): one.main for one in of_site if one.main.text("site_kind")}
    expected = held if held is not None else next(iter(named), None)
    return [
        warning(
            record,
            f"{record.text('site_code')} is called a {kind} here, but "
            f"{'is held as' if held is not None else 'elsewhere in the file'} a {expected}; "
            "questions of another kind of site count for nothing",
            rule="other_site_kind",
            column=record.heading("site_kind"),
            found=kind,
            expected=expected or "",
        )
        for kind, record in named.items()
        if kind != expected
    ]


def _partly_described(place: Record, given: dict[str, Record | None]) -> list[Problem]:
    told = [name for name in ("site_name", *FACTS) if given[name] is not None]
    if not told:
        return []
    return [
        warning(
            place,
            f"{place.text('site_code')} is held already and described only in part here "
            f"({', '.join(told)}), so its facts stay as they are; give all of "
            f"{', '.join(NEEDED)} to change them",
            rule="partly_described",
            column=place.heading("site_code"),
            found=place.text("site_code"),
            expected=", ".join(NEEDED),
        )
    ]
