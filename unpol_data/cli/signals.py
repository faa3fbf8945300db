"""Print the early-warning signals: what needs a look now, on what evidence, since when."""

import argparse
import json

import pandas as pd

from unpol_data import reference
from unpol_data.access import LOCAL
from unpol_data.cli.asked import add_filters, filters, settled
from unpol_data.cli.outcome import DONE
from unpol_data.figures import formats, signal_words
from unpol_data.filters import Filters
from unpol_data.queries.revisions import current_revision
from unpol_data.settings import settings
from unpol_data.store import open_store, reading
from unpol_data.views.signals import Signals, signals

NAME = "signals"
HELP = "print the early-warning signals, as text or JSON"


def add_arguments(command: argparse.ArgumentParser) -> None:
    """What may follow the command: the filters, as in the URL."""
    add_filters(command)
    command.add_argument("--json", action="store_true", help="print figures and filters as JSON")


def run(chosen: argparse.Namespace) -> int:
    """Print the signals of what is asked for."""
    asked = filters(chosen)
    engine = open_store(settings().store_url)
    try:
        with reading(engine) as connection:
            asked = settled(asked, chosen, connection)
            found = signals(connection, asked, LOCAL)
            revision = current_revision(connection)
    finally:
        engine.dispose()
    if chosen.json:
        told = as_json(found, asked, revision=revision)
        print(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        print(as_text(found, asked, revision=revision))
    return DONE


def as_json(found: Signals, asked: Filters, *, revision: int) -> dict:
    """What is printed as JSON: every signal with what says so in words; missing is null."""
    return {
        "filters": {**asked.to_query(), "horizon": [asked.horizon], "side": [asked.side]},
        "filters_in_words": asked.in_words(),
        "as_of": asked.as_of.isoformat(),
        "revision": revision,
        "method_version": reference.version("method"),
        "not_searched": list(found.not_searched),
        "signals": _records(signal_words.table(found.rows)),
    }


def _records(rows: pd.DataFrame) -> list[dict]:
    """The rows with Python's own values; what is missing is None, a date its ISO form."""
    days = rows.select_dtypes("datetime")
    rows = rows.assign(**{name: days[name].dt.strftime("%Y-%m-%d") for name in days})
    moments = rows.select_dtypes("datetimetz")
    rows = rows.assign(
        **{name: moments[name].dt.strftime("%Y-%m-%dT%H:%M:%SZ") for name in moments}
    )
    return rows.astype("object").where(rows.notna(), None).to_dict("records")


def as_text(found: Signals, asked: Filters, *, revision: int) -> str:
    """What is printed for a reader: filters in words, then one signal a paragraph."""
    lines = [asked.in_words(), f"Method {reference.version('method')}, revision {revision}.", ""]
    if found.not_searched:
        missions = formats.listed(list(found.not_searched))
        lines += [f"Not searched yet: {missions}; run `python -m unpol_data init`.", ""]
    if found.empty:
        lines.append("No signal.")
    for row in found.rows.itertuples(index=False):
        lines.append(
            f"{row.state:9} {formats.day(row.raised_on):>11}  {row.mission_code}: "
            f"{signal_words.title(row)}"
        )
        lines.append(f"{'':23}{signal_words.evidence(row)}")
        more = signal_words.said_so(row)
        if row.state == "resolved":
            more = signal_words.resolution(row)
        if more:
            lines.append(f"{'':23}{more}")
    return "\n".join(lines)
