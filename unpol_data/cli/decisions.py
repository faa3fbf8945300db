"""Print the decisions: what became of each, and whether the gap it aimed at has moved since."""

import argparse
from datetime import date
from functools import partial

from unpol_data import reference
from unpol_data.cli import asked
from unpol_data.figures import decision_words
from unpol_data.filters import Filters
from unpol_data.views.decisions import Decisions, decisions

NAME = "decisions"
HELP = "print the decisions and what became of them, as text or JSON"


def add_arguments(command: argparse.ArgumentParser) -> None:
    """What may follow the command: the filters, as in the URL."""
    asked.add_filters(command)


def run(chosen: argparse.Namespace) -> int:
    """Print the decisions about what is asked for; with a date, those recorded by then."""
    recorded_by = asked.filters(chosen).as_of
    view = partial(decisions, today=date.today(), recorded_by=recorded_by)
    return asked.printed(chosen, view, as_json, as_text)


def as_json(found: Decisions, chosen: Filters, *, revision: int) -> dict:
    """What is printed as JSON: every decision and every gap aimed at; missing is null."""
    return {
        "filters": {**chosen.to_query(), "horizon": [chosen.horizon], "side": [chosen.side]},
        "filters_in_words": chosen.in_words(),
        "as_of": chosen.as_of.isoformat(),
        "on": found.on.isoformat(),
        "revision": revision,
        "method_version": reference.version("method"),
        "decisions": asked.records(found.rows),
        "gaps_aimed_at": asked.records(found.aims),
    }


def as_text(found: Decisions, chosen: Filters, *, revision: int) -> str:
    """What is printed for a reader: the finding, then one decision a paragraph."""
    lines = [chosen.in_words(), f"Method {reference.version('method')}, revision {revision}.", ""]
    if found.empty:
        return "\n".join([*lines, "No decision."])
    lines += [decision_words.finding(found), decision_words.clearly()]
    for row in decision_words.table(found.rows, found.aims).itertuples(index=False):
        lines += ["", row.words, f"  {row.state}; {row.office}; due {row.due}"]
        lines.append(f"  Gap aimed at: {row.aim}: {row.moved}")
        if row.outcome != decision_words.NOTHING:
            lines.append(f"  {row.outcome}")
    return "\n".join(lines)
