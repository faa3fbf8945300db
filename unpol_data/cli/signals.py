"""Print the early-warning signals: what needs a look now, on what evidence, since when."""

import argparse

from unpol_data import reference
from unpol_data.cli import asked
from unpol_data.figures import formats, signal_words
from unpol_data.filters import Filters
from unpol_data.views.signals import Signals, signals

NAME = "signals"
HELP = "print the early-warning signals, as text or JSON"


def add_arguments(command: argparse.ArgumentParser) -> None:
    """What may follow the command: the filters, as in the URL."""
    asked.add_filters(command)


def run(chosen: argparse.Namespace) -> int:
    """Print the signals of what is asked for."""
    return asked.printed(chosen, signals, as_json, as_text)


def as_json(found: Signals, chosen: Filters, *, revision: int) -> dict:
    """What is printed as JSON: every signal with what says so in words; missing is null."""
    return {
        "filters": {**chosen.to_query(), "horizon": [chosen.horizon], "side": [chosen.side]},
        "filters_in_words": chosen.in_words(),
        "as_of": chosen.as_of.isoformat(),
        "revision": revision,
        "method_version": reference.version("method"),
        "not_searched": list(found.not_searched),
        "signals": asked.records(signal_words.table(found.rows)),
    }


def as_text(found: Signals, chosen: Filters, *, revision: int) -> str:
    """What is printed for a reader: filters in words, then one signal a paragraph."""
    lines = [chosen.in_words(), f"Method {reference.version('method')}, revision {revision}.", ""]
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
