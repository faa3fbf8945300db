"""Print what a budget buys: which options, why not the others, what more money would buy.

portfolio --budget 500000 --must OPTION-UNMISS-1 --at-least UNISFA=1 --json
"""

import argparse
from dataclasses import dataclass
from functools import partial

from sqlalchemy import Connection

from unpol_data import reference
from unpol_data.access import Viewer
from unpol_data.cli import asked, portfolio_words
from unpol_data.filters import Filters
from unpol_data.settings import settings
from unpol_data.views import options
from unpol_data.views import portfolio as view
from unpol_data.views.wanted import Wanted, running_years
from unpol_data.work import running

NAME = "portfolio"
HELP = "print what a budget buys, as text or JSON"


@dataclass(frozen=True)
class Found:
    """What the budget buys under which conditions, and how firm that is where asked for."""

    portfolio: view.Portfolio
    wanted: Wanted
    firm: view.Firmness | None


def add_arguments(command: argparse.ArgumentParser) -> None:
    """What may follow the command: the budget, conditions, and the filters, as in the URL."""
    command.add_argument("--budget", type=_amount, required=True, metavar="USD")
    again = {"action": "append", "default": []}
    command.add_argument("--must", **again, metavar="CODE", help="option that has to be in")
    command.add_argument("--must-not", **again, metavar="CODE", help="option that has to stay out")
    command.add_argument(
        "--at-least",
        **again,
        type=_needed,
        metavar="MISSION=N",
        help="options a mission is to have",
    )
    command.add_argument(
        "--a4p", **again, metavar="CODE", help="only options for this A4P+ priority"
    )
    command.add_argument("--years", type=int, metavar="N", help="years of running cost counted")
    command.add_argument("--draws", action="store_true", help="also say how firm the choice is")
    asked.add_filters(command)


def run(chosen: argparse.Namespace) -> int:
    """Print what is asked for; the work is done apart, as the solver prints for itself."""
    wanted = Wanted(
        years=running_years() if chosen.years is None else chosen.years,
        must=tuple(chosen.must),
        must_not=tuple(chosen.must_not),
        at_least=tuple(chosen.at_least),
        priorities=tuple(chosen.a4p),
        recorded_on=asked.filters(chosen).as_of,
    )
    _known(chosen)
    found = partial(_found, wanted=wanted, budget=chosen.budget, with_draws=chosen.draws)
    return asked.printed(chosen, found, portfolio_words.as_json, portfolio_words.as_text)


def _found(
    connection: Connection,
    chosen: Filters,
    viewer: Viewer,
    *,
    wanted: Wanted,
    budget: float,
    with_draws: bool,
) -> Found:
    doing = {"viewer": viewer, "settings": settings()}
    solved = running.portfolios(chosen, wanted, budget=budget, **doing)
    rows = options.options(connection, chosen, viewer, wanted=wanted)
    firm = None
    if with_draws:
        drawn = running.portfolio_draws(chosen, wanted, budget=budget, **doing)
        firm = view.firmness(drawn, budget=budget)
    return Found(view.portfolio(rows, solved, wanted=wanted, budget=budget), wanted, firm)


def _known(chosen: argparse.Namespace) -> None:
    """Refuse codes that no reference table has; those of options the clash will name."""
    wrong = [code for code in chosen.a4p if code not in reference.codes("a4p_priorities")]
    wrong += [code for code, _ in chosen.at_least if code not in reference.codes("missions")]
    if wrong:
        chosen.usage_error(f"not known: {', '.join(wrong)}")


def _amount(text: str) -> float:
    amount = float(text)
    if not 0 <= amount < float("inf"):
        raise argparse.ArgumentTypeError(f"{text!r} is no amount from 0 on")
    return amount


def _needed(text: str) -> tuple[str, int]:
    mission_code, _, count = text.partition("=")
    if not mission_code or not count.isdecimal():
        raise argparse.ArgumentTypeError(f"{text!r} is not like UNMISS=2")
    return mission_code, int(count)
