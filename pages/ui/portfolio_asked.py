"""Under which conditions, and for which budget, are options to be chosen?"""

from typing import Any

import streamlit as st

from pages.ui import choice, kept, reads
from unpol_data import reference
from unpol_data.access import Viewer
from unpol_data.figures import formats
from unpol_data.filters import Filters
from unpol_data.settings import settings
from unpol_data.views import portfolio as view
from unpol_data.views.options import Options
from unpol_data.views.wanted import Wanted
from unpol_data.work import running

# How many options one can ask for a mission, and how many years of running cost.
MOST_NEEDED, MOST_YEARS = 3, 5


def conditions(every: Options) -> Wanted:
    """The conditions in force, in a form that opens where some are set."""
    asked = ("must", "must_not", "at_least", "a4p", "years")
    is_set = any(name in st.query_params for name in asked)
    with (
        st.expander("Conditions", icon=":material/rule:", expanded=is_set),
        st.form("conditions", border=False),
    ):
        wanted = _wanted(every)
        st.form_submit_button("Apply")
    return wanted


def _wanted(every: Options) -> Wanted:
    names = {
        row.option_code: f"{row.mission_code} · {row.title}" for row in every.rows.itertuples()
    }
    needed = {
        f"{code}-{count}": f"{code}: at least {count}"
        for code in sorted(every.rows["mission_code"].unique())
        for count in range(1, MOST_NEEDED + 1)
    }
    priorities = {code: reference.name("a4p_priority", code) for code in _priorities(every)}
    usual = Wanted().years
    years = {str(usual): _years(usual)} | {
        str(each): _years(each) for each in range(MOST_YEARS + 1)
    }
    left, right = st.columns(2, gap="medium")
    with left:
        must = choice.several("must", "Must be in", names, placeholder="None")
        must_not = choice.several("must_not", "Must stay out", names, placeholder="None")
    with right:
        least = choice.several(
            "at_least", "Options a mission is to have", needed, placeholder="Any"
        )
        served = choice.several("a4p", "Only for A4P+ priorities", priorities, placeholder="All")
        counted = choice.one("years", "Running cost counted", years)
    pairs = [(code, int(count)) for code, _, count in (each.rpartition("-") for each in least)]
    return Wanted(
        years=int(counted),
        must=must,
        must_not=must_not,
        at_least=tuple(sorted(dict(sorted(pairs)).items())),
        priorities=served,
    )


def _priorities(every: Options) -> list[str]:
    served = set(every.rows["a4p_priority"].dropna())
    return [code for code in reference.codes("a4p_priorities") if code in served]


def _years(count: int) -> str:
    return "None: only what it costs once" if not count else formats.count(count, "year", "years")


def solved(chosen: Filters, wanted: Wanted, viewer: Viewer) -> dict[str, Any] | None:
    """What every budget buys, and the one asked for; from what is kept, or computed now.

    None, told in a sentence, where the work failed.
    """
    budget = choice.asked_number("budget")
    # Always there, or what stands below would be another element once no work is shown here, and
    # an open expander would close.
    place = st.container()
    key = ("portfolios", reads.revision(), chosen, wanted, viewer.missions, viewer.clearance)
    found = kept.answer(key)
    amounts = [] if found is None else [record["budget_usd"] for record in found["budgets"]]
    if found is not None and (budget is None or budget in amounts):
        return found
    asked = {"budget": budget, "viewer": viewer, "settings": settings()}
    with place:
        return kept.computed(
            key, lambda tell: running.portfolios(chosen, wanted, **asked, tell=tell)
        )


def budget(found: dict[str, Any]) -> int:
    """The budget chosen on the slider, among those that were solved."""
    amounts = [int(record["budget_usd"]) for record in found["budgets"]]
    first = int(view.first_budget(found))
    said = "Budget, programme support included"
    return choice.number("budget", said, amounts, first=first, named=formats.money)
