"""How long does a file of 100,000 answers take to check and to keep, and in how much memory?

Printed by `make bench`, or `python -m tests.benchmarks.importing`: seconds and the most
memory, over all processes the work takes, of each step, as a workbook, a CSV table and submissions
of KoboToolbox, on SQLite and on PostgreSQL. Exit 1 where one takes more than it may.
"""

import csv
import io
import json
import math
import os
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

import openpyxl

from tests import postgres
from unpol_data import reference
from unpol_data.access import LOCAL
from unpol_data.ingest.report import Report
from unpol_data.settings import Settings, settings
from unpol_data.validation import headings
from unpol_data.work import files

ANSWERS = 100_000
ON, TODAY = date(2026, 3, 5), date(2026, 4, 1)
MISSION, KIND = "UNMISS", "team_site"
GOOD = {"level": 3, "yes_partly_no": "yes", "count": 12}
SAMPLED_SECONDS = 0.02
MOST_SECONDS, MOST_MB = 60.0, 500.0


@dataclass
class Cost:
    """Seconds and most memory, by step, in the order they were done."""

    seconds: dict[str, float] = field(default_factory=dict)
    most_mb: dict[str, float] = field(default_factory=dict)

    @property
    def bearable(self) -> bool:
        """Whether all steps together stay within what one import may take."""
        return sum(self.seconds.values()) < MOST_SECONDS and max(self.most_mb.values()) < MOST_MB


def sites(number: int) -> list[dict]:
    """So many sites of the mission."""
    return [
        {
            "site_code": f"{MISSION}-S{n:05}",
            "name": f"Site {n}",
            "site_kind": KIND,
            "unpol_served": 20,
            "users": 30,
        }
        for n in range(number)
    ]


def answers(number: int, *, level: int = 3) -> Iterator[dict]:
    """So many answers, all questions of one site after the other."""
    items = reference.table("framework").query("side != 'host_state'")
    asked = [item for item in items.itertuples() if item.item_code in _asked()]
    good = GOOD | {"level": level}
    for n in range(number):
        site, item = divmod(n, len(asked))
        value = good.get(asked[item].answer_type, asked[item].value_at_full)
        yield {
            "site_code": f"{MISSION}-S{site:05}",
            "item_code": asked[item].item_code,
            "side": "unpol",
            "state": "answered",
            "value": value,
            "needed": 12 if asked[item].answer_type == "count" else None,
            "evidence_grade": "inspected",
            "answered_on": ON,
            "respondent_role": "Team site commander",
            "cause": "training",
            "note": f"Seen on the spot, round {site % 7}, nothing more to say of it",
        }


def _asked() -> set[str]:
    rows = reference.table("requirements").query(f"side == 'unpol' and site_kind == '{KIND}'")
    return set(rows["item_code"])


def site_count(number: int) -> int:
    """How many sites so many answers are of."""
    items = reference.table("framework").query("side != 'host_state'")
    return math.ceil(number / items["item_code"].isin(_asked()).sum())


def table(rows: Iterator[dict] | list[dict], sheet: str) -> bytes:
    """The rows as a CSV file."""
    target = io.StringIO()
    writer = csv.DictWriter(target, list(headings.columns(sheet)["column"]))
    writer.writeheader()
    writer.writerows(rows)
    return target.getvalue().encode()


def workbook(number: int, *, level: int = 3) -> bytes:
    """A workbook of ours with so many answers and the sites they are of."""
    book = openpyxl.Workbook(write_only=True)
    about = [MISSION, "Mar 2026", ON, ON, "in_person", "confidential", "Benchmark", "yes"]
    columns = list(headings.columns("assessment")["column"])
    rows = {
        "assessment": [dict(zip(columns, about, strict=False))],
        "sites": sites(site_count(number)),
        "answers": answers(number, level=level),
    }
    for sheet, of_sheet in rows.items():
        page = book.create_sheet(sheet)
        names = list(headings.columns(sheet)["column"])
        page.append(names)
        for row in of_sheet:
            page.append([row.get(name) for name in names])
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def submissions(number: int) -> bytes:
    """So many answers as KoboToolbox gives them: a submission for each site."""
    groups = reference.table("framework").set_index("item_code")["area_code"]
    by_site: dict[str, dict] = {}
    for n, one in enumerate(answers(number, level=2)):
        site = by_site.setdefault(one["site_code"], _about(one["site_code"], n))
        path = f"{groups[one['item_code']]}/{one['item_code'].replace('-', '_').lower()}"
        site |= {
            path: str(one["value"]),
            f"{path}_state": one["state"],
            f"{path}_grade": one["evidence_grade"],
            f"{path}_note": one["note"],
        }
        if one["needed"] is not None:
            site[f"{path}_needed"] = str(one["needed"])
    page = {"count": len(by_site), "next": None, "previous": None, "results": [*by_site.values()]}
    return json.dumps(page).encode()


def _about(site_code: str, number: int) -> dict:
    said = {
        "mission_code": MISSION,
        "site_kind": KIND,
        "side": "unpol",
        "site_code": site_code,
        "site_name": f"Site {site_code}",
        "unpol_served": "20",
        "users": "30",
        "assessed_on": ON.isoformat(),
        "round_label": "Mar 2026",
        "modality": "in_person",
        "respondent_role": "Team site commander",
        "sensitivity": "confidential",
    }
    added = {"_id": number, "_uuid": f"u{number}", "_submission_time": f"{ON}T10:00:00"}
    return added | {f"about/{name}": value for name, value in said.items()}


def memory_mb(group: int) -> float:
    """What the processes of a group hold together: shared pages count once, spread over them."""
    total = 0
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if os.getpgid(int(process.name)) != group:
                continue
            held = (process / "smaps_rollup").read_text()
        except OSError:
            continue
        total += next(int(line.split()[1]) for line in held.splitlines() if line[:4] == "Pss:")
    return total / 1024


def measured(content: bytes, name: str, at: Settings, **asked) -> tuple[Report, Cost]:
    """The report on a file, and what each step of the work cost."""
    cost, step = Cost(), ["Starting"]
    given = {"viewer": LOCAL, "settings": at, "today": TODAY, "asked": asked}
    work = files.import_under_way(content, name, **given)
    over = threading.Event()

    def sample() -> None:
        while not over.wait(SAMPLED_SECONDS):
            held = memory_mb(work.process_group)
            cost.most_mb[step[0]] = max(cost.most_mb.get(step[0], 0.0), held)

    sampler = threading.Thread(target=sample)
    sampler.start()
    before = time.monotonic()
    for said, _ in work.told():
        now = time.monotonic()
        cost.seconds[step[0]], step[0], before = now - before, said, now
    cost.seconds[step[0]] = time.monotonic() - before
    over.set()
    sampler.join()
    return files.report(work), cost


def told(what: str, cost: Cost) -> str:
    """One line for the whole, one for each step."""
    most = max(cost.most_mb.values())
    lines = [f"{what}: {sum(cost.seconds.values()):5.1f} s, {most:4.0f} MB"]
    for step, seconds in cost.seconds.items():
        lines.append(f"    {step:30} {seconds:5.1f} s, {cost.most_mb.get(step, 0):4.0f} MB")
    return "\n".join(lines)


def main() -> None:
    """Check and keep 100,000 answers in every format on every database, in stores made for it."""
    files_by_format = {
        "workbook": (workbook(ANSWERS), "book.xlsx"),
        "workbook, half of it changed": (workbook(ANSWERS, level=2), "changed.xlsx"),
        "CSV table": (table(answers(ANSWERS, level=1), "answers"), "answers.csv"),
        "submissions": (submissions(ANSWERS), "submissions.json"),
    }
    too_much = []
    with ExitStack() as stack:
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="unpol-bench-"))
        server = stack.enter_context(postgres.server())
        urls = {
            "SQLite": f"sqlite:///{folder}/bench.db",
            "PostgreSQL": postgres.url(server, "postgres"),
        }
        for database, url in urls.items():
            at = replace(settings({}), store_url=url)
            for what, (content, name) in files_by_format.items():
                for act, dry_run in (("check", True), ("keep", False)):
                    report, cost = measured(content, name, at, dry_run=dry_run)
                    said = f"{database}: {act} the {what} ({len(content) / 1e6:.1f} MB)"
                    print(told(said, cost), flush=True)
                    too_much += [] if cost.bearable else [said]
                    if report.refused:
                        raise SystemExit("\n".join(report.lines()))
    if too_much:
        limits = f"{MOST_SECONDS:.0f} s or {MOST_MB:.0f} MB"
        raise SystemExit(f"More than {limits}:\n" + "\n".join(too_much))


if __name__ == "__main__":
    main()
